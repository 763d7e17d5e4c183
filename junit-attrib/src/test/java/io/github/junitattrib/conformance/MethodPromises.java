package io.github.junitattrib.conformance;

import static io.github.junitattrib.conformance.Axiom.BATCH_EQUALS_SINGLE;
import static io.github.junitattrib.conformance.Axiom.COMPLETENESS;
import static io.github.junitattrib.conformance.Axiom.DUMMY;
import static io.github.junitattrib.conformance.Axiom.IMPLEMENTATION_INVARIANCE;
import static io.github.junitattrib.conformance.Axiom.LINEARITY;
import static io.github.junitattrib.conformance.Axiom.SEED_DETERMINISM;
import static io.github.junitattrib.conformance.Axiom.SENSITIVITY;
import static io.github.junitattrib.conformance.Axiom.SYMMETRY;
import static io.github.junitattrib.conformance.Axiom.THREAD_DETERMINISM;

import io.github.junitattrib.method.AttentionRollout;
import io.github.junitattrib.method.AttentionTimesGradient;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.Chefer;
import io.github.junitattrib.method.DeepLift;
import io.github.junitattrib.method.ExpectedGradients;
import io.github.junitattrib.method.FeatureAblation;
import io.github.junitattrib.method.GradientSampling;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.InternalInfluence;
import io.github.junitattrib.method.KernelShap;
import io.github.junitattrib.method.LayerConductance;
import io.github.junitattrib.method.LayerGradientTimesActivation;
import io.github.junitattrib.method.LayerwiseRelevance;
import io.github.junitattrib.method.Lime;
import io.github.junitattrib.method.NeuronAttribution;
import io.github.junitattrib.method.NeuronConductance;
import io.github.junitattrib.method.NoiseLevel;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.method.PartitionShap;
import io.github.junitattrib.method.PermutationImportance;
import io.github.junitattrib.method.RawAttention;
import io.github.junitattrib.method.Removal;
import io.github.junitattrib.method.Saliency;
import io.github.junitattrib.method.ShapleySampling;
import io.github.junitattrib.method.ShapleyValues;
import io.github.junitattrib.method.SmoothGrad;
import io.github.junitattrib.method.Units;
import io.github.junitattrib.method.VarGrad;
import io.github.junitattrib.model.Layer;
import java.util.List;

/**
 * What each method of the library promises, as the table of docs/methods.md says it.
 *
 * <p>Methods for a layer are tried at the numbers themselves, those for a neuron at the one that is the score: what they
 * say of other states is no share of F among words. Determinism is promised by all.
 */
final class MethodPromises {

    private static final NoiseLevel NOISE = NoiseLevel.stdev(0.1);
    private static final GradientSampling MANY = GradientSampling.of(2000);
    private static final Layer NUMBERS = Layer.EMBEDDING_OUTPUT;
    private static final Layer SCORE = Layer.encoder(Networks.SCORE_LAYER);

    private MethodPromises() {}

    /** Every axiom on scores; what is not claimed is denied. */
    private static ConformanceKit claiming(AttributionMethod method, Axiom... claimed) {
        List<Axiom> all = List.of(claimed);
        Axiom[] denied = List.of(Axiom.values()).stream()
                .filter(axiom -> axiom.compareTo(BATCH_EQUALS_SINGLE) < 0 && !all.contains(axiom))
                .toArray(Axiom[]::new);
        return ConformanceKit.of(method)
                .claims(claimed)
                .claims(BATCH_EQUALS_SINGLE, SEED_DETERMINISM, THREAD_DETERMINISM)
                .denies(denied);
    }

    private static ConformanceKit claimingAll(AttributionMethod method) {
        return claiming(
                method, COMPLETENESS, SENSITIVITY, DUMMY, LINEARITY, SYMMETRY, IMPLEMENTATION_INVARIANCE);
    }

    /** What takes one part away at a time keeps to all but completeness. */
    private static ConformanceKit leavingOut(AttributionMethod method) {
        return claiming(method, SENSITIVITY, DUMMY, LINEARITY, SYMMETRY, IMPLEMENTATION_INVARIANCE);
    }

    static List<ConformanceKit> all() {
        return List.of(
                claimingAll(new IntegratedGradients()),
                claimingAll(new IntegratedGradients().at(NUMBERS)),
                claimingAll(new ExpectedGradients().sampling(MANY)),
                claiming(new InputTimesGradient(), DUMMY, LINEARITY, SYMMETRY, IMPLEMENTATION_INVARIANCE),
                claiming(new Saliency(), DUMMY, SYMMETRY, IMPLEMENTATION_INVARIANCE),
                claiming(new Saliency(Saliency.Norm.L1), DUMMY, SYMMETRY, IMPLEMENTATION_INVARIANCE),
                claiming(
                        new SmoothGrad(new InputTimesGradient()).noise(NOISE).sampling(MANY),
                        DUMMY,
                        LINEARITY,
                        SYMMETRY,
                        IMPLEMENTATION_INVARIANCE),
                claiming(
                        new VarGrad(new InputTimesGradient()).noise(NOISE).sampling(MANY),
                        DUMMY,
                        SYMMETRY,
                        IMPLEMENTATION_INVARIANCE),
                leavingOut(new Occlusion()),
                leavingOut(new FeatureAblation()),
                leavingOut(new PermutationImportance(List.of("0 0 0", "1 1 1"))),
                // Of two words, ridge gives the one without influence a share of the other's; of many, next to none.
                claiming(
                        new Lime().with(Units.WORDS).with(Removal.replaceBy("0")),
                        SENSITIVITY,
                        LINEARITY,
                        SYMMETRY,
                        IMPLEMENTATION_INVARIANCE),
                claimingAll(new ShapleyValues()),
                claimingAll(new ShapleySampling().permutations(1000)),
                claimingAll(new KernelShap()),
                claiming(
                        new PartitionShap(), COMPLETENESS, SENSITIVITY, DUMMY, LINEARITY, IMPLEMENTATION_INVARIANCE),
                claiming(LayerwiseRelevance.attnLrp(), LINEARITY),
                claiming(LayerwiseRelevance.cpLrp(), LINEARITY),
                claiming(LayerwiseRelevance.cpLrp().gamma(0.25)),
                claiming(new DeepLift(), COMPLETENESS, SENSITIVITY, LINEARITY),
                claimingAll(new LayerConductance(NUMBERS)),
                claimingAll(new NeuronConductance(SCORE, 0, 0)),
                claimingAll(new NeuronAttribution(SCORE, 0, 0)),
                claiming(
                        new InternalInfluence(NUMBERS),
                        SENSITIVITY,
                        DUMMY,
                        LINEARITY,
                        SYMMETRY,
                        IMPLEMENTATION_INVARIANCE),
                claiming(
                        new LayerGradientTimesActivation(NUMBERS),
                        DUMMY,
                        LINEARITY,
                        SYMMETRY,
                        IMPLEMENTATION_INVARIANCE),
                // A softmax is never 0.
                claiming(new RawAttention(), SENSITIVITY),
                claiming(new AttentionRollout(), SENSITIVITY),
                claiming(new AttentionTimesGradient(), LINEARITY),
                claiming(new Chefer()));
    }
}
