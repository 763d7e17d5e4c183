package io.github.junitattrib.method;

import io.github.junitattrib.EngineException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.TextClassifier;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a model says of a text whose absent units are deleted or replaced.
 *
 * @param model only asked for predictions
 * @param text as it is
 * @param units the atoms of each player
 * @param remainder writes the text with some atoms alone
 * @param prediction of the text as it is
 * @param target the explained number
 * @param repeats how far two answers to one text may be apart, see {@link RepeatNoise}
 */
record TextWorth(
        TextClassifier model,
        String text,
        List<List<Integer>> units,
        Remainder remainder,
        Prediction prediction,
        TargetScore target,
        double repeats)
        implements Game.Worth {

    /** How far a score among others may be from the score alone, relative to it: far above all rounding. */
    private static final double SAME = 1e-3;

    @Override
    public Supplier<double[]> ask(Inquiry inquiry, List<BitSet> coalitions) {
        List<String> changed = coalitions.stream()
                .map(coalition -> remainder.of(atoms(coalition)))
                .toList();
        List<Supplier<Prediction>> answers =
                changed.stream().<Supplier<Prediction>>map(inquiry::about).toList();
        return () -> {
            double[] values = new double[coalitions.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(changed.get(i), answers.get(i).get());
            }
            return values;
        };
    }

    private BitSet atoms(BitSet coalition) {
        BitSet atoms = new BitSet();
        coalition.stream().forEach(unit -> units.get(unit).forEach(atoms::set));
        return atoms;
    }

    /** A list in another order than that of the texts would give wrong scores that look right. */
    private double value(String changed, Prediction answer) {
        double value = new TextScores(model, target, prediction.kind()).of(changed, answer);
        double alone = TextScores.value(target, prediction);
        if (changed.equals(text) && Math.abs(value - alone) > repeats + SAME * Math.max(1, Math.abs(alone))) {
            throw new EngineException("Model " + model.facts().name() + " gives the text \"" + text + "\" the score "
                    + value + " by predictAll, but " + alone
                    + " by predict. Have predictAll answer in the order of the texts, and each text as it is answered"
                    + " alone.");
        }
        return value;
    }
}
