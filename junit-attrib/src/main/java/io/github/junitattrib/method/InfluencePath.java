package io.github.junitattrib.method;

import io.github.junitattrib.model.ExplainedInput;
import java.util.List;

/**
 * The gradients by the states of a layer along the straight line of word embeddings.
 *
 * @param path with the states
 * @param shares number of sums that the units make
 */
record InfluencePath(ConductancePath path, int shares) implements SampledPath {

    static InfluencePath of(LayeredText text, ExplainedInput words, int shares) {
        return new InfluencePath(new ConductancePath(text, words), shares);
    }

    @Override
    public List<PathSample> sample(double[] alphas) {
        return path.sample(alphas).stream()
                .map(point -> new PathSample(point.alpha(), point.score(), PerToken.sum(point.gradient(), shares)))
                .toList();
    }

    @Override
    public int evaluations() {
        return path.evaluations();
    }
}
