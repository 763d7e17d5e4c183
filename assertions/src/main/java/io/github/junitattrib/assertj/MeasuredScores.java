package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldHaveFiniteScores.shouldHaveFiniteScores;

import io.github.junitattrib.Attribution;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.error.ErrorMessageFactory;

/** What every metric on scores needs first: scores that are numbers, and error bars that are known. */
final class MeasuredScores {

    private MeasuredScores() {}

    /**
     * Judges if the scores of all attributions are good enough for it.
     *
     * @param unknown says that one of them has no error bars
     */
    static Outcome judge(
            List<Attribution> attributions,
            Function<Attribution, ErrorMessageFactory> unknown,
            Supplier<Outcome> judgment) {
        for (Attribution one : attributions) {
            if (one.words().stream().anyMatch(word -> !Double.isFinite(word.score()))) {
                return Outcome.fail(shouldHaveFiniteScores(one), List.of()).shownBy(one);
            }
        }
        for (Attribution one : attributions) {
            if (one.words().stream().anyMatch(word -> !Double.isFinite(word.uncertainty()))) {
                return Outcome.inconclusive(unknown.apply(one), List.of());
            }
        }
        return judgment.get();
    }
}
