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
 * Dummy, or sensitivity (b): a word on which F does not depend has no score.
 *
 * <p>That F does not depend on it is tried first: at points on the path and off it F must stay the same wherever the word
 * is. Then its score must be 0 within three times its error bar, which may be no wider than a tenth of the largest score.
 *
 * <p>Source: M. Sundararajan, A. Taly, Q. Yan, Axiomatic Attribution for Deep Networks, 2017, section 3; E. Friedman, Paths
 * and Consistency in Additive Cost Sharing, 2004. It costs what the method costs, and two evaluations for each point.
 *
 * @param word the word on which F does not depend
 */
public record Dummy(WordSelector word) {

    private static final String NAME = "Dummy";

    /**
     * Checks the word.
     *
     * @param word the word on which F does not depend
     */
    public Dummy {
        Objects.requireNonNull(word, "The word must not be null. Name one of the text.");
    }

    /**
     * Runs a method and looks at the score.
     *
     * @param model the model to explain
     * @param method the method with its options
     * @param question text, target and baseline
     * @return what was found
     * @throws IllegalArgumentException if the word is absent or ambiguous
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    public AxiomResult measure(TextClassifier model, AttributionMethod method, Question question) {
        Attribution attribution = method.attribute(model, question);
        WordSelection found = Words.find(word, attribution);
        Probed probed = ComparedText.single(model, question, NAME);
        List<Integer> parts = probed.partsAt(found.span());
        FunctionAgreement functions = Pairs.compare(model, question, NAME, probed, shares -> {
            double[] moved = shares.clone();
            parts.forEach(part -> moved[part] = shares[part] < ProbedEmbeddings.STEP ? 1 : 0);
            return moved;
        });
        return new AxiomResult(
                NAME,
                "F does not depend on " + word,
                Optional.of(functions),
                new ScoreAgreement(List.of(compare(found, attribution)), List.of(attribution)));
    }

    /**
     * Compares the score of a word with 0.
     *
     * @param word where F does not depend on it
     * @param attribution where it is
     * @return a comparison within the error bar
     */
    public static Comparison compare(WordSelection word, Attribution attribution) {
        return Comparison.equal(
                        "the score of \"" + word.text() + "\"",
                        0,
                        word.score(),
                        word.uncertainty(),
                        attribution.maxMagnitude())
                .at(List.of(word.span()));
    }
}
