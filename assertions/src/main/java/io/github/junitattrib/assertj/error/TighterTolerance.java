package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import java.util.Locale;
import java.util.Optional;

/**
 * The tolerance that tells scores apart whose distance is within the uncertainty of a method that has converged: more
 * evaluations alone would change nothing, as it stops where its tolerance is met.
 */
final class TighterTolerance {

    static final String SAME =
            "The scores of these words are the same as far as float32 can tell: do not compare them.";

    /** What float32 resolves of the largest score; a tolerance below it is never met. */
    private static final double FLOAT_NOISE = 1e-6;

    /** The usual tolerance of the gap: whatever is to be tighter begins here. */
    private static final double LARGEST = 0.01;

    private TighterTolerance() {}

    /** Whether the method has a tolerance of this form. */
    static boolean applies(Attribution attribution) {
        return attribution.method().name().equals("IntegratedGradients");
    }

    /** Returns what to do about two words; empty for methods whose tolerance has another form. */
    static Optional<String> remedy(Attribution attribution, Margin margin) {
        return remedy(attribution, Math.abs(margin.value()) / 2, SAME);
    }

    /** Returns what to do about one score and a number that it is compared with, {@code distance} away. */
    static Optional<String> remedy(Attribution attribution, double distance) {
        return remedy(
                attribution,
                Math.abs(distance),
                "There is no difference as far as float32 can tell: leave the assertion out.");
    }

    /** Half of the distance is left to the bar of one score, which is a share of the largest score or of the gap. */
    private static Optional<String> remedy(Attribution attribution, double distance, String none) {
        if (!applies(attribution)) {
            return Optional.empty();
        }
        double range = Math.abs(attribution.inputScore() - attribution.baselineScore());
        double largest = Math.max(attribution.maxMagnitude(), Double.isFinite(range) ? range : 0);
        double needed = Math.min(LARGEST, distance / (2 * largest));
        if (!(needed >= FLOAT_NOISE)) {
            return Optional.of(none);
        }
        String number = String.format(Locale.ROOT, "1e%d", exponent(needed));
        return Optional.of("Tighten the tolerance of the request: .with(new"
                + " IntegratedGradients(IntegrationRule.adaptive().within(new Tolerance(" + number + ", " + number
                + ", " + number + "))))");
    }

    private static int exponent(double number) {
        return (int) Math.floor(Math.log10(number));
    }
}
