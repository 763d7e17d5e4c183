package com.acme.reviews;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.junit.AttributionModel;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.junit.UnderTest;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.torch.FunctionModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Models that no loader reads: a service that only predicts, and a function that can be differentiated. */
class OwnModelTest {

    /** Stands for a service; a real one asks over HTTP and gives what it answers. */
    record ReviewService(List<String> praise) implements TextClassifier {

        @Override
        public List<String> labels() {
            return List.of("NEGATIVE", "POSITIVE");
        }

        @Override
        public Prediction predict(String text) {
            boolean praised = praise.stream().anyMatch(text::contains);
            return Prediction.ofProbabilities(labels(), praised ? new double[] {0.1, 0.9} : new double[] {0.7, 0.3});
        }
    }

    @Nested
    @AttributionTest
    class Service {

        @AttributionModel
        static TextClassifier service() {
            return new ReviewService(List.of("stellar", "great"));
        }

        @Test
        void likesPraise(@UnderTest TextClassifier model) {
            assertThat(model.predict("A stellar film").label()).isEqualTo("POSITIVE");
        }
    }

    @Nested
    @AttributionTest
    class BagOfWords {

        @AttributionModel
        static TextClassifier bagOfWords() {
            return FunctionModel.builder(points -> {
                        NDArray weights =
                                FunctionModel.constant(points, -1, 1, 1, -1).reshape(2, 2); // [D,C]
                        return points.sum(new int[] {1}).matMul(weights); // [B,T,D] → [B,D] → [B,C]
                    })
                    .labels("NEGATIVE", "POSITIVE")
                    .embedding(Map.of("great", new double[] {2, 0}, "dull", new double[] {0, 1}), new double[] {0, 0})
                    .build();
        }

        @Test
        void weighsPraiseTwice() {
            assertThat(ig("great but dull").toward("POSITIVE")).ranks("great").above("dull");
        }
    }
}
