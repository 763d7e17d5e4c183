package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import java.util.Locale;
import java.util.Optional;

/**
 * The tolerance that tells two words apart whose margin is within the uncertainty of a method that has converged: more
 * evaluations alone would change nothing, as it stops where its tolerance is met.
 */
final class TighterTolerance {

    /** What float32 resolves of the largest score; a tolerance below it is never met. */
    private static final double FLOAT_NOISE = 1e-6;

    /** The usual tolerance of the gap: whatever is to be tighter begins here. */
    private static final double LARGEST = 0.01;

    private TighterTolerance() {}

    /** Returns what to do; empty for methods whose tolerance has another form. */
    static Optional<String> remedy(Attribution attribution, Margin margin) {
        if (!attribution.method().name().equals("IntegratedGradients")) {
            return Optional.empty();
        }
        double needed = needed(attribution, margin);
        if (!(needed >= FLOAT_NOISE)) {
            return Optional.of(
                    "The scores of these words are the same as far as float32 can tell: do not compare them.");
        }
        String number = String.format(Locale.ROOT, "1e%d", exponent(needed));
        return Optional.of("Tighten the tolerance of the request: .with(new"
                + " IntegratedGradients(IntegrationRule.adaptive().within(new Tolerance(" + number + ", " + number
                + ", "
                + number + "))))");
    }

    /** The bars of both words, each a share of the largest score or of the gap, are to be half of the margin together. */
    private static double needed(Attribution attribution, Margin margin) {
        double range = Math.abs(attribution.inputScore() - attribution.baselineScore());
        double largest = Math.max(attribution.maxMagnitude(), Double.isFinite(range) ? range : 0);
        return Math.min(LARGEST, Math.abs(margin.value()) / (4 * largest));
    }

    private static int exponent(double number) {
        return (int) Math.floor(Math.log10(number));
    }
}
