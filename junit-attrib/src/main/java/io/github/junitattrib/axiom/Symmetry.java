package io.github.junitattrib.axiom;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.text.WordSelection;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Symmetry: two words that could change places in F, and have the same value, have the same score.
 *
 * <p>That they could is tried first: points where the first word is as far from the baseline as the second one is at another
 * must have the same F, on the path and off it. Networks that read positions treat no two words alike; functions of numbers
 * ({@code .conformance}) do.
 *
 * <p>Source: M. Sundararajan, A. Taly, Q. Yan, Axiomatic Attribution for Deep Networks, 2017, section 4.1. It costs what the
 * method costs, and two evaluations for each point.
 *
 * @param first a word of the text
 * @param second another one with the same value
 */
public record Symmetry(WordSelector first, WordSelector second) {

    private static final String NAME = "Symmetry";

    /**
     * Checks the words.
     *
     * @param first a word of the text
     * @param second another one with the same value
     */
    public Symmetry {
        Objects.requireNonNull(first, "The first word must not be null. Name one of the text.");
        Objects.requireNonNull(second, "The second word must not be null. Name another place of the first one.");
    }

    /**
     * Runs a method and compares the two scores.
     *
     * @param model the model to explain
     * @param method the method with its options
     * @param question text, target and baseline
     * @return what was found
     * @throws IllegalArgumentException if a word is absent or ambiguous, or both are the same or of other values
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    public AxiomResult measure(TextClassifier model, AttributionMethod method, Question question) {
        Attribution attribution = method.attribute(model, question);
        WordSelection one = Words.find(first, attribution);
        WordSelection other = Words.find(second, attribution);
        if (one.span().overlaps(other.span()) || !one.text().equals(other.text())) {
            throw new IllegalArgumentException(NAME + " asks about two words of the same value, but " + first + " and "
                    + second + " of the text \"" + question.text() + "\" are \"" + one.text() + "\" at "
                    + one.span().start() + " and \"" + other.text() + "\" at "
                    + other.span().start() + ". Name two places of one word.");
        }
        return new AxiomResult(
                NAME,
                "F stays the same where " + first + " and " + second + " change places",
                Optional.of(functions(model, question, one, other)),
                new ScoreAgreement(List.of(compare(one, other, attribution)), List.of(attribution)));
    }

    private static FunctionAgreement functions(
            TextClassifier model, Question question, WordSelection one, WordSelection other) {
        Probed probed = ComparedText.single(model, question, NAME);
        List<Integer> partsOfOne = probed.partsAt(one.span());
        List<Integer> partsOfOther = probed.partsAt(other.span());
        return Pairs.compare(model, question, NAME, probed, shares -> {
            double[] swapped = shares.clone();
            for (int i = 0; i < Math.min(partsOfOne.size(), partsOfOther.size()); i++) {
                swapped[partsOfOne.get(i)] = shares[partsOfOther.get(i)];
                swapped[partsOfOther.get(i)] = shares[partsOfOne.get(i)];
            }
            return swapped;
        });
    }

    /**
     * Compares the score of a word with that of another.
     *
     * @param one the first word
     * @param other the second word
     * @param attribution where both are
     * @return a comparison within the error bars
     */
    public static Comparison compare(WordSelection one, WordSelection other, Attribution attribution) {
        return Comparison.equal(
                        "the score of \"" + other.text() + "\" at "
                                + other.span().start(),
                        one.score(),
                        other.score(),
                        one.uncertainty() + other.uncertainty(),
                        attribution.maxMagnitude())
                .at(List.of(one.span(), other.span()));
    }
}
