package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * LIME for text: the score of a word is its coefficient in a ridge regression of F on which words are present, over
 * random deletions of words, weighted by how near they are to the text.
 *
 * <p>Source: M. T. Ribeiro, S. Singh, C. Guestrin, "Why Should I Trust You?", 2016; peer: {@code lime_text} with its
 * defaults: 5000 samples, the text itself first; the number of absent words from 1 to d with equal probability, then a
 * subset with equal probability; weight √exp(−D²/25²) for the cosine distance D = 100 (1 − √(share of present words));
 * ridge with α = 1 and an intercept; repeated words together; deletion. Other than there, all words are scored, marks of
 * punctuation are words, F is the score (a logit) unless a probability is asked for, and samples without any word, whose
 * weight is 3e-4, are left out where the model refuses an empty text.
 *
 * <p>It works with any classifier (rung 1) and costs at most {@code samples} evaluations. The scores claim no sum. Their
 * uncertainty is the standard error under another draw of the samples; the share of the variance that the regression
 * explains is reported as {@code R2}. On texts of a few words the ridge shrinks scores much, as in lime_text: a single word
 * keeps 39 % of what it adds.
 *
 * @param perturbation what is taken away, and how: different words, by deletion
 * @param samples number of perturbed texts; 5000 by default, at least 1000
 * @param kernelWidth width of the kernel, in hundredths of the cosine distance; 25 by default
 * @param penalty what keeps coefficients small; ridge by default
 * @param alpha strength of the penalty; 1 by default
 * @param seed of the random deletions; 1 by default
 * @param tolerance largest standard error of a converged result, as a share of the largest score; 0.1 by default
 */
