package io.github.junitattrib.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test cases in a session of their own with {@code attrib.vacuity=report}, and reads what it says of their checks. */
final class VacuityRun {

    private VacuityRun() {}

    /**
     * A check in the list of its run.
     *
     * @param method the test that made it
     * @param kind name of the assertion
     * @param call how the test wrote it
     * @param strength {@code vacuous}, {@code strong} or {@code not judged}
     * @param reason why it was not judged; {@code null} as text otherwise
     */
    record Judged(String method, String kind, String call, String strength, String reason) {}

    static List<Judged> of(Class<?> cases, Path reports) {
        try (var session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(DiscoverySelectors.selectClass(cases))
                            .configurationParameter("attrib.report.dir", reports.toString())
                            .configurationParameter("attrib.vacuity", "report")
                            .build());
        }
        List<Judged> judged = new ArrayList<>();
        tests(reports)
                .forEach(test -> test.path("checks")
                        .forEach(check -> judged.add(new Judged(
                                test.at("/test/method").asText(),
                                check.path("kind").asText(),
                                check.path("call").asText(),
                                check.path("strength").asText(),
                                check.path("reason").asText()))));
        return judged;
    }

    private static JsonNode tests(Path reports) {
        try {
            return new ObjectMapper()
                    .readTree(reports.resolve("vacuity.json").toFile())
                    .path("tests");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
