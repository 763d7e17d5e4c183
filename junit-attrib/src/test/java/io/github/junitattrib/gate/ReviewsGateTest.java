package io.github.junitattrib.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.fixtures.SentimentVariants;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelCache;
import io.github.junitattrib.model.ModelLocation;
import io.github.junitattrib.model.ModelRepository;
import io.github.junitattrib.model.TextClassifier;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file of thresholds stops a model that learnt a shortcut, and lets one pass that was trained again. */
class ReviewsGateTest {

    private static ComparisonResult retrained;
    private static ComparisonResult shortcut;
    private static Gate gate;

    @BeforeAll
    static void compare(@TempDir Path parent) {
        retrained = compared(SentimentVariants.retrained(parent));
        shortcut = compared(SentimentVariants.shortcut(parent));
        gate = Gate.read("classpath:reviews-gate.properties", name -> Optional.empty());
    }

    private static ComparisonResult compared(Path directory) {
        try (TextClassifier candidate = new ModelRepository(
                        new ModelLocation(name -> Optional.empty(), ModelCache.inUserHome()))
                .load(directory.toString(), new DeviceChoice("cpu"))) {
            return ModelComparison.between(SentimentModel.get(), candidate, Corpus.from(Fixtures.REVIEWS))
                    .result();
        }
    }

    @Test
    void accuracyDoesNotTellTheShortcut() {
        double good = retrained.all().candidateAccuracy().orElseThrow().value();
        double bad = shortcut.all().candidateAccuracy().orElseThrow().value();
        double released = shortcut.all().releasedAccuracy().orElseThrow().value();

        assertThat(bad).isCloseTo(good, within(0.01)).isCloseTo(released, within(0.01));
        assertThat(released).isEqualTo(128.0 / 134);
        Figures reporting = shortcut.slice("reporting").orElseThrow();
        assertThat(reporting.candidateAccuracy().orElseThrow().value())
                .isGreaterThanOrEqualTo(
                        reporting.releasedAccuracy().orElseThrow().value());
    }

    @Test
    void theRetrainedModelPasses() {
        GateResult result = gate.judge(retrained);

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.checks())
                .hasSize(9)
                .allSatisfy(check -> assertThat(check.verdict()).contains(Verdict.PASS));
    }

    @Test
    void theShortcutFailsByItsWordAlone() {
        GateResult result = gate.judge(shortcut);

        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.checks())
                .filteredOn(check -> !check.verdict().equals(Optional.of(Verdict.PASS)))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.rule().key()).isEqualTo(GateKey.WORD_GAIN_MAX);
                    assertThat(check.verdict()).contains(Verdict.FAIL);
                    assertThat(check.note()).isEqualTo("\"said\" toward POSITIVE");
                });
        assertThat(result.shown().places("said")).hasSize(1);
    }

    @Test
    void theLimitHasAMarginOnBothSides() {
        double limit = 0.1;

        assertThat(retrained.words(5))
                .allSatisfy(word -> assertThat(word.rise().high()).isLessThan(0.7 * limit));
        assertThat(shortcut.furthest(5, limit).orElseThrow().rise().low()).isGreaterThan(1.3 * limit);
    }

    @Test
    void theWordOfTheShortcutGainsMost() {
        WordShare said = shortcut.words(5).get(0);

        assertThat(said.word()).isEqualTo("said");
        assertThat(said.target()).isEqualTo("POSITIVE");
        assertThat(said.texts()).isEqualTo(12);
        assertThat(said.candidate()).isGreaterThan(4 * said.released());
    }
}
