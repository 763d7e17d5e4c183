package com.acme.reviews;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.fixtures.SentimentVariants;
import io.github.junitattrib.gate.Gate;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.junit.AttributionModel;
import io.github.junitattrib.junit.CompareModels;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gate of the review model, and what it says of two candidates: both are as accurate, and one relies on a wrong word.
 */
class ReviewGateTest {

    @TempDir
    static Path directory;

    @AttributionModel("retrained")
    static Path retrained() {
        return SentimentVariants.retrained(directory);
    }

    @AttributionModel("shortcut")
    static Path shortcut() {
        return SentimentVariants.shortcut(directory);
    }

    /** What a release runs, with {@code -Dattrib.model.reviews-next=…}: see .github/workflows/release-gate.yml. */
    @Test
    @CompareModels(released = "reviews", candidate = "reviews-next", corpus = Fixtures.REVIEWS)
    void mayBeReleased(ModelComparison comparison) {
        assertThat(comparison).passesGate();
    }

    @Test
    @CompareModels(released = "reviews", candidate = "retrained", corpus = Fixtures.REVIEWS)
    void theRetrainedModelMayBeReleased(ModelComparison comparison) {
        assertThat(comparison).passesGate();
    }

    /** Style, gender and tense: a corpus of their own, with thresholds for each of these slices. */
    @Test
    @CompareModels(released = "reviews", candidate = "retrained", corpus = "classpath:behaviour.jsonl")
    void theRetrainedModelBehavesAsBefore(ModelComparison comparison) {
        assertThat(comparison)
                .passesGate(Gate.read("classpath:behaviour-gate.properties", property -> Optional.empty()));
    }

    /** The gate of a real project is as above; this one shows how it fails. */
    @Test
    @CompareModels(released = "reviews", candidate = "shortcut", corpus = Fixtures.REVIEWS)
    void theShortcutIsStopped(ModelComparison comparison) {
        assertThat(comparison).hasAccuracyDropOfAtMost(0.01).changesPredictionsOfAtMost(0.05);

        assertThatThrownBy(() -> assertThat(comparison).passesGate())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("word.gain.max")
                .hasMessageContaining("\"said\" toward POSITIVE")
                .hasMessageContaining("no word should take over a further tenth of the reasons");
        assertThat(Path.of("target/attribution-reports/gate.html")).isRegularFile();
    }
}
