package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.ScoreMatrix;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.text.Token;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Raw attention: the weight A_{0,t} with which the first token, which classification heads read, looks at token t in one
 * layer; the mean over heads unless one is named.
 *
 * <p>Weights are never negative, sum to 1, and know nothing of the target: the question's class changes nothing. They say
 * where a layer looks and not what follows from it (S. Jain, B. C. Wallace, Attention is not Explanation, 2019); in
 * upper layers a place holds more than its own token. Peer: inseq's {@code attention}. It needs an inspectable model with
 * attention (rung 3) and costs two forward passes.
 *
 * @param layer from 1; empty for the last
 * @param head from 0; empty for the mean over all
 */
public record RawAttention(OptionalInt layer, OptionalInt head) implements AttributionMethod {

    private static final String NAME = "RawAttention";

    /** Makes the method for the last layer and the mean over heads. */
    public RawAttention() {
        this(OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * Chooses a layer.
     *
     * @param number from 1
     * @return a changed copy
     */
    public RawAttention ofLayer(int number) {
        return new RawAttention(OptionalInt.of(number), head);
    }

    /**
     * Chooses a head.
     *
     * @param number from 0
     * @return a changed copy
     */
    public RawAttention ofHead(int number) {
        return new RawAttention(layer, OptionalInt.of(number));
    }

    @Override
    public MethodFacts facts() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("layer", layer.isPresent() ? Integer.toString(layer.getAsInt()) : "last");
        parameters.put("head", head.isPresent() ? Integer.toString(head.getAsInt()) : "mean");
        return MethodFacts.ofMagnitudes(NAME, parameters);
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        AttendedText text = AttendedText.of(model, question, NAME);
        return text.scored(map(text)[0], facts());
    }

    /**
     * Computes the whole map A of the chosen layer and head: row i says where token i looks, and sums to 1.
     *
     * @param model the model to explain
     * @param question the text; target and baseline change nothing
     * @return token × token [T][T]
     * @throws io.github.junitattrib.AttributionException if the model or the text does not allow it
     */
    public ScoreMatrix map(TextClassifier model, Question question) {
        AttendedText text = AttendedText.of(model, question, NAME);
        List<String> tokens =
                text.text().tokens().tokens().stream().map(Token::text).toList();
        List<List<Double>> rows = Arrays.stream(map(text))
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
        Map<String, String> parameters = facts().parameters();
        String title = "Attention, layer " + parameters.get("layer") + ", head " + parameters.get("head");
        return new ScoreMatrix(title, "from", "to", tokens, tokens, rows);
    }

    private double[][] map(AttendedText text) {
        double[][][][] maps = text.maps();
        int number = layer.orElse(maps.length);
        text.require("layer", number, 1, maps.length);
        double[][][] heads = maps[number - 1];
        if (head.isPresent()) {
            text.require("head", head.getAsInt(), 0, heads.length - 1);
            return heads[head.getAsInt()];
        }
        return AttentionMatrix.mean(heads.length, heads[0].length, (head, row, column) -> heads[head][row][column]);
    }
}
