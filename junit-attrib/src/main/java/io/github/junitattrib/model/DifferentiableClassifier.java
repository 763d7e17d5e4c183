package io.github.junitattrib.model;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.text.TokenizedText;
import java.util.List;
import java.util.Optional;

/**
 * A classifier whose scores can be differentiated by the word embeddings: the second rung, enough for every gradient
 * method.
 */
public interface DifferentiableClassifier extends TextClassifier {

    /**
     * Cuts a text into the tokens that the model gets.
     *
     * @param text the text exactly as it is to be explained
     * @return its tokens [T]
     * @throws io.github.junitattrib.InvalidTextException if the text is empty or longer than the model can read
     */
    TokenizedText tokenize(String text);

    /**
     * Classifies tokens by the ordinary way, from their ids.
     *
     * @param text the tokens [T]
     * @return scores and probabilities of all classes
     */
    Prediction predict(TokenizedText text);

    /**
     * Looks up the word embeddings of a text and of its baseline.
     *
     * @param text the tokens [T]
     * @param baseline what replaces every token that is not special
     * @return x and x', both [T,D]
     * @throws io.github.junitattrib.ModelLoadException if the model has no such baseline token
     */
    ExplainedInput embed(TokenizedText text, Baseline.Row baseline);

    /**
     * Returns the scores as a function of the word embeddings, with positions, token types and mask of the text.
     *
     * @param text the tokens [T]
     * @return F on points of dimension T·D; may be called by several threads
     */
    ScoreFunction function(TokenizedText text);

    /**
     * Returns the word embeddings of the whole vocabulary, for methods that go from word to word.
     *
     * @return the table that {@link #embed} looks up its rows in; empty unless overridden
     */
    default Optional<EmbeddingTable> embeddingTable() {
        return Optional.empty();
    }

    /**
     * Computes scores and gradients at points of several texts; to be overridden where texts of equally many tokens cost
     * less together.
     *
     * @param points of any texts, B of them
     * @return for each, in their order, the scores [B][C] and ∂t/∂z [B][T·D], as {@link #function} gives them; where
     *     texts are computed together, they may differ by the rounding of their number type
     */
    default ScoreGradients gradients(List<TextPoint> points) {
        double[][] scores = new double[points.size()][];
        double[][] gradients = new double[points.size()][];
        PointGroups.each(points, this, true, (from, function, batch) -> {
            ScoreGradients result = function.gradients(batch, points.get(from).target());
            System.arraycopy(result.scores(), 0, scores, from, batch.length);
            System.arraycopy(result.gradients(), 0, gradients, from, batch.length);
        });
        return new ScoreGradients(scores, gradients);
    }

    /**
     * Computes scores alone at points of several texts; to be overridden where texts of equally many tokens cost less
     * together.
     *
     * @param points of any texts, B of them; their targets do not matter
     * @return for each, in their order, the scores [B][C], as {@link #function} gives them; where texts are computed
     *     together, they may differ by the rounding of their number type
     */
    default double[][] scores(List<TextPoint> points) {
        double[][] scores = new double[points.size()][];
        PointGroups.each(points, this, false, (from, function, batch) -> {
            double[][] result = function.scores(batch);
            System.arraycopy(result, 0, scores, from, batch.length);
        });
        return scores;
    }
}