public record Lime(
        Perturbation perturbation,
        int samples,
        double kernelWidth,
        Penalty penalty,
        double alpha,
        long seed,
        double tolerance)
        implements AttributionMethod {

    private static final int LEAST_SAMPLES = 1000;

    /** What the regression adds to the squared errors, as scikit-learn has it. */
    public enum Penalty {
        /** α Σ β², added to the weighted sum of squared errors. */
        RIDGE,
        /** α Σ |β|, added to half of the weighted mean of squared errors: small coefficients become 0. */
        LASSO
    }

    /** Takes lime_text's defaults. */
    public Lime() {
        this(
                new Perturbation(Units.DISTINCT_WORDS, Removal.DELETE),
                5000,
                25,
                Penalty.RIDGE,
                1,
                1,
                SamplingError.DEFAULT_SHARE);
    }

    /**
     * Checks the numbers.
     *
     * @param perturbation what is taken away, and how
     * @param samples number of perturbed texts
     * @param kernelWidth width of the kernel, in hundredths of the cosine distance
     * @param penalty what keeps coefficients small
     * @param alpha strength of the penalty
     * @param seed of the random deletions
     * @param tolerance largest standard error of a converged result, as a share of the largest score
     * @throws IllegalArgumentException if there are less than 1000 samples, the width or the penalty is not positive, or
     *     the tolerance is no share
     */
    public Lime {
        Options.atLeast(LEAST_SAMPLES, samples, "samples");
        if (!(kernelWidth > 0 && alpha > 0 && Double.isFinite(alpha))) {
            throw new IllegalArgumentException("Kernel width and alpha must be positive numbers, but are " + kernelWidth
                    + " and " + alpha + ". Leave them out for 25 and 1.");
        }
        Options.share(tolerance, "tolerance");
    }

    /**
     * Takes other units than different words.
     *
     * @param units the parts that are taken away
     * @return a changed copy
     */
    public Lime with(Units units) {
        return new Lime(perturbation.with(units), samples, kernelWidth, penalty, alpha, seed, tolerance);
    }

    /**
     * Takes units away in another way.
     *
     * @param removal what stands in their place
     * @return a changed copy
     */
    public Lime with(Removal removal) {
        return new Lime(perturbation.with(removal), samples, kernelWidth, penalty, alpha, seed, tolerance);
    }

    /**
     * Draws another number of perturbed texts.
     *
     * @param number of samples
     * @return a changed copy
     */
    public Lime samples(int number) {
        return new Lime(perturbation, number, kernelWidth, penalty, alpha, seed, tolerance);
    }

    /**
     * Weights near and far texts differently.
     *
     * @param width of the kernel
     * @return a changed copy
     */
    public Lime kernelWidth(double width) {
        return new Lime(perturbation, samples, width, penalty, alpha, seed, tolerance);
    }

    /**
     * Penalises large coefficients differently.
     *
     * @param kind of which coefficients
     * @param strength α; Captum's {@code Lime} takes the lasso with 0.01
     * @return a changed copy
     */
    public Lime penalty(Penalty kind, double strength) {
        return new Lime(perturbation, samples, kernelWidth, kind, strength, seed, tolerance);
    }

    /**
     * Draws other deletions.
     *
     * @param other the seed
     * @return a changed copy
     */
    public Lime seed(long other) {
        return new Lime(perturbation, samples, kernelWidth, penalty, alpha, other, tolerance);
    }

    /**
     * Asks for another precision.
     *
     * @param share largest standard error of a converged result, as a share of the largest score
     * @return a changed copy
     */
    public Lime tolerance(double share) {
        return new Lime(perturbation, samples, kernelWidth, penalty, alpha, seed, share);
    }

    @Override
    public MethodFacts facts() {
        Map<String, String> parameters = perturbation.parameters();
        parameters.put("samples", Integer.toString(samples));
        parameters.put("kernelWidth", Double.toString(kernelWidth));
        parameters.put("penalty", penalty.name());
        parameters.put("alpha", Double.toString(alpha));
        parameters.put("seed", Long.toString(seed));
        parameters.put("tolerance", Double.toString(tolerance));
        return new MethodFacts("Lime", parameters);
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        return games().of(model, question);
    }

    @Override
    public List<Attribution> attributeAll(TextClassifier model, List<Question> questions) {
        return games().of(model, questions);
    }

    private Games games() {
        return new Games("Lime", perturbation, samples + 1, this::plan);
    }

    private GamePlan plan(PerturbedText text) {
        List<BitSet> drawn = draw(text.game().players());
        // Whether the model reads a text without words must not be found out among others.
        List<BitSet> ahead =
                drawn.stream().filter(coalition -> !coalition.isEmpty()).toList();
        return new GamePlan(text, ahead, () -> attribution(text, readsNothing(text.game()) ? drawn : ahead));
    }

    /** Without the empty text where the model does not read it: its weight is next to nothing anyway. */
    private Attribution attribution(PerturbedText text, List<BitSet> drawn) {
        LimeFit fit = fit(text.game(), drawn);
        Verification verification = new SamplingError(tolerance)
                .judge(
                        fit.scores(),
                        fit.errors(),
                        text.noise(),
                        "samples",
                        samples,
                        Map.of("R2", String.format(Locale.ROOT, "%.4f", fit.r2())));
        return text.partial(fit.scores(), fit.errors(), verification, facts());
    }

    /** Fits given samples; on those of lime_text its coefficients come out. */
    LimeFit fit(Game game, List<BitSet> coalitions) {
        double[] weights = coalitions.stream()
                .mapToDouble(coalition -> weight(coalition.cardinality(), game.players()))
                .toArray();
        return LimeFit.of(coalitions, game.players(), game.values(coalitions), weights, penalty, alpha);
    }

    /** The square root of the kernel at the cosine distance between the present words and all. */
    double weight(int present, int players) {
        double distance = 100 * (1 - Math.sqrt((double) present / players));
        return Math.exp(-distance * distance / (kernelWidth * kernelWidth) / 2);
    }

    /** Says whether the model answers for the text without any word; with a single one there is no other to ask about. */
    private static boolean readsNothing(Game game) {
        try {
            game.value(new BitSet());
            return true;
        } catch (InvalidTextException refused) {
            if (game.players() == 1) {
                throw refused;
            }
            return false;
        }
    }

    private List<BitSet> draw(int players) {
        Random random = new Random(seed);
        List<BitSet> drawn = new ArrayList<>(samples);
        drawn.add(Coalitions.without(new BitSet(), players));
        while (drawn.size() < samples) {
            int absent = 1 + random.nextInt(players);
            drawn.add(Coalitions.without(Coalitions.random(absent, players, random), players));
        }
        return drawn;
    }
}
