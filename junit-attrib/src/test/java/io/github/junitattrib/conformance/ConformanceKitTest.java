package io.github.junitattrib.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.Target;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import io.github.junitattrib.method.DeepLift;
import io.github.junitattrib.method.ExpectedGradients;
import io.github.junitattrib.method.GradientSampling;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.LayerwiseRelevance;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.RawAttention;
import io.github.junitattrib.method.Removal;
import io.github.junitattrib.method.Saliency;
import io.github.junitattrib.method.ShapleyValues;
import io.github.junitattrib.method.Units;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/** The kit itself: who keeps a promise passes, who breaks one does not, and nothing passes that was not proved. */
class ConformanceKitTest {

    private static final GradientSampling MANY = GradientSampling.of(2000);

    /** Exact Integrated Gradients with something done to them. */
    private record Spoiled(BiFunction<Integer, TokenScore, TokenScore> spoil, AtomicInteger calls)
            implements AttributionMethod {

        Spoiled(BiFunction<Integer, TokenScore, TokenScore> spoil) {
            this(spoil, new AtomicInteger());
        }

        @Override
        public MethodFacts facts() {
            return new MethodFacts("Spoiled", Map.of());
        }

        @Override
        public Attribution attribute(TextClassifier model, Question question) {
            int call = calls.getAndIncrement();
            Attribution good = new IntegratedGradients().attribute(model, question);
            List<TokenScore> tokens = good.tokens().stream()
                    .map(token -> spoil.apply(call, token))
                    .toList();
            return with(good, tokens, good.convergence());
        }
    }

    private static Attribution with(Attribution good, List<TokenScore> tokens, Convergence convergence) {
        return new Attribution(
                good.text(),
                tokens,
                good.target(),
                good.prediction(),
                good.inputScore(),
                good.baselineScore(),
                convergence,
                good.method(),
                good.model());
    }

    private static TokenScore changed(TokenScore token, double score, double uncertainty) {
        return new TokenScore(token.text(), token.span(), token.word(), token.special(), score, uncertainty);
    }

    /** The documentation's example. */
    @TestFactory
    Stream<DynamicTest> integratedGradientsKeepTheirPromises() {
        return ConformanceKit.of(new IntegratedGradients())
                .claims(Axiom.COMPLETENESS, Axiom.IMPLEMENTATION_INVARIANCE)
                .tests()
                .filter(test -> !test.getDisplayName().startsWith("is silent"));
    }

    private static void run(ConformanceKit kit, Axiom axiom) {
        List<DynamicTest> tests = kit.tests()
                .filter(test -> test.getDisplayName().contains(axiom.name()))
                .toList();
        assertThat(tests).isNotEmpty();
        for (DynamicTest test : tests) {
            try {
                test.getExecutable().execute();
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        }
    }

    private static void claim(AttributionMethod method, Axiom axiom) {
        run(ConformanceKit.of(method).claims(axiom), axiom);
    }

    private static void deny(AttributionMethod method, Axiom axiom) {
        run(ConformanceKit.of(method).denies(axiom), axiom);
    }

    @Test
    void aBrokenPromiseNamesAxiomFormTextNumbersAndSource() {
        assertThatThrownBy(() -> claim(new InputTimesGradient(), Axiom.SENSITIVITY))
                .isInstanceOf(AssertionError.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "InputTimesGradient claims SENSITIVITY, but on 1 − relu(1 − x) at \"2.0\" the score of number 1"
                                + " (2.0) should not be 0, but is 0.00000 ± 0.0.",
                        "Axiom SENSITIVITY: what alone differs from the baseline and changes F has a score other than 0.",
                        "Example: M. Sundararajan, A. Taly, Q. Yan, 2017, section 2.1: flat from 1 on, but x made all of the"
                                + " score.",
                        "Seen: 1 − relu(1 − x) at \"2.0\": 0.00000 ± 0.0.",
                        "Mend the method, or its error bars if they are too narrow; or deny the axiom:"
                                + " denies(Axiom.SENSITIVITY)."));
    }

