package io.github.junitattrib.vacuity;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.CheckResult;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.method.AttributionRequest;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Builds checks that judge as assertions do: no pass without convergence, and none within the error bars. */
final class Judged {

    private Judged() {}

    /** A check of one request by one inequality: {@code margin} must be above 0 by more than {@code bars}. */
    static Check margin(
            String kind,
            AttributionRequest request,
            ToDoubleFunction<Attribution> margin,
            ToDoubleFunction<Attribution> bars) {
        return of(kind, List.of(request), all -> {
            Attribution attribution = all.get(0);
            double value = margin.applyAsDouble(attribution);
            double bar = bars.applyAsDouble(attribution);
            if (!attribution.convergence().converged() || Math.abs(value) <= bar) {
                return Verdict.INCONCLUSIVE;
            }
            return value > 0 ? Verdict.PASS : Verdict.FAIL;
        });
    }

    /** A check of the words of one attribution that has converged. */
    static Check holds(String kind, AttributionRequest request, Function<Attribution, Boolean> condition) {
        return all(kind, List.of(request), all -> condition.apply(all.get(0)));
    }

    /** A check of several attributions that have converged. */
    static Check all(String kind, List<AttributionRequest> requests, Function<List<Attribution>, Boolean> condition) {
        return of(kind, requests, all -> {
            if (!all.stream().allMatch(one -> one.convergence().converged())) {
                return Verdict.INCONCLUSIVE;
            }
            return condition.apply(all) ? Verdict.PASS : Verdict.FAIL;
        });
    }

    static Check of(String kind, List<AttributionRequest> requests, Function<List<Attribution>, Verdict> judgment) {
        return new Check(
                kind,
                requests.stream().map(AttributionRequest::text).toList(),
                Check.About.MODEL,
                requests,
                models -> new CheckResult(judgment.apply(models.attributions(requests)), "", List.of()));
    }

    static WordScore word(Attribution attribution, String text) {
        return attribution.words().stream()
                .filter(word -> word.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No word " + text + " in " + attribution.text()));
    }

    static double score(Attribution attribution, String word) {
        return word(attribution, word).score();
    }

    /** One word ranks above another. */
    static Check ranks(AttributionRequest request, String above, String below) {
        return margin(
                "ranks(" + above + ").above(" + below + ")",
                request,
                attribution -> score(attribution, above) - score(attribution, below),
                attribution -> word(attribution, above).uncertainty()
                        + word(attribution, below).uncertainty());
    }

    /** A word ranks first. */
    static Check hasTop(AttributionRequest request, String word) {
        return margin(
                "hasTopToken(" + word + ")",
                request,
                attribution -> score(attribution, word)
                        - others(attribution, word)
                                .mapToDouble(WordScore::score)
                                .max()
                                .orElseThrow(),
                attribution -> 2 * attribution.words().get(0).uncertainty());
    }

    /** A word is among the first k. */
    static Check amongTop(AttributionRequest request, String word, int k) {
        return holds(
                "ranks(" + word + ").amongTop(" + k + ")",
                request,
                attribution -> attribution.ranking().stream()
                        .limit(k)
                        .anyMatch(one -> one.text().equals(word)));
    }

    /** The sign of a word's score. */
    static Check sign(AttributionRequest request, String word, int sign) {
        return margin(
                (sign > 0 ? "givesPositiveWeightTo(" : "givesNegativeWeightTo(") + word + ")",
                request,
                attribution -> sign * score(attribution, word),
                attribution -> word(attribution, word).uncertainty());
    }

    /** |score| of a word among those of all words. */
    static double share(Attribution attribution, String word) {
        double total = attribution.words().stream()
                .mapToDouble(one -> Math.abs(one.score()))
                .sum();
        return Math.abs(score(attribution, word)) / total;
    }

    static List<String> byMagnitude(Attribution attribution) {
        return attribution.words().stream()
                .sorted(Comparator.comparingDouble((WordScore word) -> -Math.abs(word.score())))
                .map(WordScore::text)
                .toList();
    }

    private static java.util.stream.Stream<WordScore> others(Attribution attribution, String word) {
        return attribution.words().stream().filter(one -> !one.text().equals(word));
    }
}
