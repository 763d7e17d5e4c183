package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the message of an attribution with numbers that are not finite. */
public final class ShouldHaveFiniteScores extends BasicErrorMessageFactory {

    private ShouldHaveFiniteScores(String target, String model, String broken, String evidence) {
        super(
                "Expected finite scores toward %s, but model %s gives non-finite numbers: %s.%s",
                unquotedString(target), unquotedString(model), unquotedString(broken), unquotedString(evidence));
    }

    /**
     * Says which numbers are not finite.
     *
     * @param attribution what was judged
     * @return the message
     */
    public static ErrorMessageFactory shouldHaveFiniteScores(Attribution attribution) {
        return new ShouldHaveFiniteScores(
                attribution.label(), attribution.model().name(), broken(attribution), new Evidence(attribution).text());
    }

    private static String broken(Attribution attribution) {
        List<String> broken = new ArrayList<>();
        attribution.tokens().stream()
                .filter(token -> !Double.isFinite(token.score()))
                .forEach(token ->
                        broken.add("the score of token " + WordNames.quote(token.text()) + " is " + token.score()));
        if (broken.isEmpty()) {
            // Methods without a baseline have no F(x'), so the ends of the path count only if no token is to blame.
            broken.add("F(x) is " + attribution.inputScore() + " and F(x') is " + attribution.baselineScore());
        }
        return broken.get(0) + (broken.size() > 1 ? ", and so on for " + (broken.size() - 1) + " more" : "");
    }
}