    @Test
    void aDenialThatNothingShowsFails() {
        assertThatThrownBy(() -> deny(new IntegratedGradients(), Axiom.IMPLEMENTATION_INVARIANCE))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("IntegratedGradients denies IMPLEMENTATION_INVARIANCE, but keeps to it on every"
                        + " example: relu(relu(a − 1) − relu(b)) at \"3.0 1.0\", 2σ(2(a + b)) − 1 at \"0.5 0.25\", 2σ(2(a + b)) − 1"
                        + " as the second class at \"0.5 0.25\", ")
                .hasMessageContaining("Claim the axiom: claims(Axiom.IMPLEMENTATION_INVARIANCE)");
    }

    @Test
    void wideErrorBarsProveNothing() {
        AttributionMethod vague = new Spoiled((call, token) -> changed(token, token.score(), 10));

        assertThatThrownBy(() -> claim(vague, Axiom.COMPLETENESS))
                .isInstanceOf(InconclusiveException.class)
                .hasMessageContaining("Spoiled claims COMPLETENESS, which is not proved: on 1 − relu(1 − x) at \"2.0\"")
                .hasMessageContaining(
                        "three of its error bars, 30, are more than three tenths of the numbers' size 1.00000");
        assertThatThrownBy(() -> deny(vague, Axiom.COMPLETENESS))
                .isInstanceOf(InconclusiveException.class)
                .hasMessageContaining("Spoiled denies COMPLETENESS, which is not shown");
    }

    @Test
    void fewSamplesProveNothing() {
        AttributionMethod few = new ExpectedGradients().sampling(GradientSampling.of(20));

        assertThatThrownBy(() -> claim(few, Axiom.COMPLETENESS))
                .isInstanceOf(InconclusiveException.class)
                .hasMessageContaining("ExpectedGradients claims COMPLETENESS, which is not proved")
                .hasMessageContaining("more samples");
    }

    @Test
    void whatHasNotConvergedProvesNothingThoughItHolds() {
        AttributionMethod open = new AttributionMethod() {
            @Override
            public MethodFacts facts() {
                return new MethodFacts("Open", Map.of());
            }

            @Override
            public Attribution attribute(TextClassifier model, Question question) {
                Attribution good = new IntegratedGradients().attribute(model, question);
                return with(good, good.tokens(), new Convergence(false, 9, 1, "Allow more evaluations.", List.of()));
            }
        };

        assertThatThrownBy(() -> claim(open, Axiom.COMPLETENESS))
                .isInstanceOf(InconclusiveException.class)
                .hasMessageContaining("the method has not converged: Allow more evaluations.");
        assertThatCode(() -> claim(open, Axiom.SEED_DETERMINISM)).doesNotThrowAnyException();
    }

    @Test
    void scoresThatAreNoNumbersProveNothing() {
        AttributionMethod broken = new Spoiled((call, token) -> changed(token, Double.NaN, 0));

        assertThatThrownBy(() -> claim(broken, Axiom.DUMMY))
                .isInstanceOf(InconclusiveException.class)
                .hasMessageContaining("is no finite number: NaN");
    }

    @Test
    void allZeroProvesNeitherDummyNorSymmetry() {
        AttributionMethod zero = new Spoiled((call, token) -> changed(token, 0, 0));

        for (Axiom axiom : List.of(Axiom.DUMMY, Axiom.SYMMETRY, Axiom.LINEARITY, Axiom.IMPLEMENTATION_INVARIANCE)) {
            assertThatThrownBy(() -> claim(zero, axiom))
                    .as(axiom.name())
                    .isInstanceOf(InconclusiveException.class)
                    .hasMessageContaining("tells nothing, as all scores are 0");
        }
        assertThatThrownBy(() -> claim(zero, Axiom.COMPLETENESS)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> claim(zero, Axiom.SENSITIVITY)).isInstanceOf(AssertionError.class);
    }

