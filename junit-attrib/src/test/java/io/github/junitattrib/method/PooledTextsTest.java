package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.Target;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changed texts of several questions: a service that only predicts is asked about them together. */
class PooledTextsTest {

    /** To see that a model repeats itself, before the first of its texts. */
    private static final List<Integer> REPEATS = Collections.nCopies(8, 1);

    /** A service with two numbers for a text, which keeps how many texts each call carried. */
    private record Service(ToDoubleFunction<String> score, UnaryOperator<List<Prediction>> answer, List<Integer> calls)
            implements TextClassifier {

        static Service of(ToDoubleFunction<String> score) {
            return new Service(score, answer -> answer, new ArrayList<>());
        }

        @Override
        public List<String> labels() {
            return List.of("score", "half");
        }

        @Override
        public Prediction predict(String text) {
            calls.add(1);
            return prediction(text);
        }

        private Prediction prediction(String text) {
            double number = score.applyAsDouble(text);
            return Prediction.of(ScoreKind.VALUES, labels(), new double[] {number, number / 2});
        }

        @Override
        public List<Prediction> predictAll(List<String> texts) {
            calls.add(texts.size());
            return answer.apply(texts.stream().map(this::prediction).toList());
        }
    }

    /** Not additive, and another number for every order of the words. */
    private static double number(String text) {
        double number = 1;
        for (String word : text.split(" ", -1)) {
            number = number * 0.75 + word.length() * word.length() + Math.sqrt(Math.abs(word.hashCode() % 17));
        }
        return number;
    }

    static Stream<AttributionMethod> methods() {
        return Stream.of(
                new Occlusion(),
                new Occlusion().window(2, 1),
                new FeatureAblation(),
                new ShapleyValues(),
                new ShapleySampling(),
                new ShapleySampling().permutations(2000),
                new KernelShap().maxEvaluations(20),
                new KernelShap(),
                new Lime(),
                new Lime().with(Units.DISTINCT_WORDS),
                new PartitionShap(),
                new PartitionShap().maxEvaluations(9));
    }

    private static List<Question> questions() {
        List<Question> questions = new ArrayList<>(
                Stream.of("a good film", "one", "It was a very good film. I liked it.", "a good film", "not bad at all")
                        .map(Question::of)
                        .toList());
        questions.add(Question.of("a good film").toward(Target.label("half")));
        questions.add(Question.of("not bad at all").toward(Target.contrast("score", "half")));
        return questions;
    }

    @ParameterizedTest
    @MethodSource("methods")
    void textsGetTogetherWhatTheyGetAloneToTheLastBit(AttributionMethod method) {
        Service service = Service.of(PooledTextsTest::number);
        List<Attribution> alone = questions().stream()
                .map(question -> method.attribute(service, question))
                .toList();
        int calls = service.calls().size();
        List<Question> backwards = new ArrayList<>(questions());
        Collections.reverse(backwards);

        List<Attribution> together = method.attributeAll(service, questions());
        int callsTogether = service.calls().size() - calls;
        List<Attribution> reversed = new ArrayList<>(method.attributeAll(service, backwards));
        Collections.reverse(reversed);

        assertThat(together).isEqualTo(alone);
        assertThat(reversed).isEqualTo(alone);
        assertThat(callsTogether).isLessThan(calls);
        assertThat(service.calls()).allMatch(texts -> texts <= 1024);
    }

    @Test
    void callsAreFullAndBounded() {
        Service service = Service.of(PooledTextsTest::number);
        List<Question> questions = IntStream.range(0, 1200)
                .mapToObj(i -> Question.of("word" + i + " and five others of it"))
                .toList();

        List<Attribution> attributions = new Occlusion().attributeAll(service, questions);

        assertThat(attributions)
                .hasSize(1200)
                .allSatisfy(each -> assertThat(each.convergence().evaluations()).isEqualTo(7));
        // 1200 predictions. Of 146 questions the texts themselves, those without "word…", which are one text, and 5
        // others.
        List<Integer> expected = new ArrayList<>(List.of(1024, 176));
        expected.addAll(REPEATS);
        expected.addAll(Collections.nCopies(8, 146 * 6 + 1));
        expected.add((1200 - 8 * 146) * 6 + 1);
        assertThat(service.calls()).isEqualTo(expected);
    }

    @Test
    void severalTargetsOfOneTextCostTheTextOnce() {
        Service service = Service.of(PooledTextsTest::number);

        new ShapleyValues()
                .attributeAll(
                        service,
                        List.of(
                                Question.of("a good film"),
                                Question.of("a good film").toward(Target.label("half"))));

        List<Integer> expected = new ArrayList<>(List.of(2));
        expected.addAll(REPEATS);
        expected.add(8);
        assertThat(service.calls()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aFailureOfOneChangedTextIsTheOneThatItGetsAlone(AttributionMethod method) {
        Service fragile = Service.of(text -> {
            if (text.contains("bad") && !text.contains("all")) {
                throw new IllegalStateException("out of order");
            }
            return number(text);
        });
        Throwable alone = catchThrowable(() -> method.attribute(fragile, Question.of("not bad at all")));

        assertThat(alone).isInstanceOf(EngineException.class).hasMessageContaining("failed on \"");
        assertThatThrownBy(() -> method.attributeAll(fragile, questions()))
                .hasSameClassAs(alone)
                .hasMessage(alone.getMessage());
    }

    @Test
    void aTextThatIsRefusedIsNamed() {
        List<Question> questions = List.of(Question.of("good film"), Question.of("\t"));

        assertThatThrownBy(() -> new Occlusion().attributeAll(Service.of(PooledTextsTest::number), questions))
                .hasMessageStartingWith("The text \"\t\" has no words that could be taken away");
    }

    @Test
    void answersInAnotherOrderAreNoticedAmongSeveralTexts() {
        UnaryOperator<List<Prediction>> backwards = answer -> {
            List<Prediction> reversed = new ArrayList<>(answer);
            Collections.reverse(reversed);
            return reversed;
        };
        Service unordered = new Service(PooledTextsTest::number, backwards, new ArrayList<>());

        assertThatThrownBy(() -> new Occlusion()
                        .attributeAll(unordered, List.of(Question.of("good film"), Question.of("not bad at all"))))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("Have predictAll answer in the order of the texts");
    }
}
