package com.acme.twice;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.junit.Attributions.explain;

import io.github.junitattrib.Prediction;
import io.github.junitattrib.junit.AttributionModel;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tests of every class here. */
@AttributionTest
abstract class Reviews {

    /** Finds that a text is positive if it has the word "great". */
    private static final class Great implements TextClassifier {
        @Override
        public List<String> labels() {
            return List.of("NEGATIVE", "POSITIVE");
        }

        @Override
        public Prediction predict(String text) {
            double score = text.contains("great") ? 2 : -2;
            return Prediction.ofLogits(labels(), new double[] {-score, score});
        }
    }

    @AttributionModel
    static TextClassifier great() {
        return new Great();
    }

    @Test
    void passes() {
        assertThat(explain("It was great").by(new Occlusion())).hasTopToken("great");
    }

    @Test
    void fails() {
        assertThat(explain("It was great").by(new Occlusion())).hasTopToken("It");
    }
}