    @Test
    void aBiasOfThePlaceBreaksSymmetryAndDummy() {
        AttributionMethod biased = new Spoiled(
                (call, token) -> changed(token, token.score() + token.word().orElseThrow(), token.uncertainty()));

        for (Axiom axiom : List.of(Axiom.SYMMETRY, Axiom.DUMMY, Axiom.LINEARITY, Axiom.COMPLETENESS)) {
            assertThatThrownBy(() -> claim(biased, axiom)).as(axiom.name()).isInstanceOf(AssertionError.class);
            assertThatCode(() -> deny(biased, axiom)).as(axiom.name()).doesNotThrowAnyException();
        }
    }

    @Test
    void anUnseededMethodIsNotDeterministic() {
        Random random = new Random();
        AttributionMethod unseeded =
                new Spoiled((call, token) -> changed(token, token.score() + random.nextGaussian(), 1));

        for (Axiom axiom : List.of(Axiom.SEED_DETERMINISM, Axiom.THREAD_DETERMINISM, Axiom.BATCH_EQUALS_SINGLE)) {
            assertThatThrownBy(() -> claim(unseeded, axiom)).as(axiom.name()).isInstanceOf(AssertionError.class);
            assertThatCode(() -> deny(unseeded, axiom)).as(axiom.name()).doesNotThrowAnyException();
        }
    }

    @Test
    void aMethodThatKeepsStateIsFoundByAskingAgain() {
        AttributionMethod counting =
                new Spoiled((call, token) -> changed(token, token.score() + 1e-12 * call, token.uncertainty()));

        assertThatThrownBy(() -> claim(counting, Axiom.SEED_DETERMINISM))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("when asked again should be");
        assertThatCode(() -> claim(counting, Axiom.COMPLETENESS)).doesNotThrowAnyException();
    }

