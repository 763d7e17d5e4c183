package io.github.junitattrib.model;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.text.TokenizedText;
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
}
