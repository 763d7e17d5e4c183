package io.github.junitattrib;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.fixtures.Fixtures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The reference numbers that Captum and transformers computed in double precision on embedded models. */
public final class References {

    private References() {}

    /** One text with its numbers. */
    public record Case(String text, JsonNode json) {

        /** The runs with a method, such as {@code gausslegendre}, and a number of points. */
        public List<Run> runs(String method, int steps) {
            List<Run> runs = new ArrayList<>();
            for (JsonNode run : json.path("runs")) {
                if (run.path("method").asText().equals(method)
                        && run.path("n_steps").asInt() == steps) {
                    runs.add(new Run(this, run));
                }
            }
            return runs;
        }

        public double[] logits() {
            return Numbers.doubles(json.path("logits"));
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** One attribution of a text. */
    public record Run(Case of, JsonNode json) {

        public Baseline.Row baseline() {
            return switch (json.path("baseline").asText()) {
                case "PAD" -> Baseline.PAD;
                case "zero" -> Baseline.ZERO;
                case "mask" -> Baseline.MASK;
                default -> throw new IllegalStateException(json.path("baseline").asText());
            };
        }

        public Target target() {
            return Target.label(json.path("label").asText());
        }

        public double[] scores() {
            return Numbers.doubles(json.path("scores"));
        }

        public double number(String field) {
            return json.path(field).asDouble();
        }

        @Override
        public String toString() {
            return json.path("method").asText() + " " + json.path("n_steps") + " from " + baseline() + " toward "
                    + target() + ": " + of.text();
        }
    }

    public static List<Case> sentiment() {
        return of(Fixtures.SENTIMENT_REFERENCES);
    }

    /** The texts of a resource that the fixtures name. */
    public static List<Case> of(String resource) {
        try (InputStream stream = References.class.getClassLoader().getResourceAsStream(resource)) {
            List<Case> cases = new ArrayList<>();
            for (JsonNode json :
                    new ObjectMapper().readTree(Objects.requireNonNull(stream)).path("cases")) {
                cases.add(new Case(json.path("text").asText(), json));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All runs with a method and a number of points. */
    public static List<Run> sentiment(String method, int steps) {
        return sentiment().stream()
                .flatMap(one -> one.runs(method, steps).stream())
                .toList();
    }
}
