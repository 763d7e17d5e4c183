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
import io.github.junitattrib.method.DiscretizedIntegratedGradients;
import io.github.junitattrib.method.ExpectedGradients;
import io.github.junitattrib.method.FeatureAblation;
import io.github.junitattrib.method.GradientSampling;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import io.github.junitattrib.method.InternalInfluence;
import io.github.junitattrib.method.KernelShap;
import io.github.junitattrib.method.LayerActivation;
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
import io.github.junitattrib.method.Reduction;
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

    /**
     * A method with its promises.
     *
     * @param row the first cell of its row in the table
     * @param kit with claims and denials
     */
    record Promised(String row, ConformanceKit kit) {}

    /** Every axiom on scores; what is not claimed is denied. */
    private static Promised claiming(String row, AttributionMethod method, Axiom... claimed) {
        List<Axiom> all = List.of(claimed);
        Axiom[] denied =
                onScores().stream().filter(axiom -> !all.contains(axiom)).toArray(Axiom[]::new);
        return new Promised(
                row,
                ConformanceKit.of(method)
                        .claims(claimed)
                        .claims(BATCH_EQUALS_SINGLE, SEED_DETERMINISM, THREAD_DETERMINISM)
                        .denies(denied));
    }

    /** The axioms of the table, in its order. */
    static List<Axiom> onScores() {
        return List.of(COMPLETENESS, SENSITIVITY, DUMMY, LINEARITY, SYMMETRY, IMPLEMENTATION_INVARIANCE);
    }

    private static Promised claimingAll(String row, AttributionMethod method) {
        return claiming(row, method, onScores().toArray(Axiom[]::new));
    }

    /** What takes one part away at a time keeps to all but completeness. */
    private static Promised leavingOut(String row, AttributionMethod method) {
        return claiming(row, method, SENSITIVITY, DUMMY, LINEARITY, SYMMETRY, IMPLEMENTATION_INVARIANCE);
    }

    /** The same, silent on the sum. */
    private static Promised leavingOutSum(String row, AttributionMethod method) {
        return new Promised(
                row,
                ConformanceKit.of(method)
                        .claims(SENSITIVITY, DUMMY, LINEARITY, SYMMETRY, IMPLEMENTATION_INVARIANCE)
                        .claims(BATCH_EQUALS_SINGLE, SEED_DETERMINISM, THREAD_DETERMINISM));
    }

    /** What looks at the slope in one point misses what has saturated. */
    private static Promised local(String row, AttributionMethod method) {
        return claiming(row, method, DUMMY, LINEARITY, SYMMETRY, IMPLEMENTATION_INVARIANCE);
    }

    /** So does its size, of which a sum is no sum. */
    private static Promised unsigned(String row, AttributionMethod method) {
        return claiming(row, method, DUMMY, SYMMETRY, IMPLEMENTATION_INVARIANCE);
    }

    static List<Promised> all() {
        String lrp = "`LayerwiseRelevance` (AttnLRP, CP-LRP)";
        String favouring = "`LayerwiseRelevance` with ε or γ";
        return List.of(
                claimingAll("`IntegratedGradients`", new IntegratedGradients()),
                claimingAll("`IntegratedGradients`", new IntegratedGradients().at(NUMBERS)),
                claimingAll(
                        "`DiscretizedIntegratedGradients`",
                        new DiscretizedIntegratedGradients()
                                .by(IntegrationRule.adaptive().maxEvaluations(5000))),
                claimingAll("`ExpectedGradients` (GradientSHAP)", new ExpectedGradients().sampling(MANY)),
                local("`InputTimesGradient`", new InputTimesGradient()),
                unsigned("`Saliency` (L1, L2)", new Saliency()),
                unsigned("`Saliency` (L1, L2)", new Saliency(Saliency.Norm.L1)),
                local(
                        "`SmoothGrad` around `InputTimesGradient`",
                        new SmoothGrad(new InputTimesGradient()).noise(NOISE).sampling(MANY)),
                unsigned(
                        "`VarGrad` around `InputTimesGradient`",
                        new VarGrad(new InputTimesGradient()).noise(NOISE).sampling(MANY)),
                leavingOut("`Occlusion` (leave-one-out, windows)", new Occlusion()),
                leavingOut("`FeatureAblation`", new FeatureAblation()),
                leavingOut(
                        "`PermutationImportance` over a corpus", new PermutationImportance(List.of("0 0 0", "1 1 1"))),
                // Of two words, ridge gives the one without influence a share of the other's; of many, next to none.
                claiming(
                        "`Lime`",
                        new Lime().with(Units.WORDS).with(Removal.replaceBy("0")),
                        SENSITIVITY,
                        LINEARITY,
                        SYMMETRY,
                        IMPLEMENTATION_INVARIANCE),
                claimingAll("`ShapleyValues`", new ShapleyValues()),
                claimingAll("`ShapleySampling`", new ShapleySampling().permutations(1000)),
                claimingAll("`KernelShap`", new KernelShap()),
                // Words of one sentence half are shared among before those of the other come in.
                claiming(
                        "`PartitionShap` (Owen values)",
                        new PartitionShap(),
                        COMPLETENESS,
                        SENSITIVITY,
                        DUMMY,
                        LINEARITY,
                        IMPLEMENTATION_INVARIANCE),
                claiming(lrp, LayerwiseRelevance.attnLrp(), LINEARITY),
                claiming(lrp, LayerwiseRelevance.cpLrp(), LINEARITY),
                claiming(favouring, LayerwiseRelevance.cpLrp().gamma(0.25)),
                claiming(favouring, LayerwiseRelevance.attnLrp().epsilon(0.25)),
                claiming(
                        "`DeepLift` (rescale; several baselines: DeepLiftSHAP)",
                        new DeepLift(),
                        COMPLETENESS,
                        SENSITIVITY,
                        LINEARITY),
                claimingAll("`LayerConductance`", new LayerConductance(NUMBERS)),
                // A unit's part sums to a difference of scores only where the unit is the score.
                leavingOutSum("`NeuronConductance`", new NeuronConductance(SCORE, 0, 0)),
                leavingOut("`InternalInfluence`", new InternalInfluence(NUMBERS)),
                local("`LayerGradientTimesActivation`", new LayerGradientTimesActivation(NUMBERS)),
                // The numbers of the text, whatever is computed of them.
                claiming(
                        "`LayerActivation`",
                        new LayerActivation(NUMBERS),
                        SENSITIVITY,
                        SYMMETRY,
                        IMPLEMENTATION_INVARIANCE),
                // Scores of equal words have no scale, which leaves most axioms without an answer.
                new Promised(
                        "`LayerView` (`reduced(Z_SCORE)`)",
                        ConformanceKit.of(new LayerConductance(NUMBERS).reduced(Reduction.Z_SCORE))
                                .claims(SEED_DETERMINISM, THREAD_DETERMINISM)
                                .denies(COMPLETENESS, DUMMY)),
                claimingAll("`NeuronAttribution`", new NeuronAttribution(SCORE, 0, 0)),
                // A softmax is never 0.
                claiming("`RawAttention`", new RawAttention(), SENSITIVITY),
                claiming("`AttentionRollout`", new AttentionRollout(), SENSITIVITY),
                claiming("`AttentionTimesGradient`", new AttentionTimesGradient(), LINEARITY),
                claiming("`Chefer`", new Chefer()));
    }
}
