package io.github.junitattrib.model;

import io.github.junitattrib.TargetScore;
import io.github.junitattrib.text.TokenizedText;
import java.util.List;

/** The same on the third rung. */
final class PermutedInspectable extends PermutedDifferentiable implements InspectableClassifier {

    private final InspectableClassifier model;

    PermutedInspectable(InspectableClassifier model, LabelPermutation permutation) {
        super(model, permutation);
        this.model = model;
    }

    @Override
    public List<Layer> layers() {
        return model.layers();
    }

    @Override
    public ScoreFunction below(TokenizedText text, Layer layer) {
        return model.below(text, layer);
    }

    @Override
    public ScoreFunction above(TokenizedText text, Layer layer) {
        return permutation().of(model.above(text, layer));
    }

    @Override
    public ScoreFunction function(TokenizedText text, Propagation propagation) {
        return permutation().of(model.function(text, propagation));
    }

    @Override
    public double[][][][] attention(TokenizedText text, double[] point) {
        return model.attention(text, point);
    }

    @Override
    public AttentionGradients attentionGradients(TokenizedText text, double[] point, TargetScore target) {
        AttentionGradients result =
                model.attentionGradients(text, point, permutation().sourceOf(target));
        return new AttentionGradients(permutation().of(result.scores()), result.maps(), result.gradients());
    }
}