    @Test
    void aBatchThatMixesItsTextsUpIsFound() {
        AttributionMethod mixing = new AttributionMethod() {
            @Override
            public MethodFacts facts() {
                return new MethodFacts("Mixing", Map.of());
            }

            @Override
            public Attribution attribute(TextClassifier model, Question question) {
                return new IntegratedGradients().attribute(model, question);
            }

            @Override
            public List<Attribution> attributeAll(TextClassifier model, List<Question> questions) {
                List<Attribution> all = new ArrayList<>(AttributionMethod.super.attributeAll(model, questions));
                all.add(all.remove(0));
                return all;
            }
        };

        assertThatThrownBy(() -> claim(mixing, Axiom.BATCH_EQUALS_SINGLE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("of text 1 among six should be");
        assertThatCode(() -> deny(mixing, Axiom.BATCH_EQUALS_SINGLE)).doesNotThrowAnyException();
    }

    /** One that knows nothing but the slope at the text, which is the same everywhere on simple networks. */
    @Test
    void aBatchThatMixesSlopesUpIsFound() {
        AttributionMethod mixing = new AttributionMethod() {
            @Override
            public MethodFacts facts() {
                return new MethodFacts("Mixing slopes", Map.of());
            }

            @Override
            public Attribution attribute(TextClassifier model, Question question) {
                return new Saliency().attribute(model, question);
            }

            @Override
            public List<Attribution> attributeAll(TextClassifier model, List<Question> questions) {
                List<Attribution> all = new ArrayList<>(AttributionMethod.super.attributeAll(model, questions));
                all.add(all.remove(0));
                return all;
            }
        };

        assertThatThrownBy(() -> claim(mixing, Axiom.BATCH_EQUALS_SINGLE)).isInstanceOf(AssertionError.class);
    }

    /** Another method that is asked something else than what it was asked. */
    private record Asking(AttributionMethod inner, UnaryOperator<Question> instead) implements AttributionMethod {

        @Override
        public MethodFacts facts() {
            return new MethodFacts("Asking", Map.of());
        }

        @Override
        public Attribution attribute(TextClassifier model, Question question) {
            Attribution other = inner.attribute(model, instead.apply(question));
            // As if it were what was asked for: a method that says that it is not is refused before any axiom.
            return new Attribution(
                    other.text(),
                    other.tokens(),
                    question.target().resolve(other.prediction(), model.facts()),
                    other.prediction(),
                    other.inputScore(),
                    other.baselineScore(),
                    other.convergence(),
                    other.method(),
                    other.model());
        }
    }

    /** With the axioms that the method itself keeps to. */
    static Stream<Arguments> methodsWithATarget() {
        List<Axiom> linear = List.of(Axiom.DUMMY, Axiom.LINEARITY, Axiom.SYMMETRY, Axiom.IMPLEMENTATION_INVARIANCE);
        List<Axiom> sensitive =
                Stream.concat(linear.stream(), Stream.of(Axiom.SENSITIVITY)).toList();
        List<Axiom> complete =
                Stream.concat(sensitive.stream(), Stream.of(Axiom.COMPLETENESS)).toList();
        return Stream.of(
                Arguments.of(new IntegratedGradients(), complete),
                Arguments.of(new ShapleyValues(), complete),
                Arguments.of(new Occlusion(), sensitive),
                Arguments.of(new InputTimesGradient(), linear));
    }

    @ParameterizedTest
    @MethodSource("methodsWithATarget")
    void aMethodThatIgnoresItsTargetIsFoundByEachOfItsAxioms(AttributionMethod method, List<Axiom> axioms) {
        AttributionMethod first = new Asking(method, question -> question.toward(Target.index(0)));
        AttributionMethod predicted = new Asking(method, question -> question.toward(Target.predicted()));

        for (Axiom axiom : axioms) {
            assertThatCode(() -> claim(method, axiom)).as(axiom.name()).doesNotThrowAnyException();
            assertThatThrownBy(() -> claim(first, axiom)).as(axiom.name()).isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> claim(predicted, axiom)).as(axiom.name()).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void aDifferenceTakenForItsFirstClassIsFound() {
        AttributionMethod half = new Asking(
                new IntegratedGradients(),
                question -> question.target() instanceof Target.Contrast two ? question.toward(two.first()) : question);

        assertThatThrownBy(() -> claim(half, Axiom.COMPLETENESS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("as a difference of two classes at \"3.0 1.0\" the sum of the scores should be");
    }

    /** Two axioms speak of a baseline: completeness, and sensitivity. */
    @Test
    void aMethodThatIgnoresItsBaselineIsFound() {
        UnaryOperator<Question> padded = question -> question.from(Baseline.PAD);

        for (AttributionMethod method : List.of(
                new IntegratedGradients(),
                new ShapleyValues(),
                new ExpectedGradients().sampling(MANY),
                new DeepLift())) {
            assertThatThrownBy(() -> claim(new Asking(method, padded), Axiom.COMPLETENESS))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(" at \"1.5 0.25\" from \"0.5 1.0\" the sum of the scores should be");
        }
        for (AttributionMethod method : List.of(new IntegratedGradients(), new Occlusion(), new DeepLift())) {
            assertThatCode(() -> claim(method, Axiom.SENSITIVITY)).doesNotThrowAnyException();
            assertThatThrownBy(() -> claim(new Asking(method, padded), Axiom.SENSITIVITY))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(
                            "at \"0.0 3.0\" from \"2.0 3.0\" the score of number 1 (0.0) should not be 0");
        }
    }

    @Test
    void onlyMethodsWithABaselineAreAskedFromAnother() {
        AttributionMethod zeros = new ShapleyValues().with(Removal.replaceBy("0"));

        assertThat(examples(new ShapleyValues())).anyMatch(name -> name.contains(" from \""));
        for (AttributionMethod without : List.of(
                zeros, new Saliency(), new OwnMethodExampleTest.LeaveWordOut("0"), LayerwiseRelevance.attnLrp())) {
            assertThat(examples(without)).isNotEmpty().noneMatch(name -> name.contains(" from \""));
        }
        assertThatCode(() -> claim(zeros, Axiom.COMPLETENESS)).doesNotThrowAnyException();
    }

    private static List<String> examples(AttributionMethod method) {
        return ConformanceKit.of(method)
                .claims(Axiom.COMPLETENESS, Axiom.SENSITIVITY)
                .tests()
                .map(DynamicTest::getDisplayName)
                .filter(name -> name.startsWith("claims"))
                .toList();
    }

    @Test
    void aBatchThatAsksAllTextsTheFirstQuestionIsFound() {
        AttributionMethod firsts = new AttributionMethod() {
            @Override
            public MethodFacts facts() {
                return new MethodFacts("Firsts", Map.of());
            }

            @Override
            public Attribution attribute(TextClassifier model, Question question) {
                return new IntegratedGradients().attribute(model, question);
            }

            @Override
            public List<Attribution> attributeAll(TextClassifier model, List<Question> questions) {
                Question first = questions.get(0);
                return questions.stream()
                        .map(question ->
                                attribute(model, new Question(question.text(), first.target(), first.baseline())))
                        .toList();
            }
        };

        assertThatThrownBy(() -> claim(firsts, Axiom.BATCH_EQUALS_SINGLE)).isInstanceOf(AssertionError.class);
    }

    /** Threads meet in the buffer by chance, if at all; that it holds the last question's scores is seen each time. */
    @Test
    void aBufferThatThreadsShareIsNeverGreen() {
        AttributionMethod sharing = new AttributionMethod() {
            private final double[] buffer = new double[3];

            @Override
            public MethodFacts facts() {
                return new MethodFacts("Sharing", Map.of());
            }

            @Override
            public Attribution attribute(TextClassifier model, Question question) {
                Attribution good = new IntegratedGradients().attribute(model, question);
                for (int i = 0; i < buffer.length; i++) {
                    buffer[i] = good.tokens().get(i).score();
                }
                List<TokenScore> tokens = IntStream.range(0, buffer.length)
                        .mapToObj(i -> changed(
                                good.tokens().get(i),
                                buffer[i],
                                good.tokens().get(i).uncertainty()))
                        .toList();
                return with(good, tokens, good.convergence());
            }
        };

        assertThatThrownBy(() -> claim(sharing, Axiom.THREAD_DETERMINISM))
                .satisfiesAnyOf(
                        wrong -> assertThat(wrong)
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining("on another thread should be"),
                        open -> assertThat(open)
                                .isInstanceOf(InconclusiveException.class)
                                .hasMessageContaining("keeps in its field buffer changes with each question")
                                .hasMessageContaining("kept in local variables"));
    }

    /** The field lives as long as a question, so that threads meet in it at once. */
    @Test
    void aQuestionThatThreadsShareIsFound() {
        AttributionMethod remembering = new AttributionMethod() {
            private Question last = Question.of("");

            @Override
            public MethodFacts facts() {
                return new MethodFacts("Remembering", Map.of());
            }

            @Override
            public Attribution attribute(TextClassifier model, Question question) {
                last = question;
                model.predict(question.text());
                return new InputTimesGradient().attribute(model, last);
            }
        };

        assertThatThrownBy(() -> claim(remembering, Axiom.THREAD_DETERMINISM))
                .isInstanceOfAny(AssertionError.class, InconclusiveException.class);
    }

    @Test
    void aFailureOnOtherThreadsAloneIsTheMethodsOwn() {
        Thread test = Thread.currentThread();
        AttributionMethod bound = new Asking(new InputTimesGradient(), question -> {
            if (Thread.currentThread() != test) {
                throw new IllegalStateException("wrong thread");
            }
            return question;
        });

        assertThatThrownBy(() -> claim(bound, Axiom.THREAD_DETERMINISM))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Asking failed on another thread, where it did not fail alone:"
                        + " java.lang.IllegalStateException: wrong thread. Mend the method: what it keeps in fields, all"
                        + " threads share.");
    }

    @Test
    void whatIsMadeForThreadsMayBeKept() {
        Map<Question, Attribution> answers = new ConcurrentHashMap<>();
        AttributionMethod caching = new AttributionMethod() {
            @Override
            public MethodFacts facts() {
                return new MethodFacts("Caching", Map.of());
            }

            @Override
            public Attribution attribute(TextClassifier model, Question question) {
                return answers.computeIfAbsent(question, asked -> new InputTimesGradient().attribute(model, asked));
            }
        };

        assertThatCode(() -> claim(caching, Axiom.THREAD_DETERMINISM)).doesNotThrowAnyException();
    }

    @Test
    void anAttributionThatReportsAnotherScoreIsFound() {
        AttributionMethod wrong = new AttributionMethod() {
            @Override
            public MethodFacts facts() {
                return new MethodFacts("Wrong score", Map.of());
            }

            @Override
            public Attribution attribute(TextClassifier model, Question question) {
                Attribution good = new IntegratedGradients().attribute(model, question);
                return new Attribution(
                        good.text(),
                        good.tokens(),
                        good.target(),
                        good.prediction(),
                        42,
                        good.baselineScore(),
                        good.convergence(),
                        good.method(),
                        good.model());
            }
        };

        assertThatThrownBy(() -> claim(wrong, Axiom.COMPLETENESS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("F(x) of the attribution should be");
    }

    /** By default the method itself would be run, and the kit be green. */
    @Test
    void aRunnerThatNamesNoModelIsRefused() {
        ConformanceKit kit = ConformanceKit.of(new IntegratedGradients());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> kit.runBy(request -> {
                    throw new IllegalStateException("never asked");
                }))
                .withMessageContaining("must override attribute(request, model)");
    }

    @Test
    void aRunnerThatChangesNumbersIsFound() {
        Attributor halving = new Attributor() {
            @Override
            public Attribution attribute(AttributionRequest request) {
                throw new IllegalStateException("no model of a test");
            }

            @Override
            public Attribution attribute(AttributionRequest request, TextClassifier model) {
                Attribution good = Attributor.compute(request, model);
                return with(
                        good,
                        good.tokens().stream()
                                .map(token -> changed(token, token.score() / 2, token.uncertainty()))
                                .toList(),
                        good.convergence());
            }
        };
        ConformanceKit kit =
                ConformanceKit.of(new IntegratedGradients()).claims(Axiom.BATCH_EQUALS_SINGLE, Axiom.COMPLETENESS);

        assertThatCode(() -> run(kit, Axiom.COMPLETENESS)).doesNotThrowAnyException();
        assertThatThrownBy(() -> run(kit.runBy(halving), Axiom.COMPLETENESS)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> run(kit.runBy(halving), Axiom.BATCH_EQUALS_SINGLE))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void unitsThatAreNoNumbersAreRefusedWithTheRemedy() {
        assertThatThrownBy(() -> claim(new Occlusion().with(Units.windows(2)), Axiom.LINEARITY))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Occlusion scores [3.0 2.0] of the text \"3.0 2.0\"")
                .hasMessageContaining("Run it on words, such as Units.WORDS.");
    }

    @Test
    void silenceIsSeen() {
        ConformanceKit kit = ConformanceKit.of(new RawAttention()).denies(Axiom.COMPLETENESS);

        assertThat(kit.tests().map(DynamicTest::getDisplayName))
                .contains("denies COMPLETENESS", "is silent on DUMMY")
                .hasSize(Axiom.values().length);
        assertThatThrownBy(() -> run(kit, Axiom.DUMMY))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("RawAttention neither claims nor denies that what F does not depend on has the");
    }

    @Test
    void aKitWithNothingToTestIsAnError() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ConformanceKit.of(new IntegratedGradients()).tests())
                .withMessageContaining("has nothing to test of IntegratedGradients");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConformanceKit.of(new IntegratedGradients())
                        .claims(Axiom.DUMMY)
                        .denies(Axiom.DUMMY))
                .withMessageContaining("An axiom is claimed or denied");
    }

    @Test
    void aKitIsNotChangedByWhatIsSaidOfACopy() {
        ConformanceKit silent = ConformanceKit.of(new IntegratedGradients());
        ConformanceKit claiming = silent.claims(Axiom.DUMMY, Axiom.COMPLETENESS);

        assertThat(silent.claimed()).isEmpty();
        assertThat(claiming.claimed()).containsExactly(Axiom.COMPLETENESS, Axiom.DUMMY);
        assertThat(claiming.denies(Axiom.SYMMETRY).denied()).containsExactly(Axiom.SYMMETRY);
    }
}
