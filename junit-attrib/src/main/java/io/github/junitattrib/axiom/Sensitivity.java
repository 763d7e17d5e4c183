package io.github.junitattrib.axiom;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.PartialTexts;
import io.github.junitattrib.method.Perturbation;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.Removal;
import io.github.junitattrib.method.Units;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Sensitivity (a) on a text: a word that alone differs from the baseline, and changes the explained number, has a score.
 *
 * <p>For each word the baseline is the text with this word alone taken away ({@link Baseline#partial}). Where that changes the
 * explained number by more than the threshold, the method is asked for its scores from that baseline, and the magnitude of
 * the word's score must exceed its uncertainty, which of methods that draw samples is three standard errors. It is missing
 * only where its error bar leaves none, see {@link WordChange#verdict()}. Words that change less are not asked about: that a word without influence has no score is
 * the other half, {@link Dummy}.
 *
 * <p>Methods that look at no baseline (saliency, input × gradient, raw attention, and those that delete words of the text)
 * give one and the same attribution from all of these baselines. Of them it is asked that each word that the model needs
 * has a score there. On a model that gives predictions alone (rung 1) words are deleted, or replaced.
 *
 * <p>Source: M. Sundararajan, A. Taly, Q. Yan, Axiomatic Attribution for Deep Networks, 2017, section 2.1, with its example
 * 1 − relu(1 − x) at 2 from the baseline 0, where input × gradient is 0. It costs one evaluation for each word, and what the
 * method costs once for the text and once for each word that changes enough.
 *
 * @param threshold the smallest change of the explained number that asks for a score, in its unit; 0.01 by default
 * @param removal how words are taken away; by the rows of the question's baseline where the model is differentiable, and by
 *     deletion elsewhere, unless given
 */
public record Sensitivity(double threshold, Removal removal) {

    private static final String NAME = "Sensitivity";

    /** Asks for a score where a word changes the explained number by more than 0.01. */
    public Sensitivity() {
        this(0.01, Removal.BY_MODEL);
    }

    /**
     * Checks the options.
     *
     * @param threshold the smallest change of the explained number that asks for a score, in its unit
     * @param removal how words are taken away
     * @throws IllegalArgumentException if the threshold is no finite number above 0
     */
    public Sensitivity {
        Objects.requireNonNull(removal, "The removal must not be null. Leave it out for the one that fits the model.");
        if (!(threshold > 0 && threshold <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "The threshold of " + NAME + " is a finite number above 0, in the unit of" + " the scores, but is "
                            + threshold + ". Take 0.01.");
        }
    }

    /**
     * Asks for a score where a word changes the explained number by more than another threshold.
     *
     * @param change the threshold, in the unit of the explained number
     * @return a changed copy
     */
    public Sensitivity above(double change) {
        return new Sensitivity(change, removal);
    }

    /**
     * Takes words away in another way.
     *
     * @param other how
     * @return a changed copy
     */
    public Sensitivity with(Removal other) {
        return new Sensitivity(threshold, other);
    }

    /**
     * Returns the options.
     *
     * @return for messages and reports, in a fixed order
     */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("threshold", Double.toString(threshold));
        parameters.put("removal", removal.toString());
        return parameters;
    }

    /**
     * Tries each word of a text.
     *
     * @param model the model to explain
     * @param method the method with its options
     * @param question text, target and baseline
     * @return what was found
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    public SensitivityResult measure(TextClassifier model, AttributionMethod method, Question question) {
        PartialTexts texts =
                PartialTexts.of(model, question, new Perturbation(Units.WORDS, removal), NAME, Probed.MAX_EVALUATIONS);
        List<Span> words = texts.units().stream().map(unit -> unit.get(0)).toList();
        double[] changes = changes(texts, words.size());
        List<Integer> influential = IntStream.range(0, changes.length)
                .filter(word -> Math.abs(changes[word]) > threshold)
                .boxed()
                .toList();
        List<Question> questions = new ArrayList<>(List.of(question));
        influential.forEach(
                word -> questions.add(question.from(Baseline.partial(question.baseline(), words.get(word)))));
        List<Attribution> attributions = method.attributeAll(model, questions);
        attributions.forEach(Sensitivity::requireOutput);
        List<WordChange> found = new ArrayList<>();
        for (int i = 0; i < influential.size(); i++) {
            int word = influential.get(i);
            found.add(change(words.get(word), changes[word], attributions.get(i + 1)));
        }
        double largest = IntStream.range(0, changes.length)
                .mapToDouble(word -> Math.abs(changes[word]))
                .max()
                .orElse(0);
        return new SensitivityResult(threshold, words.size(), largest, found, attributions.get(0));
    }

    /** F(text) − F(the text without the word), word by word. */
    private static double[] changes(PartialTexts texts, int words) {
        List<BitSet> present = new ArrayList<>();
        BitSet all = new BitSet();
        all.set(0, words);
        present.add(all);
        for (int word = 0; word < words; word++) {
            BitSet others = (BitSet) all.clone();
            others.clear(word);
            present.add(others);
        }
        double[] values = texts.scores(present);
        return IntStream.range(0, words)
                .mapToDouble(word -> values[0] - values[word + 1])
                .toArray();
    }

    private static WordChange change(Span word, double change, Attribution attribution) {
        List<TokenScore> tokens = attribution.withVerdictBars().tokens().stream()
                .filter(token -> token.span().filter(word::overlaps).isPresent())
                .toList();
        return new WordChange(
                word.of(attribution.text()),
                word,
                change,
                tokens.stream().mapToDouble(TokenScore::score).sum(),
                tokens.stream().mapToDouble(TokenScore::uncertainty).sum(),
                attribution);
    }

    private static void requireOutput(Attribution attribution) {
        if (attribution.target() instanceof TargetScore.HiddenUnit) {
            throw new UnsupportedModelException(NAME + " asks the model how words change the explained number, but "
                    + attribution.label() + " is none that it gives for changed texts. Explain a class.");
        }
    }
}
