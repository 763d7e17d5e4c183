package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/**
 * Permutation importance over a corpus: the score of a word is F(x) − the mean of F(x with the word that another text has
 * at the same place), over the texts of the corpus that reach so far.
 *
 * <p>Source: L. Breiman, Random Forests, 2001; A. Fisher, C. Rudin, F. Dominici, All Models are Wrong, but Many are
 * Useful, 2019; peer: Captum's {@code FeaturePermutation}, which shuffles a batch once, where this takes the mean over
 * all partners. It is meant for texts of one form, such as those of a template. It works with any classifier (rung 1) and
 * costs one evaluation for each word and text of the corpus, {@code draws} for each word at most: then partners are drawn
 * and the uncertainty is the standard error of the mean. The scores claim no sum.
 *
 * @param corpus texts whose words are put in
 * @param draws largest number of partners of a word; 100 by default
 * @param seed of the drawn partners; 1 by default
 * @param tolerance largest standard error of a converged result, as a share of the largest score; 0.1 by default
 */
public record PermutationImportance(List<String> corpus, int draws, long seed, double tolerance)
        implements AttributionMethod {

    /**
     * Takes at most 100 partners of a word.
     *
     * @param corpus texts whose words are put in
     */
    public PermutationImportance(List<String> corpus) {
        this(corpus, 100, 1, SamplingError.DEFAULT_SHARE);
    }

    /**
     * Checks the numbers.
     *
     * @param corpus texts whose words are put in
     * @param draws largest number of partners of a word
     * @param seed of the drawn partners
     * @param tolerance largest standard error of a converged result, as a share of the largest score
     * @throws IllegalArgumentException if there is no text, less than 2 draws, or the tolerance is no share
     */
    public PermutationImportance {
        corpus = List.copyOf(corpus);
        if (corpus.isEmpty()) {
            throw new IllegalArgumentException("Permutation importance needs a corpus to take words from. Give texts.");
        }
        Options.atLeast(2, draws, "draws");
        Options.share(tolerance, "tolerance");
    }

    /**
     * Draws another number of partners.
     *
     * @param number the largest for each word
     * @return a changed copy
     */
    public PermutationImportance draws(int number) {
        return new PermutationImportance(corpus, number, seed, tolerance);
    }

    /**
     * Draws other partners.
     *
     * @param other the seed
     * @return a changed copy
     */
    public PermutationImportance seed(long other) {
        return new PermutationImportance(corpus, draws, other, tolerance);
    }

    @Override
    public MethodFacts facts() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("corpus", corpus.size() + " texts");
        parameters.put("draws", Integer.toString(draws));
        parameters.put("seed", Long.toString(seed));
        parameters.put("tolerance", Double.toString(tolerance));
        return new MethodFacts("PermutationImportance", parameters);
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        String text = question.text();
        List<Span> words = model.words(text);
        if (words.isEmpty()) {
            throw new InvalidTextException(
                    "The text \"" + text
                            + "\" has no words that could be exchanged, so there is nothing to explain. Give a text with words.");
        }
        Prediction prediction = model.predict(text).requireFinite(model.facts(), text);
        TargetScore target = question.target().resolve(prediction);
        List<List<String>> partners = partners(model, text, words);
        List<List<String>> changed = changed(partners, text, words);
        Set<String> asked = new LinkedHashSet<>(List.of(text));
        changed.forEach(asked::addAll);
        Map<String, Double> values = values(new TextScores(model, target, prediction.kind()), List.copyOf(asked));

        double input = values.getOrDefault(text, Double.NaN);
        double[] scores = new double[words.size()];
        double[] errors = new double[words.size()];
        for (int word = 0; word < scores.length; word++) {
            Means means = new Means(1);
            for (String other : changed.get(word)) {
                means.add(new double[] {input - values.getOrDefault(other, Double.NaN)});
            }
            scores[word] = means.means()[0];
            errors[word] = partners.get(word).size() > draws ? means.standardErrors()[0] : 0;
        }
        double noise = ErrorBars.FLOAT_NOISE
                * values.values().stream().mapToDouble(Math::abs).max().orElse(0);
        Verification verification = new SamplingError(tolerance).judge(scores, errors, noise, "draws", draws, Map.of());
        List<TokenScore> tokens = tokens(text, words, scores, errors, noise);
        String remedy = verification.converged() ? Remedy.ofConverged(tokens) : verification.remedy();
        return new Attribution(
                text,
                tokens,
                target,
                prediction,
                input,
                Double.NaN,
                new Convergence(remedy.isEmpty(), asked.size(), Double.NaN, remedy, List.of()),
                facts(),
                model.facts());
    }

    private static List<TokenScore> tokens(
            String text, List<Span> words, double[] scores, double[] errors, double noise) {
        List<TokenScore> tokens = new ArrayList<>();
        for (int word = 0; word < scores.length; word++) {
            Span span = words.get(word);
            tokens.add(new TokenScore(
                    span.of(text), Optional.of(span), OptionalInt.of(word), false, scores[word], errors[word] + noise));
        }
        return tokens;
    }

    /** For each word those that other texts have in its place. */
    private List<List<String>> partners(TextClassifier model, String text, List<Span> words) {
        List<List<String>> partners = new ArrayList<>();
        words.forEach(word -> partners.add(new ArrayList<>()));
        for (String other : corpus) {
            List<Span> others = model.words(other);
            for (int word = 0; word < Math.min(words.size(), others.size()); word++) {
                partners.get(word).add(others.get(word).of(other));
            }
        }
        for (int word = 0; word < words.size(); word++) {
            if (partners.get(word).isEmpty()) {
                throw new InvalidTextException("No text of the corpus has a word at the place of \""
                        + words.get(word).of(text) + "\", which is number " + (word + 1)
                        + " of the explained text. Give texts of the same form.");
            }
        }
        return partners;
    }

    /** For each word the texts with drawn partners in its place. */
    private List<List<String>> changed(List<List<String>> partners, String text, List<Span> words) {
        Random random = new Random(seed);
        List<List<String>> changed = new ArrayList<>();
        for (int word = 0; word < words.size(); word++) {
            Span span = words.get(word);
            List<String> shuffled = new ArrayList<>(partners.get(word));
            Collections.shuffle(shuffled, random);
            changed.add(shuffled.stream()
                    .limit(draws)
                    .map(partner -> text.substring(0, span.start()) + partner + text.substring(span.end()))
                    .toList());
        }
        return changed;
    }

    private static Map<String, Double> values(TextScores scores, List<String> texts) {
        Map<String, Double> values = new HashMap<>();
        for (int from = 0; from < texts.size(); from += Inquiry.TEXTS) {
            List<String> batch = texts.subList(from, Math.min(from + Inquiry.TEXTS, texts.size()));
            double[] computed = scores.of(batch);
            for (int i = 0; i < computed.length; i++) {
                values.put(batch.get(i), computed[i]);
            }
        }
        return values;
    }
}
