package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.InspectableClassifier;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One text on a network that is cut at a layer: what methods that look at hidden states start from.
 *
 * @param text with its tokens, prediction and target
 * @param layer where the network is cut
 * @param below from word embeddings [T·D] to states of the layer [T·H]
 * @param rest from states to the scores; empty for a state that something leads around
 */
record LayeredText(ExplainedText text, Layer layer, ScoreFunction below, Optional<ScoreFunction> rest) {

    /**
     * Reads the text and cuts the network.
     *
     * @param method for the refusal of a model without layers
     */
    static LayeredText of(TextClassifier model, Question question, Layer layer, String method) {
        InspectableClassifier inspectable = Rungs.inspectable(model, method);
        if (inspectable.states().contains(layer) && !inspectable.layers().contains(layer)) {
            throw new UnsupportedModelException("The " + layer + " does not cut the network of model "
                    + model.facts().name() + ", as a connection leads around it, but " + method
                    + " asks what the scores are by the state alone. Take NeuronAttribution or LayerActivation for this"
                    + " state, or one of " + inspectable.layers() + ".");
        }
        return looking(model, question, layer, method);
    }

    /** Reads the text to look at a state, whether it cuts the network or not. */
    static LayeredText looking(TextClassifier model, Question question, Layer layer, String method) {
        InspectableClassifier inspectable = Rungs.inspectable(model, method);
        if (!inspectable.states().contains(layer)) {
            throw new UnsupportedModelException("Model " + model.facts().name() + " has no " + layer + ", at which "
                    + method + " was to look. Name one of " + inspectable.states() + ".");
        }
        ExplainedText text = ExplainedText.of(model, question, method);
        Optional<ScoreFunction> rest = inspectable.layers().contains(layer)
                ? Optional.of(inspectable.above(text.tokens(), layer))
                : Optional.empty();
        return new LayeredText(text, layer, inspectable.below(text.tokens(), layer), rest);
    }

    /** The rest of the network, from states to the scores. */
    ScoreFunction above() {
        return rest.orElseThrow();
    }

    /**
     * Numbers of the layer at the text itself.
     *
     * @param units the state, or what is made of it [T·H]
     * @param score F(x), by the part above where there is one
     */
    @SuppressWarnings("ArrayRecordComponent") // a passing result, never compared
    record ScoredState(double[] units, double score) {}

    /** Computes the state at the text's own word embeddings [T·H]. */
    double[] state() {
        return below.scores(new double[][] {text.input()})[0];
    }

    /** Computes the state with its score, and holds the scores to the prediction. */
    ScoredState scoredState() {
        double[] state = state();
        double[] scores =
                rest.map(above -> above.scores(new double[][] {state})[0]).orElseGet(() -> text.scoresAt(text.input()));
        check(scores);
        return new ScoredState(state, text.target().value(scores));
    }

    /** Computes the states at both ends of a path [T·H]. */
    ExplainedInput states(ExplainedInput words) {
        double[][] states = below.scores(new double[][] {words.input(), words.baseline()});
        return new ExplainedInput(words.text(), states[0], states[1]);
    }

    /** Integrates a path from each baseline, given its words, its states and the scores at both ends. */
    List<PathResult> paths(List<ExplainedInput> inputs, Path path) {
        List<PathResult> results = new ArrayList<>();
        for (ExplainedInput words : inputs) {
            ExplainedInput states = states(words);
            double[][] ends = above().scores(new double[][] {states.input(), states.baseline()});
            check(ends[0]);
            results.add(path.integrate(words, states, ends));
        }
        return results;
    }

    /** What is integrated between two texts. */
    @FunctionalInterface
    interface Path {

        /**
         * Integrates.
         *
         * @param words of the text and of the baseline
         * @param states of the layer that they give
         * @param ends scores at both
         */
        PathResult integrate(ExplainedInput words, ExplainedInput states, double[][] ends);
    }

    /** Holds scores of the part above, at the state of the text itself, to the prediction. */
    void check(double[] scores) {
        Fidelity.check(text.prediction(), scores, text.model().facts());
    }

    /** Splits units into rows [T][H]. */
    double[][] rows(double[] units) {
        int tokens = text.tokens().size();
        int width = units.length / tokens;
        double[][] rows = new double[tokens][width];
        for (int t = 0; t < tokens; t++) {
            System.arraycopy(units, t * width, rows[t], 0, width);
        }
        return rows;
    }

    /** Sums units [T·H] that one evaluation gives for each token, as an explanation of the target. */
    Attribution exact(ScoredState of, MethodFacts facts) {
        int tokens = text.tokens().size();
        double magnitude = Panel.largest(PerToken.absolute(of.units(), tokens));
        return ExactScores.of(text, text.target(), PerToken.sum(of.units(), tokens), magnitude, of.score(), facts);
    }
}
