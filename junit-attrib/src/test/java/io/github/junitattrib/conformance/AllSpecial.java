package io.github.junitattrib.conformance;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.AttentionGradients;
import io.github.junitattrib.model.EmbeddingTable;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.InspectableClassifier;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.Propagation;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A network whose tokenizer finds no word in any text, and adds special tokens all the same.
 *
 * @param network what it computes with
 */
record AllSpecial(ClosedNetwork network) implements InspectableClassifier {

    @Override
    public List<Span> words(String text) {
        return List.of();
    }

    @Override
    public TokenizedText tokenize(String text) {
        List<Token> special = network.tokenize(text).tokens().stream()
                .map(token -> new Token(token.id(), token.text(), Optional.empty(), OptionalInt.empty(), true))
                .toList();
        return new TokenizedText(text, special);
    }

    @Override
    public List<String> labels() {
        return network.labels();
    }

    @Override
    public Prediction predict(String text) {
        return network.predict(text);
    }

    @Override
    public Prediction predict(TokenizedText text) {
        return network.predict(text);
    }

    @Override
    public ExplainedInput embed(TokenizedText text, Baseline.Row baseline) {
        double[] x = network.embed(text, baseline).input();
        return new ExplainedInput(text, x, x.clone());
    }

    @Override
    public Optional<EmbeddingTable> embeddingTable() {
        return network.embeddingTable();
    }

    @Override
    public List<Layer> layers() {
        return network.layers();
    }

    @Override
    public ScoreFunction function(TokenizedText text) {
        return network.function(text);
    }

    @Override
    public ScoreFunction below(TokenizedText text, Layer layer) {
        return network.below(text, layer);
    }

    @Override
    public ScoreFunction above(TokenizedText text, Layer layer) {
        return network.above(text, layer);
    }

    @Override
    public ScoreFunction function(TokenizedText text, Propagation propagation) {
        return network.function(text, propagation);
    }

    @Override
    public double[][][][] attention(TokenizedText text, double[] point) {
        return network.attention(text, point);
    }

    @Override
    public AttentionGradients attentionGradients(TokenizedText text, double[] point, TargetScore target) {
        return network.attentionGradients(text, point, target);
    }
}
