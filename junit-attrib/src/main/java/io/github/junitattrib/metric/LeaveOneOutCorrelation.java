package io.github.junitattrib.metric;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.method.PartialTexts;
import io.github.junitattrib.method.Perturbation;
import io.github.junitattrib.method.Removal;
import io.github.junitattrib.method.Units;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The rank correlation of an attribution with leave-one-out, what the explained number F loses without each single word:
 * F(x) − F(x without word i). High is good, with care: where words say the same, leaving one out changes nothing.
 *
 * <p>Source: S. Jain, B. C. Wallace, Attention is not Explanation, 2019, section 4.1, with Kendall's τ; peer: ferret's
 * {@code TauLOO}, which measures probabilities. It works with any classifier (rung 1) and costs one evaluation for the
 * prediction, one for the text and one for each word. The uncertainty is that of {@link RankAgreement}.
 *
 * @param perturbation what is left out, and how: words are deleted by default
 * @param baseline whose rows stand in place of a word with {@link Removal#BASELINE}
 * @param correlation Kendall's τ-b by default
 * @param maxEvaluations largest number of partial texts; 2000 by default
 */
public record LeaveOneOutCorrelation(
        Perturbation perturbation, Baseline baseline, Correlation correlation, int maxEvaluations)
        implements FaithfulnessMetric {

    private static final String NAME = "LeaveOneOutCorrelation";

    /** How two orders are compared. */
    public enum Correlation {
        /** {@link RankAgreement#kendall()}. */
        KENDALL,
        /** {@link RankAgreement#spearman()}. */
        SPEARMAN
    }

    /** Makes the metric by Kendall's τ-b over deleted words. */
    public LeaveOneOutCorrelation() {
        this(new Perturbation(Units.WORDS, Removal.DELETE), Baseline.PAD, Correlation.KENDALL, 2000);
    }

    /**
     * Checks the options.
     *
     * @param perturbation what is left out, and how
     * @param baseline whose rows stand in place of a word with {@link Removal#BASELINE}
     * @param correlation how the orders are compared
     * @param maxEvaluations largest number of partial texts
     */
    public LeaveOneOutCorrelation {
        Objects.requireNonNull(perturbation, "The perturbation must not be null. Leave it out to delete words.");
        Objects.requireNonNull(baseline, "The baseline must not be null. Leave it out for the padding baseline.");
        Objects.requireNonNull(correlation, "The correlation must not be null. Leave it out for Kendall's.");
    }

    /**
     * Leaves words out in another way.
     *
     * @param removal what stands in their place
     * @return a changed copy
     */
    public LeaveOneOutCorrelation with(Removal removal) {
        return new LeaveOneOutCorrelation(perturbation.with(removal), baseline, correlation, maxEvaluations);
    }

    /**
     * Leaves other parts out than words.
     *
     * @param units the parts
     * @return a changed copy
     */
    public LeaveOneOutCorrelation with(Units units) {
        return new LeaveOneOutCorrelation(perturbation.with(units), baseline, correlation, maxEvaluations);
    }

    /**
     * Puts the rows of a baseline in place of a word, for differentiable models.
     *
     * @param other whose rows
     * @return a changed copy, with {@link Removal#BASELINE}
     */
    public LeaveOneOutCorrelation from(Baseline other) {
        return new LeaveOneOutCorrelation(perturbation.with(Removal.BASELINE), other, correlation, maxEvaluations);
    }

    /**
     * Compares the orders in another way.
     *
     * @param other the correlation
     * @return a changed copy
     */
    public LeaveOneOutCorrelation by(Correlation other) {
        return new LeaveOneOutCorrelation(perturbation, baseline, other, maxEvaluations);
    }

    @Override
    public MetricResult measure(TextClassifier model, Attribution attribution) {
        PartialTexts texts = PartialTexts.of(
                model, Explained.question(attribution, NAME).from(baseline), perturbation, NAME, maxEvaluations);
        UnitScores scores = UnitScores.of(attribution, texts.units(), NAME).requireOrder(NAME);
        double[] drops = drops(texts, scores.size());
        double[] bars = new double[drops.length];
        Arrays.fill(bars, texts.noise());
        RankAgreement agreement =
                RankAgreement.between(scores, new UnitScores(attribution, "leave-one-out", drops, bars));
        MetricResult result = correlation == Correlation.KENDALL ? agreement.kendall() : agreement.spearman();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("correlation", result.metric());
        parameters.put("units", perturbation.units().toString());
        parameters.put("removal", texts.removal());
        return new MetricResult(
                NAME, parameters, result.value(), result.uncertainty(), texts.evaluations(), result.remedy(), Map.of());
    }

    private static double[] drops(PartialTexts texts, int units) {
        BitSet all = new BitSet();
        all.set(0, units);
        List<BitSet> asked = new ArrayList<>(List.of(all));
        for (int unit = 0; unit < units; unit++) {
            BitSet others = (BitSet) all.clone();
            others.clear(unit);
            asked.add(others);
        }
        double[] values = texts.scores(asked);
        double[] drops = new double[units];
        for (int unit = 0; unit < units; unit++) {
            drops[unit] = values[0] - values[unit + 1];
        }
        return drops;
    }
}
