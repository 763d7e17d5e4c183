package io.github.junitattrib.usage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test cases in an engine of their own, and tells how each of them ended, by the reports that they left. */
final class Suite {

    private final Path reports;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    Suite(Path reports) {
        this.reports = reports;
        with("attrib.report.dir", reports.toString());
        with("attrib.report", "all");
        with("attrib.run", "run");
    }

    Suite with(String parameter, String value) {
        parameters.put(parameter, value);
        return this;
    }

    /** Runs classes and methods at once, on four threads. */
    Suite inParallel() {
        return with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "4");
    }

    EngineExecutionResults execute(Class<?>... classes) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .selectors(Stream.of(classes)
                        .map(DiscoverySelectors::selectClass)
                        .toArray(org.junit.platform.engine.discovery.ClassSelector[]::new))
                .execute();
    }

    /**
     * How each test ended, in the order of the names: {@code Class.method invocation status: texts | checks}, where a check
     * is the text that it judged, its kind and verdict.
     */
    List<String> ends(Class<?>... classes) {
        execute(classes);
        try (Stream<Path> files = Files.walk(reports, 2)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.getParent().equals(reports))
                    .map(Suite::read)
                    .map(Suite::end)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String end(JsonNode report) {
        String type = report.at("/test/class").asText();
        String checks = StreamSupport.stream(report.at("/assertions").spliterator(), false)
                .map(check -> text(report, check.at("/attribution").asInt()) + " "
                        + check.at("/kind").asText() + " "
                        + check.at("/verdict").asText())
                .collect(Collectors.joining(", "));
        return type.substring(type.lastIndexOf('$') + 1) + "."
                + report.at("/test/method").asText() + " "
                + report.at("/test/invocation").asText() + " "
                + report.at("/test/status").asText() + (checks.isEmpty() ? "" : ": " + checks);
    }

    private static String text(JsonNode report, int attribution) {
        return "\"" + report.at("/attributions/" + attribution + "/text").asText() + "\"";
    }
}
