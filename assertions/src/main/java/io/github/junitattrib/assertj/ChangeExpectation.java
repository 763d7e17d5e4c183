package io.github.junitattrib.assertj;

import io.github.junitattrib.assertj.error.ChangedPair;
import java.util.function.Function;

/**
 * What should hold between the attribution of a text and that of a changed text.
 *
 * <p>The steps behind {@code under(..)} make those that there are; {@link #of} makes others, for {@link
 * AbstractAttributionAssert#meetsUnder}.
 */
public interface ChangeExpectation {

    /**
     * Names the assertion, with its arguments.
     *
     * @return such as {@code keepsTop(3)}
     */
    String call();

    /**
     * Judges two attributions. It knows nothing of assertions, since it is judged again with other models.
     *
     * @param pair the two attributions with what belongs together in them
     * @return the outcome, with marked stretches of the changed text
     */
    Outcome judge(ChangedPair pair);

    /**
     * Makes an expectation of a function.
     *
     * @param call names the assertion, such as {@code keepsLength()}
     * @param judgment judges two attributions, without knowing anything of assertions
     * @return the expectation
     */
    static ChangeExpectation of(String call, Function<ChangedPair, Outcome> judgment) {
        return new ChangeExpectation() {
            @Override
            public String call() {
                return call;
            }

            @Override
            public Outcome judge(ChangedPair pair) {
                return judgment.apply(pair);
            }
        };
    }
}
