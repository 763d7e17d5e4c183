package com.acme.reviews;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.fixtures.SentimentVariants;
import io.github.junitattrib.junit.AttributionModel;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.junit.ModelVariants;
import io.github.junitattrib.junit.Variant;
import io.github.junitattrib.model.TextClassifier;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same questions to every build of one model: the checkpoint, its TorchScript export, other parameters. */
@AttributionTest
class ReviewExportsTest {

    @TempDir
    static Path directory;

    /** A release is often a directory that another step of the build writes. */
    @AttributionModel("rescaled")
    static Path rescaled() {
        return SentimentVariants.reparameterized(directory);
    }

    @ModelVariants({Fixtures.SENTIMENT, Fixtures.SENTIMENT_TRACED, "rescaled"})
    void keyOnTheOpinion() {
        assertThat(ig("They said it was great").toward("POSITIVE"))
                .isComplete()
                .ranks("great")
                .above("said");
    }

    @Test
    void giveTheSameScores(
            @Variant(Fixtures.SENTIMENT) TextClassifier checkpoint,
            @Variant(Fixtures.SENTIMENT_TRACED) TextClassifier export) {
        String text = "A gripping, moving film";

        assertThat(export.predict(text).scores().get(1))
                .isCloseTo(checkpoint.predict(text).scores().get(1), within(1e-4));
    }
}
