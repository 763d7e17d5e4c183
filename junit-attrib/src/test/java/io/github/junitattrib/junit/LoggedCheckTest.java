package io.github.junitattrib.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Check;
import io.github.junitattrib.CheckResult;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.report.TestCase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks are run again from the log, without the test method that made them. */
class LoggedCheckTest {

    private static final Check PREDICTS_POSITIVE = new Check(
            "predicts",
            List.of("POSITIVE"),
            attribution -> new CheckResult(
                    attribution.prediction().label().equals("POSITIVE") ? Verdict.PASS : Verdict.FAIL, "", List.of()));

    private final AttributionLog log = new AttributionLog(new TestCase("Some", "test", 1, "id"), "page.html");

    @Test
    void aCheckOnARequestIsReplayedOnAnyModel() {
        AttributionRequest request =
                AttributionRequest.of(SentimentModel.get(), "A wonderful film", Attributions.integratedGradients());
        Attribution attribution = request.attribution();

        log.computed(request, attribution);
        log.record(attribution, PREDICTS_POSITIVE, PREDICTS_POSITIVE.function().apply(attribution));

        assertThat(log.replayable()).hasSize(1).allSatisfy(logged -> {
            assertThat(logged.request()).isEqualTo(request);
            assertThat(logged.on(SentimentModel.get()).verdict()).isEqualTo(Verdict.PASS);
        });
    }

    @Test
    void aCheckOnAReadyAttributionIsReportedButCannotBeReplayed() {
        Attribution attribution = AttributionRequest.of(
                        SentimentModel.get(), "A wonderful film", Attributions.integratedGradients())
                .attribution();

        log.record(attribution, PREDICTS_POSITIVE, PREDICTS_POSITIVE.function().apply(attribution));

        assertThat(log.replayable()).isEmpty();
        assertThat(log.checks()).hasSize(1);
    }
}
