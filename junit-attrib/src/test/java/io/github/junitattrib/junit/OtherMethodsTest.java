package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.explain;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InteractionMatrix;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.method.DiscretizedIntegratedGradients;
import io.github.junitattrib.method.LayerConductance;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.Reduction;
import io.github.junitattrib.method.ShapleyInteraction;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.TextClassifier;
import org.junit.jupiter.api.Test;

/** What methods ask of a model must reach it through the view that tests get. */
@AttributionTest(model = Fixtures.SENTIMENT)
class OtherMethodsTest {

    @Test
    void wordToWordPathsFindTheVocabulary() {
        Attribution attribution = explain("They said it was great")
                .by(new DiscretizedIntegratedGradients().over(5, 50))
                .attribution();

        assertThat(attribution.ranking().get(0).text()).isEqualTo("great");
        assertThat(attribution.convergence().converged()).isTrue();
        assertThat(Math.abs(attribution.delta()))
                .isLessThanOrEqualTo(attribution.convergence().deltaLimit());
    }

    @Test
    void layersAreShownAsZScores() {
        Attribution attribution = explain("They said it was great")
                .by(new LayerConductance(Layer.encoder(1)).reduced(Reduction.Z_SCORE))
                .attribution();

        assertThat(attribution.claimsCompleteness()).isFalse();
        assertThat(attribution.method().parameters()).containsEntry("reduction", "Z_SCORE");
    }

    @Test
    void pairsOfWordsInteract(@UnderTest TextClassifier model) {
        InteractionMatrix matrix = new ShapleyInteraction().interactions(model, Question.of("It was not good"));

        assertThat(matrix.strongest().get(0)).isEqualTo(matrix.between("not", "good"));
    }
}
