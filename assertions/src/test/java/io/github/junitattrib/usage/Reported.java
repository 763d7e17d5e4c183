package io.github.junitattrib.usage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What the only run of a test method left: its page for people and its numbers for programs.
 *
 * @param page as a browser parses it
 * @param sidecar the numbers
 */
record Reported(Document page, JsonNode sidecar) {

    static Reported of(Path reports, String method) {
        try (Stream<Path> files = Files.walk(reports, 2)) {
            Path page = files.filter(file -> file.endsWith(method + "-1.html"))
                    .findFirst()
                    .orElseThrow();
            return new Reported(
                    Jsoup.parse(page.toFile()),
                    new ObjectMapper()
                            .readTree(page.resolveSibling(method + "-1.json").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field of each attribution, in the order of the test. */
    List<String> each(String pointer) {
        List<String> values = new ArrayList<>();
        sidecar.path("attributions")
                .forEach(attribution -> values.add(attribution.at(pointer).asText()));
        return values;
    }

    /** The sums of the pieces of each word of an attribution. */
    List<Double> scores(int attribution) {
        Map<Integer, Double> scores = new TreeMap<>();
        for (JsonNode token : sidecar.at("/attributions/" + attribution + "/tokens")) {
            if (!token.path("word").isNull()) {
                scores.merge(token.path("word").asInt(), token.path("score").asDouble(), Double::sum);
            }
        }
        return List.copyOf(scores.values());
    }

    /** The strings of a list. */
    static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        list.forEach(one -> strings.add(one.asText()));
        return strings;
    }

    /** The cells of a list of lists of numbers, as maps print them. */
    static List<String> cells(JsonNode rows) {
        List<String> cells = new ArrayList<>();
        rows.forEach(row -> row.forEach(score -> cells.add(cell(score.asDouble()))));
        return cells;
    }

    static String cell(double score) {
        return String.format(Locale.ROOT, "%+.3f", score);
    }
}
