package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.junit.Attributions.ig;
import static io.github.junitattrib.junit.Attributions.integratedGradients;
import static io.github.junitattrib.junit.Attributions.variants;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.assertj.AttributionAssertionError;
import io.github.junitattrib.axiom.Sensitivity;
import io.github.junitattrib.conformance.ClosedForms;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.fixtures.SentimentVariants;
import io.github.junitattrib.junit.AttributionModel;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.junit.Variant;
import io.github.junitattrib.junit.WithIntegratedGradients;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import io.github.junitattrib.model.TextClassifier;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The axioms on the embedded model and its variants, as a test says them. */
@AttributionTest(model = Fixtures.SENTIMENT)
class AxiomsOnSentimentTest {

    private static final String FILM = "A stellar, moving film";

    @AttributionModel("retrained")
    static String retrained() {
        return SentimentVariants.retrained(Path.of("target/models")).toString();
    }

    @Test
    void theMethodIsCompleteAndSensitive(@WithIntegratedGradients AttributionRunner runner) {
        assertThat(runner).isComplete(FILM).isSensitive(FILM).isSensitive(FILM, new Sensitivity().above(0.05));
    }

    @Test
    void tooFewPointsAreNoProof() {
        TextClassifier model = ig(FILM).model();
        IntegratedGradients coarse = new IntegratedGradients(IntegrationRule.gaussLegendre(2));

        assertThatThrownBy(() -> assertThat(coarse).on(model).isComplete("They said it was great"))
                .isInstanceOf(InconclusiveException.class);
    }

    @Test
    void theClassicExample() {
        assertThat(integratedGradients()).on(ClosedForms.saturating()).isSensitive("2");
        assertThatThrownBy(() -> assertThat(new InputTimesGradient())
                        .on(ClosedForms.saturating())
                        .isSensitive("2"))
                .isInstanceOf(AttributionAssertionError.class)
                .hasMessageStartingWith(
                        "Expected \"2\" to have a score toward F, as taking this word alone away changes"
                                + " F(x) by -1.0000, but InputTimesGradient gives it +0.0000 (uncertainty 0.0000).");
    }

    @Test
    void exportsAgree(
            @Variant(Fixtures.SENTIMENT) TextClassifier eager,
            @Variant(Fixtures.SENTIMENT_TRACED) TextClassifier traced) {
        assertThat(variants(eager, traced)).areInvariantUnder(integratedGradients(), FILM);
    }

    @Test
    void aModelThatWasTrainedAgainIsNoVariant(
            @Variant(Fixtures.SENTIMENT) TextClassifier one, @Variant("retrained") TextClassifier other) {
        assertThatThrownBy(() -> assertThat(variants(one, other)).areInvariantUnder(integratedGradients(), FILM))
                .isInstanceOf(AttributionAssertionError.class)
                .hasMessageContaining(
                        "to compute the same function toward POSITIVE, but the functions already differ at"
                                + " path point alpha=")
                .hasMessageContaining("functions  compared at ");
    }
}
