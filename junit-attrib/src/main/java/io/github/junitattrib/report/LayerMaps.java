package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.ScoreMatrix;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.WordScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what a test asked of several layers, and puts it into one matrix: word × layer. */
final class LayerMaps {

    private static final String LAYER = "layer";

    private final List<ScoreMatrix> matrices = new ArrayList<>();
    private final Set<Integer> members = new HashSet<>();

    /** What attributions of several layers have in common. */
    private record Asked(
            String text, String method, Map<String, String> others, String target, ModelFacts model, int tokens) {

        static Asked of(Attribution attribution) {
            Map<String, String> others = new HashMap<>(attribution.method().parameters());
            others.remove(LAYER);
            return new Asked(
                    attribution.text(),
                    attribution.method().name(),
                    others,
                    attribution.label(),
                    attribution.model(),
                    attribution.tokens().size());
        }
    }

    LayerMaps(List<Attribution> attributions) {
        Map<Asked, Map<String, Integer>> byLayer = new LinkedHashMap<>();
        for (int i = 0; i < attributions.size(); i++) {
            String layer = attributions.get(i).method().parameters().get(LAYER);
            if (layer != null) {
                byLayer.computeIfAbsent(Asked.of(attributions.get(i)), unused -> new LinkedHashMap<>())
                        .putIfAbsent(layer, i);
            }
        }
        byLayer.values().stream().filter(layers -> layers.size() > 1).forEach(layers -> {
            members.addAll(layers.values());
            matrices.add(matrix(
                    List.copyOf(layers.keySet()),
                    layers.values().stream().map(attributions::get).toList()));
        });
    }

    List<ScoreMatrix> matrices() {
        return matrices;
    }

    /** Whether the matrix shows an attribution beside its like already. */
    boolean has(int attribution) {
        return members.contains(attribution);
    }

    private static ScoreMatrix matrix(List<String> layers, List<Attribution> attributions) {
        Attribution first = attributions.get(0);
        List<String> names = new ArrayList<>();
        List<List<Double>> scores = new ArrayList<>();
        List<List<Row>> columns = attributions.stream().map(LayerMaps::rows).toList();
        for (int row = 0; row < columns.get(0).size(); row++) {
            int place = row;
            names.add(columns.get(0).get(row).name());
            scores.add(columns.stream().map(column -> column.get(place).score()).toList());
        }
        String title = first.method().name() + " toward " + first.label() + ", layer by layer";
        return new ScoreMatrix(title, "word", "layer", names, layers, scores);
    }

    private record Row(String name, double score) {}

    /** Words, and the tokens outside of words: layers keep much of what they know in special tokens. */
    private static List<Row> rows(Attribution attribution) {
        List<Row> rows = new ArrayList<>();
        for (WordScore word : attribution.words()) {
            rows.add(new Row(word.text(), word.score()));
        }
        for (TokenScore token : attribution.tokens()) {
            if (token.word().isEmpty()) {
                rows.add(new Row(token.text(), token.score()));
            }
        }
        return rows;
    }
}
