package io.github.junitattrib.metric;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/**
 * The scored parts of a text (tokens, or words of several) and the tokens that move with each.
 *
 * @param scores one per part, 0 for special tokens
 * @param bars half width of the error bar of each
 * @param partOf for each token of the model its part; −1 for tokens that stay
 */
@SuppressWarnings("ArrayRecordComponent") // read-only inside this package, never compared
record MovedParts(double[] scores, double[] bars, int[] partOf) {

    static MovedParts of(Attribution attribution, TokenizedText tokens, String metric) {
        int[] partOf = new int[tokens.size()];
        boolean same = sameTokens(attribution, tokens);
        for (int t = 0; t < partOf.length; t++) {
            Token token = tokens.tokens().get(t);
            boolean stays = token.special() || (!same && token.span().isEmpty());
            partOf[t] = stays ? -1 : same ? t : part(attribution, token.span().orElseThrow(), metric);
        }
        double[] scores = new double[attribution.tokens().size()];
        double[] bars = new double[scores.length];
        for (int part : Arrays.stream(partOf).filter(part -> part >= 0).toArray()) {
            scores[part] = attribution.tokens().get(part).score();
            bars[part] = attribution.tokens().get(part).uncertainty();
        }
        requireNumbers(attribution, scores, bars, metric);
        return new MovedParts(scores, bars, partOf);
    }

    private static boolean sameTokens(Attribution attribution, TokenizedText tokens) {
        return attribution.tokens().stream()
                .map(TokenScore::text)
                .toList()
                .equals(tokens.tokens().stream().map(Token::text).toList());
    }

    /** The only part that a token belongs to; −1 if there is none. */
    private static int part(Attribution attribution, Span token, String metric) {
        int found = -1;
        for (int part = 0; part < attribution.tokens().size(); part++) {
            TokenScore scored = attribution.tokens().get(part);
            if (!scored.special() && scored.span().filter(token::overlaps).isPresent()) {
                if (found >= 0) {
                    throw new IllegalArgumentException(metric + " moves the model's tokens, but \""
                            + token.of(attribution.text()) + "\" is one of them and has several scores of "
                            + attribution.method().name() + ". Explain the text by words or by this model's tokens.");
                }
                found = part;
            }
        }
        return found;
    }

    private static void requireNumbers(Attribution attribution, double[] scores, double[] bars, String metric) {
        if (!DoubleStream.concat(Arrays.stream(scores), Arrays.stream(bars)).allMatch(Double::isFinite)) {
            throw new UndefinedMetricException(metric + " needs finite scores with finite error bars, but "
                    + attribution.method().name() + " gives " + Arrays.toString(scores) + " ± " + Arrays.toString(bars)
                    + " for \"" + attribution.text() + "\". Check the model's weights, or explain another target.");
        }
    }

    /** Draws one share for each part that has tokens, in their order. */
    double[] draw(DoubleSupplier shares) {
        double[] drawn = new double[scores.length];
        Arrays.stream(partOf)
                .filter(part -> part >= 0)
                .distinct()
                .sorted()
                .forEach(part -> drawn[part] = shares.getAsDouble());
        return drawn;
    }

    /** Gives each token the share of its part [T]. */
    double[] perToken(double[] shares) {
        return Arrays.stream(partOf)
                .mapToDouble(part -> part < 0 ? 0 : shares[part])
                .toArray();
    }
}
