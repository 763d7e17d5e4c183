package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.explain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.model.TextClassifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several requests of a test at once: computed together by method, and kept and logged like single ones. */
class ManyRequestsTest {

    @TempDir
    private Path directory;

    @Test
    void requestsOfATestAreComputedTogether() {
        assertThat(Run.errors(new Run(directory).execute(UnderTestCases.class))).isEmpty();
    }

    @Test
    void thoseOfAnotherModelAreToo() {
        assertThat(Run.errors(new Run(directory).execute(VariantTestCases.class)))
                .isEmpty();
    }

    /** Integrated Gradients that note the texts of each call. */
    private static class Noting implements AttributionMethod {

        final List<List<String>> calls = new ArrayList<>();

        @Override
        public MethodFacts facts() {
            return new MethodFacts("Noting", Map.of());
        }

        @Override
        public Attribution attribute(TextClassifier model, Question question) {
            calls.add(List.of(question.text()));
            return new IntegratedGradients().attribute(model, question);
        }

        @Override
        public List<Attribution> attributeAll(TextClassifier model, List<Question> questions) {
            calls.add(questions.stream().map(Question::text).toList());
            return new IntegratedGradients().attributeAll(model, questions);
        }

        List<AttributionRequest> of(String... texts) {
            return Stream.of(texts).map(text -> explain(text).by(this)).toList();
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class UnderTestCases {

        private final Noting method = new Noting();

        @Test
        void eachTextOnceAndTheOnesThatAreKnownNotAgain() {
            Attribution known = method.of("said").get(0).attribution();

            List<Attribution> all = AttributionRequest.attributions(method.of("great", "said", "was", "great"));

            assertThat(all).extracting(Attribution::text).containsExactly("great", "said", "was", "great");
            assertThat(method.calls).containsExactly(List.of("said"), List.of("great", "was"));
            assertThat(all.get(1)).isSameAs(known);
            assertThat(all.get(3)).isSameAs(all.get(0));
            assertThat(method.of("was").get(0).attribution()).isSameAs(all.get(2));
            assertThat(all.get(0).model().name()).isEqualTo(Run.FAKE);
        }

        @Test
        void byMethod() {
            Noting other = new Noting();

            List<Attribution> all = AttributionRequest.attributions(List.of(
                    method.of("great").get(0),
                    other.of("said").get(0),
                    method.of("was").get(0),
                    other.of("it").get(0)));

            assertThat(all).extracting(Attribution::text).containsExactly("great", "said", "was", "it");
            assertThat(method.calls).containsExactly(List.of("great", "was"));
            assertThat(other.calls).containsExactly(List.of("said", "it"));
        }

        @Test
        void inTheLogInTheirOrder() {
            List<AttributionRequest> requests = method.of("great", "said");

            List<Attribution> all = AttributionRequest.attributions(requests);

            AttributionLog log = AttributionLog.current().orElseThrow();
            assertThat(log.attributions()).isEqualTo(all);
            assertThat(log.requestOf(all.get(1))).contains(requests.get(1));
        }

        @Test
        void withTheErrorThatOneHasAlone() {
            Throwable alone = catchThrowable(() -> method.of(" ").get(0).attribution());

            assertThatThrownBy(() -> AttributionRequest.attributions(method.of("great", " ", "was")))
                    .isInstanceOf(InvalidTextException.class)
                    .hasMessage(alone.getMessage());
            // What went well before is kept.
            int calls = method.calls.size();
            assertThat(method.of("great").get(0).attribution().text()).isEqualTo("great");
            assertThat(method.calls).hasSize(calls);
        }

        @Test
        void alsoNone() {
            assertThat(AttributionRequest.attributions(List.of())).isEmpty();
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class VariantTestCases {

        @Test
        void together(@Variant(Run.OTHER) AttributionRunner runner) {
            Noting method = new Noting();

            List<Attribution> all = AttributionRequest.attributions(Stream.of("great", "said")
                    .map(text -> runner.explain(text).with(method))
                    .toList());

            assertThat(method.calls).containsExactly(List.of("great", "said"));
            assertThat(all).allMatch(each -> each.model().name().equals(Run.OTHER));
            assertThat(AttributionLog.current().orElseThrow().attributions()).isEqualTo(all);
        }
    }

    @Test
    void aMethodThatForgetsATextIsNamed() {
        AttributionMethod forgetful = new Noting() {
            @Override
            public List<Attribution> attributeAll(TextClassifier model, List<Question> questions) {
                return super.attributeAll(model, questions.subList(1, questions.size()));
            }
        };
        FakeClassifier model = new FakeClassifier(ModelFacts.unknown("fake"), FakeLoader.Counts.of(directory));
        model.counts().loads().incrementAndGet();

        assertThatThrownBy(() -> AttributionRequest.attributions(Stream.of("great", "said")
                        .map(text -> AttributionRequest.of(model, text, forgetful))
                        .toList()))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("gives 1 attributions of 2 texts. Check its attributeAll");
    }
}
