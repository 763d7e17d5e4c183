package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.assertj.AttributionAssert;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.KernelShap;
import io.github.junitattrib.method.Lime;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods that draw samples give no verdict on what is a tie by symmetry, whatever they draw. */
class SampledMethodsTest {

    private static final String TEXT = "They said it was great and then some more words here ok";

    /** [said and great] + [They and here] + 1.5 [it, ok and words]: "said" and "They" are alike, "was" does nothing. */
    private record Symmetric() implements TextClassifier {

        @Override
        public List<String> labels() {
            return List.of("NEGATIVE", "POSITIVE");
        }

        @Override
        public Prediction predict(String text) {
            double sum = (has(text, "said", "great") ? 1 : 0)
                    + (has(text, "They", "here") ? 1 : 0)
                    + (has(text, "it", "ok", "words") ? 1.5 : 0);
            return Prediction.ofLogits(labels(), new double[] {0, sum});
        }

        private static boolean has(String text, String... words) {
            List<String> all = List.of(text.split(" ", -1));
            return Stream.of(words).allMatch(all::contains);
        }

        @Override
        public ModelFacts facts() {
            return ModelFacts.unknown("symmetric");
        }
    }

    static Stream<Arguments> sampled() {
        LongFunction<AttributionMethod> shap = seed -> new KernelShap().seed(seed);
        LongFunction<AttributionMethod> lime = seed -> new Lime().seed(seed);
        return Stream.of(Arguments.of("KernelShap", shap), Arguments.of("Lime", lime));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sampled")
    void noSeedTellsATieApart(String name, LongFunction<AttributionMethod> method) {
        for (long seed = 1; seed <= 40; seed++) {
            assertThat(verdict(method.apply(seed), each -> each.ranks("said").above("They")))
                    .as("%s, seed %d", name, seed)
                    .isInstanceOf(InconclusiveException.class)
                    .hasMessageContaining("uncertainties are three standard errors of the samples");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sampled")
    void everySeedTellsWhatIsClear(String name, LongFunction<AttributionMethod> method) {
        for (long seed = 1; seed <= 10; seed++) {
            assertThat(verdict(method.apply(seed), each -> each.ranks("said").above("was")))
                    .as("%s, seed %d", name, seed)
                    .isNull();
        }
    }

    private static Throwable verdict(AttributionMethod method, Consumer<AttributionAssert> check) {
        AttributionRequest request = AttributionRequest.of(new Symmetric(), TEXT, method);
        return catchThrowable(() -> check.accept(assertThat(request)));
    }
}
