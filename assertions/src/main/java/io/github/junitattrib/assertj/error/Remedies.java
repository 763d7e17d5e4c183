package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What to do where numbers are not good enough: what the method says, a tighter tolerance, or more samples. */
final class Remedies {

    static final String MORE_PRECISION = "Give the method more evaluations or a tighter tolerance.";

    private static final String MORE_SAMPLES =
            "Take more samples, as the standard error shrinks with their square root";

    private static final String IF_IT_STAYS = " If they still tie, the model does not tell these words apart.";

    /** A few words' share of what float32 resolves of the largest score. */
    private static final double ROUNDING = 1e-5;

    /** Beyond it nobody waits. */
    private static final double MOST_SAMPLES = 1e7;

    private Remedies() {}

    /** For a method that did not converge. */
    static String ofMethod(Attribution attribution) {
        String remedy = attribution.convergence().remedy();
        return remedy.isBlank() ? MORE_PRECISION : remedy;
    }

    /** For two words of a converged method that tie within their bars. */
    static String tie(Attribution attribution, Margin margin) {
        if (!TighterTolerance.applies(attribution) && isRounding(attribution, margin.uncertainty())) {
            return TighterTolerance.SAME;
        }
        return TighterTolerance.remedy(attribution, margin)
                .or(() -> moreSamples(attribution, margin.value(), margin.uncertainty()))
                .map(remedy -> TighterTolerance.applies(attribution) ? remedy : remedy + IF_IT_STAYS)
                .orElse(MORE_PRECISION + IF_IT_STAYS);
    }

    /** Whether nothing but float32 is left in an error bar, as exact methods have it: no precision would help. */
    private static boolean isRounding(Attribution attribution, double uncertainty) {
        return uncertainty <= ROUNDING * attribution.maxMagnitude();
    }

    /** For a score of a converged method whose bar reaches over what it is compared with. */
    static String near(Attribution attribution, double distance, double uncertainty) {
        return TighterTolerance.remedy(attribution, distance)
                .or(() -> moreSamples(attribution, distance, uncertainty))
                .orElse(MORE_PRECISION);
    }

    /** For numbers made of many scores of a converged method, whose needs no formula tells. */
    static String bars(Attribution attribution) {
        if (TighterTolerance.applies(attribution)) {
            return "Tighten the tolerance of the request, as in .with(new IntegratedGradients("
                    + "IntegrationRule.adaptive().within(new Tolerance(1e-4, 1e-4, 1e-4))))";
        }
        return budget(attribution).isPresent() ? MORE_SAMPLES + "." : MORE_PRECISION;
    }

    /** A standard error shrinks with the square root of the samples; half of the distance is left to it. */
    private static Optional<String> moreSamples(Attribution attribution, double distance, double uncertainty) {
        return budget(attribution).map(taken -> {
            double needed = taken * Math.pow(2 * uncertainty / Math.abs(distance), 2);
            return needed <= MOST_SAMPLES
                    ? MORE_SAMPLES + ": about " + rounded(needed) + " in place of " + taken + "."
                    : MORE_SAMPLES + ".";
        });
    }

    /** How many samples a method took that draws them; empty for others, and where it enumerated. */
    private static Optional<Integer> budget(Attribution attribution) {
        Map<String, String> parameters = attribution.method().parameters();
        return attribution.method().isSampled()
                ? Stream.of("samples", "permutations", "draws", "maxEvaluations")
                        .filter(parameters::containsKey)
                        .findFirst()
                        .map(name -> Integer.valueOf(parameters.getOrDefault(name, "0")))
                : Optional.empty();
    }

    /** Two digits say all that an estimate can. */
    private static String rounded(double number) {
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(number)) - 1));
        return String.format(Locale.ROOT, "%.0f", Math.ceil(number / unit) * unit);
    }
}
