package io.github.junitattrib.method;

import io.github.junitattrib.Span;
import io.github.junitattrib.model.TextClassifier;
import java.util.BitSet;
import java.util.List;

/**
 * What a model says of a text with some of its units alone, for metrics: units are taken away as the methods that perturb
 * texts do it.
 *
 * <p>It belongs to one thread. Every partial text is computed once at most.
 */
public final class PartialTexts {

    private final PerturbedText text;

    private PartialTexts(PerturbedText text) {
        this.text = text;
    }

    /**
     * Cuts a text into units.
     *
     * @param model any classifier, a differentiable one for {@link Removal#BASELINE}
     * @param question the text and the number that is measured; the baseline for {@link Removal#BASELINE}
     * @param perturbation the units, and what stands in place of absent ones
     * @param asker for the refusal of a model that lacks what the removal needs
     * @param maxEvaluations largest number of partial texts
     * @return the text in units, of which nothing is computed yet but the prediction
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    public static PartialTexts of(
            TextClassifier model, Question question, Perturbation perturbation, String asker, int maxEvaluations) {
        return new PartialTexts(PerturbedText.of(model, question, perturbation, asker, maxEvaluations));
    }

    /**
     * Returns where the units stand.
     *
     * @return for each unit the places of its words or pieces, in the order of the text
     */
    public List<List<Span>> units() {
        return text.units().stream()
                .map(unit -> unit.stream()
                        .map(atom -> text.cut().atoms().get(atom).span())
                        .toList())
                .toList();
    }

    /**
     * Computes the measured number of partial texts.
     *
     * @param present for each the units that stay
     * @return one number for each
     * @throws io.github.junitattrib.AttributionException if the model refuses one of them, or they are too many
     */
    public double[] scores(List<BitSet> present) {
        return text.game().values(present);
    }

    /**
     * Names what is measured.
     *
     * @return such as {@code POSITIVE} or {@code P(POSITIVE)}
     */
    public String label() {
        return text.target().label();
    }

    /**
     * Says how units are taken away.
     *
     * @return such as {@code delete}
     */
    public String removal() {
        return text.removal();
    }

    /**
     * Returns how many partial texts were computed so far, the whole one included.
     *
     * @return number of evaluations of the model
     */
    public int evaluations() {
        return text.game().evaluations();
    }

    /**
     * Returns the rounding error of a difference of two numbers computed so far.
     *
     * @return a small number, not negative
     */
    public double noise() {
        return text.noise();
    }
}
