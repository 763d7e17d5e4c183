package io.github.junitattrib;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each token of a text adds to the explained score: signed raw shares, never normalised.
 *
 * <p>For methods that satisfy completeness, the scores sum to {@code inputScore − baselineScore} up to
 * {@link #delta()} (Sundararajan, Taly, Yan 2017, Proposition 1).
 *
 * @param text the text exactly as it was explained
 * @param tokens one entry per token of the model's input, special tokens included, in order
 * @param target the explained number: the score of a class unless another was asked for
 * @param prediction what the model says of the text
 * @param inputScore F(x): the explained number at the input
 * @param baselineScore F(x'): the same at the baseline; NaN for methods without one
 * @param convergence how the numbers were reached
 * @param method the method that computed them
 * @param model the model that they explain
 */
public record Attribution(
        String text,
        List<TokenScore> tokens,
        TargetScore target,
        Prediction prediction,
        double inputScore,
        double baselineScore,
        Convergence convergence,
        MethodFacts method,
        ModelFacts model) {

    private static final double STANDARD_ERRORS = 3;

    /**
     * Copies the tokens.
     *
     * @param text the text exactly as it was explained
     * @param tokens one entry per token of the model's input, special tokens included, in order
     * @param target the explained number: the score of a class unless another was asked for
     * @param prediction what the model says of the text
     * @param inputScore F(x): the explained number at the input
     * @param baselineScore F(x'): the same at the baseline; NaN for methods without one
     * @param convergence how the numbers were reached
     * @param method the method that computed them
     * @param model the model that they explain
     * @throws IllegalArgumentException if the target is no class of the prediction or there is no token
     */
    public Attribution {
        tokens = List.copyOf(tokens);
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("An attribution needs at least one token.");
        }
        if (target.index() < 0 || target.index() >= prediction.labels().size()) {
            throw new IllegalArgumentException(
                    "Class " + target.index() + " is not among the model's classes " + prediction.labels() + ".");
        }
    }

    /**
     * Tells more of the model.
     *
     * @param facts the same model's facts
     * @return a changed copy
     */
    public Attribution withModel(ModelFacts facts) {
        return new Attribution(text, tokens, target, prediction, inputScore, baselineScore, convergence, method, facts);
    }

    /**
     * Scores other tokens, or the same otherwise.
     *
     * @param scored the tokens in their order
     * @return a changed copy
     */
    public Attribution withTokens(List<TokenScore> scored) {
        return new Attribution(text, scored, target, prediction, inputScore, baselineScore, convergence, method, model);
    }

    /**
     * Tells more of how the numbers were reached.
     *
     * @param reached the same numbers' convergence
     * @return a changed copy
     */
    public Attribution withConvergence(Convergence reached) {
        return new Attribution(text, tokens, target, prediction, inputScore, baselineScore, reached, method, model);
    }

    /**
     * Returns the attribution with the error bars that verdicts go by: those of sampled methods three times as wide.
     *
     * <p>Methods that draw samples state standard errors, which one score in three exceeds: a test that took them for bounds
     * would change its verdict with the seed. Three of them are exceeded by one score in 370 (normal distribution), and are
     * what the axioms take as well.
     *
     * @return a changed copy; the attribution itself if its bars are bounds
     * @see MethodFacts#isSampled()
     */
    public Attribution withVerdictBars() {
        return method.isSampled()
                ? withTokens(tokens.stream()
                        .map(token -> token.widened(STANDARD_ERRORS))
                        .toList())
                : this;
    }

    /**
     * Names what is explained.
     *
     * @return the label of the class, or what was asked for in its place
     */
    public String label() {
        return target.label();
    }

    /**
     * Returns what completeness lacks: Σ scores − (F(x) − F(x')), signed as Captum's convergence delta.
     *
     * @return the gap, in the unit of the scores; NaN for methods without a baseline, which claim no completeness
     */
    public double delta() {
        double sum = 0;
        for (TokenScore token : tokens) {
            sum += token.score();
        }
        return sum - (inputScore - baselineScore);
    }

    /**
     * Returns how far {@link #delta()} may be off: Σ uncertainties.
     *
     * @return half the width of its error bar, in the unit of the scores
     */
    public double deltaUncertainty() {
        double sum = 0;
        for (TokenScore token : tokens) {
            sum += token.uncertainty();
        }
        return sum;
    }

    /**
     * Says whether the scores are meant to sum to F(x) − F(x'). Some methods have no baseline, and no such sum.
     *
     * @return false for finite scores without a score of a baseline
     */
    public boolean claimsCompleteness() {
        boolean finite =
                Double.isFinite(inputScore) && tokens.stream().allMatch(token -> Double.isFinite(token.score()));
        return !(finite && Double.isNaN(baselineScore));
    }

    /**
     * Returns the largest magnitude of a token's score: the scale of the numbers.
     *
     * @return max |score|
     */
    public double maxMagnitude() {
        double max = 0;
        for (TokenScore token : tokens) {
            max = Math.max(max, Math.abs(token.score()));
        }
        return max;
    }

    /**
     * Returns the words of the text with the sums of their pieces, in the order of the text.
     *
     * @return one entry per word that has at least one token
     */
    public List<WordScore> words() {
        Map<Integer, List<TokenScore>> pieces = new LinkedHashMap<>();
        for (TokenScore token : tokens) {
            if (token.word().isPresent()) {
                pieces.computeIfAbsent(token.word().getAsInt(), word -> new ArrayList<>())
                        .add(token);
            }
        }
        List<WordScore> words = new ArrayList<>();
        pieces.forEach((index, ofWord) -> words.add(word(index, ofWord)));
        return List.copyOf(words);
    }

    /**
     * Returns the words by signed score, the strongest support of the target first; equal scores keep the text's order.
     *
     * @return all words
     */
    public List<WordScore> ranking() {
        return ranking(RankedBy.SIGNED_SCORE);
    }

    /**
     * Returns the words by score or by magnitude, the highest first; equal ones keep the text's order.
     *
     * @param by what decides
     * @return all words
     */
    public List<WordScore> ranking(RankedBy by) {
        List<WordScore> ranking = new ArrayList<>(words());
        ranking.sort(Comparator.comparingDouble((WordScore word) -> by.of(word.score()))
                .reversed());
        return List.copyOf(ranking);
    }

    private WordScore word(int index, List<TokenScore> pieces) {
        int start = Integer.MAX_VALUE;
        int end = 0;
        double score = 0;
        double uncertainty = 0;
        for (TokenScore piece : pieces) {
            Span span = piece.span()
                    .orElseThrow(() -> new IllegalStateException(
                            "Token \"" + piece.text() + "\" belongs to word " + index + " but has no span."));
            start = Math.min(start, span.start());
            end = Math.max(end, span.end());
            score += piece.score();
            uncertainty += piece.uncertainty();
        }
        Span span = new Span(start, withMarks(end));
        return new WordScore(index, span.of(text), span, pieces, score, uncertainty);
    }

    /** Tokenizers that strip accents leave a word's last combining marks out of its last token. */
    private int withMarks(int end) {
        int behind = end;
        while (behind < text.length() && isMark(text.codePointAt(behind))) {
            behind += Character.charCount(text.codePointAt(behind));
        }
        return behind;
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}
