package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.corpus.TextChanges.replacing;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.BDDAssertions.then;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.assertj.Answers;
import io.github.junitattrib.assertj.AttributionAssert;
import io.github.junitattrib.assertj.AttributionBuilder;
import io.github.junitattrib.assertj.AttributionListAssert;
import io.github.junitattrib.assertj.AttributionSoftAssertions;
import io.github.junitattrib.assertj.AxiomAssert;
import io.github.junitattrib.assertj.ChangeStep;
import io.github.junitattrib.assertj.CorpusAssert;
import io.github.junitattrib.assertj.Form;
import io.github.junitattrib.assertj.MethodAssert;
import io.github.junitattrib.assertj.ModelComparisonAssert;
import io.github.junitattrib.assertj.ModelVariantsAssert;
import io.github.junitattrib.assertj.NumberStep;
import io.github.junitattrib.assertj.PredictionStep;
import io.github.junitattrib.assertj.QuantileStep;
import io.github.junitattrib.assertj.RankingStep;
import io.github.junitattrib.assertj.ShareStep;
import io.github.junitattrib.assertj.WordStep;
import io.github.junitattrib.axiom.Linearity;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.conformance.ClosedForms;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.Saliency;
import io.github.junitattrib.model.Variants;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Lives outside of the assertions' package, as the tests of users do: frames of that package are dropped. */
class StackTraceTest {

    private static final Attribution REVIEW = AttributionBuilder.review().build();
    private static final Attribution AWFUL = AttributionBuilder.of("He said the film was awful.")
            .scores(1, 0, 0, 0, 0, 0, 0)
            .build();

    private static final AttributionMethod FLAT = new InputTimesGradient();
    private static final ClosedForm A = form("a", 1, 0);
    private static final ClosedForm B = form("b", 0, 1);

    /** Predicts A with a times the first word and b times the second. */
    private static ClosedForm form(String name, double a, double b) {
        return ClosedForm.of(name, 2, List.of("A", "B"), x -> new Gradient[] {
            x[0].multiply(a).add(x[1].multiply(b)), x[0].multiply(-a).subtract(x[1].multiply(b))
        });
    }

    private static AttributionRequest request() {
        return new Answers(REVIEW, AWFUL).request(REVIEW.text());
    }

    /** Remembers a line, and fails in the one below. */
    private interface Statements {
        void run(Form on, AtomicReference<Throwable> line);
    }

