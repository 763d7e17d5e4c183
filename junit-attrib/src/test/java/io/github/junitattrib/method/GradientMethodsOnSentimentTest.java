package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.TokenScore;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradient methods on texts of no token and of one, on the embedded model. */
class GradientMethodsOnSentimentTest {

    static Stream<AttributionMethod> methods() {
        GradientSampling few = GradientSampling.of(8);
        return Stream.of(
                new Saliency(),
                new InputTimesGradient(),
                new ExpectedGradients().sampling(few),
                new SmoothGrad(new Saliency()).sampling(few),
                new SmoothGrad(new IntegratedGradients(IntegrationRule.gaussLegendre(5))).sampling(few),
                new VarGrad(new InputTimesGradient()).sampling(few));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aTextWithoutTokensIsAnError(AttributionMethod method) {
        assertThatThrownBy(() -> method.attribute(SentimentModel.get(), Question.of("  ")))
                .isInstanceOf(InvalidTextException.class);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aTextOfOneTokenHasOneWord(AttributionMethod method) {
        Attribution attribution = method.attribute(SentimentModel.get(), Question.of("great"));

        assertThat(attribution.words()).singleElement().satisfies(word -> {
            assertThat(word.text()).isEqualTo("great");
            assertThat(word.score()).isNotZero();
        });
        assertThat(attribution.tokens()).allMatch(token -> Double.isFinite(token.score()));
        assertThat(attribution.label()).isEqualTo("POSITIVE");
    }

    @ParameterizedTest
    @MethodSource("methods")
    void twoRunsAreEqual(AttributionMethod method) {
        Question question = Question.of("They said it was great");

        assertThat(method.attribute(SentimentModel.get(), question))
                .isEqualTo(method.attribute(SentimentModel.get(), question));
    }

    @ParameterizedTest
    @MethodSource("pathMethods")
    void specialTokensHaveNoShareOfAPath(AttributionMethod method) {
        assertThat(method.attribute(SentimentModel.get(), Question.of("They said it was great"))
                        .tokens())
                .filteredOn(TokenScore::special)
                .hasSize(2)
                .allMatch(token -> token.score() == 0 && token.uncertainty() == 0);
    }

    static Stream<AttributionMethod> pathMethods() {
        GradientSampling few = GradientSampling.of(8);
        return Stream.of(
                new ExpectedGradients().sampling(few).noise(NoiseLevel.ofDeviation(0.5)),
                new SmoothGrad(new IntegratedGradients(IntegrationRule.gaussLegendre(5))).sampling(few));
    }
}
