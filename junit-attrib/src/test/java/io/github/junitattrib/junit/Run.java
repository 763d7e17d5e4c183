package io.github.junitattrib.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs test cases in an engine of their own, on fake models and with reports of their own. */
final class Run {

    /** The alias of the fake model that every run has. */
    static final String FAKE = "fake";
    /** The alias of a second one. */
    static final String OTHER = "other";

    private final Path directory;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    Run(Path directory) {
        this.directory = directory;
        model(FAKE, "");
        model(OTHER, "");
        with("attrib.report.dir", reports().toString());
        with("attrib.run", "run");
    }

    /** Makes a fake model; the content says how loading it goes. */
    Run model(String alias, String content) {
        try {
            Files.createDirectories(directoryOf(alias));
            Files.writeString(directoryOf(alias).resolve(FakeLoader.FILE), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return with("attrib.model." + alias, directoryOf(alias).toString());
    }

    Run with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    EngineExecutionResults execute(Class<?>... classes) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .selectors(Stream.of(classes)
                        .map(DiscoverySelectors::selectClass)
                        .toList()
                        .toArray(new org.junit.platform.engine.discovery.ClassSelector[0]))
                .execute();
    }

    LauncherDiscoveryRequest request(Class<?>... classes) {
        return LauncherDiscoveryRequestBuilder.request()
                .configurationParameters(parameters)
                .selectors(
                        Stream.of(classes).map(DiscoverySelectors::selectClass).toList())
                .build();
    }

    /** What tests and containers failed with, in the order of their ends. */
    static List<Throwable> errors(EngineExecutionResults results) {
        return results.allEvents()
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .toList();
    }

    static List<String> succeeded(EngineExecutionResults results) {
        return results.testEvents().succeeded().map(Run::name).toList();
    }

    private static String name(Event event) {
        return event.getTestDescriptor().getDisplayName();
    }

    FakeLoader.Counts counts(String alias) {
        return FakeLoader.Counts.of(directoryOf(alias));
    }

    Path directoryOf(String alias) {
        return directory.resolve("models").resolve(alias);
    }

    Path reports() {
        return directory.resolve("reports");
    }

    /** The files below the report directory, those of the index excepted, as relative names with slashes. */
    List<String> files(String ending) {
        if (!Files.exists(reports())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(reports(), 2)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> reports().relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.contains("/") && name.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> sidecars() {
        return files(".json").stream().map(this::json).toList();
    }

    JsonNode json(String file) {
        try {
            return new ObjectMapper().readTree(reports().resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sidecar of a test, by what it says inside. */
    JsonNode sidecar(Class<?> type, String method, int invocation) {
        return sidecars().stream()
                .filter(sidecar -> sidecar.at("/test/class").asText().equals(type.getName()))
                .filter(sidecar -> sidecar.at("/test/method").asText().equals(method))
                .filter(sidecar -> sidecar.at("/test/invocation").asInt() == invocation)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No report of " + method + " among " + files(".json")));
    }

    JsonNode sidecar(Class<?> type, String method) {
        return sidecar(type, method, 1);
    }

    /** Method and status of each report, in the order of their names. */
    List<String> ends() {
        return sidecars().stream()
                .map(sidecar -> sidecar.at("/test/method").asText() + " "
                        + sidecar.at("/test/status").asText())
                .sorted()
                .toList();
    }

    /** The texts that a report has attributions of. */
    static List<String> texts(JsonNode sidecar) {
        List<String> texts = new ArrayList<>();
        sidecar.at("/attributions").forEach(one -> texts.add(one.at("/text").asText()));
        return texts;
    }
}
