package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.junit.AttributionTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Assertions are replayed on mutants as tests write them, on the embedded model. */
class AssertionVacuityTest {

    @TempDir
    private Path reports;

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class ReviewTestCases {

        @Test
        void opinions() {
            assertThat(ig("The film was great").toward("POSITIVE")).hasTopToken("great");
            assertThat(ig("The plot was boring").toward("NEGATIVE"))
                    .ranks("boring")
                    .above("plot");
        }

        @Test
        void axioms() {
            assertThat(ig("They said it was great").toward("POSITIVE")).isComplete();
        }
    }

    @Test
    void should_replay_what_assertions_say_about_the_model_and_no_axiom() throws IOException {
        try (var session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(DiscoverySelectors.selectClass(ReviewTestCases.class))
                            .configurationParameter("attrib.report.dir", reports.toString())
                            .configurationParameter("attrib.vacuity", "report")
                            .build());
        }
        List<String> judged = new ArrayList<>();
        JsonNode file =
                new ObjectMapper().readTree(reports.resolve("vacuity.json").toFile());
        file.path("tests")
                .forEach(test -> test.path("checks")
                        .forEach(check -> judged.add(test.at("/test/method").asText() + " "
                                + check.path("kind").asText() + " "
                                + check.path("strength").asText())));
        // That scores are complete is no statement about what the model learnt: it is not asked of mutants.
        then(judged).containsExactly("opinions hasTopToken strong", "opinions ranksAbove strong");
    }
}