    @TestFactory
    Stream<DynamicTest> should_begin_in_the_line_of_the_test_wherever_the_chain_begins() {
        return Stream.of(
                        of("a request", (on, line) -> {
                            AttributionAssert review = on.request().apply(request());
                            line.set(new Throwable());
                            review.hasTopToken("great");
                        }),
                        of("an attribution", (on, line) -> {
                            AttributionAssert review = on.attribution().apply(REVIEW);
                            line.set(new Throwable());
                            review.hasTopToken("great");
                        }),
                        of("the rank of a word", (on, line) -> {
                            RankingStep<?> step = on.request().apply(request()).ranks("great");
                            line.set(new Throwable());
                            step.above("said");
                        }),
                        of("a word", (on, line) -> {
                            WordStep<?> word = on.request().apply(request()).word("great");
                            line.set(new Throwable());
                            word.isNegative();
                        }),
                        of("the share of a word", (on, line) -> {
                            NumberStep<?> share = on.request().apply(request()).shareOf("great");
                            line.set(new Throwable());
                            share.isGreaterThan(0.9);
                        }),
                        of("a prediction", (on, line) -> {
                            PredictionStep<?> step =
                                    on.request().apply(request()).prediction();
                            line.set(new Throwable());
                            step.hasLabel("NEGATIVE");
                        }),
                        of("a ranking", (on, line) -> {
                            ListAssert<String> words =
                                    on.request().apply(request()).ranking();
                            line.set(new Throwable());
                            words.startsWith("great");
                        }),
                        of("a change", (on, line) -> {
                            ChangeStep<?> change = on.request().apply(request()).under(replacing("great", "awful"));
                            line.set(new Throwable());
                            change.keepsTopToken();
                        }),
                        of("a list", (on, line) -> {
                            AttributionListAssert texts = on.list().apply(List.of(request()));
                            line.set(new Throwable());
                            texts.allSatisfy(each -> each.hasTopToken("great"));
                        }),
                        of("a share of a list", (on, line) -> {
                            ShareStep<?> share =
                                    on.list().apply(List.of(request())).atLeast(0.5);
                            line.set(new Throwable());
                            share.satisfy(each -> each.hasTopToken("great"));
                        }),
                        of("a quantile of a list", (on, line) -> {
                            QuantileStep<?> median =
                                    on.list().apply(List.of(request())).hasQuantile(0.5);
                            line.set(new Throwable());
                            median.ofCompletenessGap().above(1);
                        }),
                        of("a corpus", (on, line) -> {
                            Corpus corpus = Corpus.of(List.of(CorpusCase.of(REVIEW.text())));
                            CorpusAssert texts = on.corpus().apply(corpus, one -> request());
                            line.set(new Throwable());
                            texts.allSatisfy(each -> each.hasTopToken("great"));
                        }),
                        of("a runner", (on, line) -> {
                            AxiomAssert axioms =
                                    on.runner().apply(AttributionRunner.of(ClosedForms.saturating(), FLAT));
                            line.set(new Throwable());
                            axioms.isSensitive("2");
                        }),
                        of("a method on a model", (on, line) -> {
                            AxiomAssert axioms = on.method().apply(FLAT).on(ClosedForms.saturating());
                            line.set(new Throwable());
                            axioms.isSensitive("2");
                        }),
                        of("a method", (on, line) -> {
                            Linearity sum = new Linearity(1, A, -1, B, form("a - b", 1, -1));
                            MethodAssert method = on.method().apply(new Saliency());
                            line.set(new Throwable());
                            method.isLinear(sum, "3 1");
                        }),
                        of("variants", (on, line) -> {
                            ModelVariantsAssert variants = on.variants().apply(Variants.of(A, B));
                            line.set(new Throwable());
                            variants.areInvariantUnder(new IntegratedGradients(), "2 2");
                        }),
                        of("a comparison", (on, line) -> {
                            Corpus corpus = Corpus.of(List.of(CorpusCase.labeled("2 1", "B")));
                            ModelComparisonAssert gate = on.comparison().apply(ModelComparison.between(A, B, corpus));
                            line.set(new Throwable());
                            gate.hasAccuracyOfAtLeast(0.9);
                        }))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicTest> of(String begun, Statements statements) {
        return Stream.of(
                dynamicTest(begun, () -> beginsBeside(line -> catchThrowable(() -> statements.run(Form.then(), line)))),
                dynamicTest(
                        begun + ", assumed",
                        () -> beginsBeside(line -> catchThrowable(() -> statements.run(Form.assumed(), line)))),
                dynamicTest(
                        begun + ", softly",
                        () -> beginsBeside(line -> {
                            AttributionSoftAssertions softly = new AttributionSoftAssertions();
                            statements.run(Form.soft(softly), line);
                            return softly.assertionErrorsCollected().get(0);
                        })));
    }

    private static void beginsBeside(Function<AtomicReference<Throwable>, Throwable> failing) {
        // GIVEN
        AtomicReference<Throwable> beside = new AtomicReference<>();
        // WHEN
        StackTraceElement first = failing.apply(beside).getStackTrace()[0];
        // THEN
        StackTraceElement line = beside.get().getStackTrace()[0];
        then(first.getClassName()).isEqualTo(StackTraceTest.class.getName()).isEqualTo(line.getClassName());
        then(first.getFileName()).isEqualTo(line.getFileName());
        then(first.getMethodName()).isEqualTo(line.getMethodName());
        then(first.getLineNumber()).isEqualTo(line.getLineNumber() + 1);
    }

    @Test
    void should_begin_in_the_line_of_the_test_if_there_is_no_verdict() {
        // GIVEN
        Attribution actual = AttributionBuilder.review().uncertainty(1).build();
        // WHEN/THEN
        beginsBeside(line -> {
            Throwable error = catchThrowable(() -> {
                line.set(new Throwable());
                assertThat(actual).hasTopToken("great");
            });
            then(error).isInstanceOf(InconclusiveException.class);
            return error;
        });
    }
}
