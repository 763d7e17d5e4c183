package io.github.junitattrib.conformance;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A method at work on one example: what it was asked, and all that it answered. */
final class Run {

    private final AttributionMethod method;
    private final Attributor attributor;
    private final List<Attribution> attributions = new ArrayList<>();
    private Optional<String> doubt = Optional.empty();

    Run(AttributionMethod method, Attributor attributor) {
        this.method = method;
        this.attributor = attributor;
    }

    AttributionMethod method() {
        return method;
    }

    /** Explains what is asked of a text. */
    Attribution explain(Asked asked, double... x) {
        Attribution attribution = request(asked, x).on(asked.model());
        if (attribution == null) {
            throw new AssertionError(
                    method.facts().name() + " gives no attribution (null) of \"" + ClosedForm.text(x) + "\".");
        }
        attributions.add(attribution);
        return attribution;
    }

    AttributionRequest request(Asked asked, double... x) {
        return AttributionRequest.of(attributor, ClosedForm.text(x), method)
                .toward(asked.target())
                .from(asked.baseline());
    }

    /** Says why nothing is proved, even if every number holds. */
    void doubt(String why) {
        doubt = Optional.of(why);
    }

    Optional<String> doubt() {
        return doubt;
    }

    /** The scores that the method gave so far; several only where an example compares models. */
    List<Attribution> attributions() {
        return attributions;
    }

    /** Returns the score of each number, which is a word and a token of its own. */
    static List<TokenScore> tokens(Attribution attribution) {
        List<TokenScore> tokens = attribution.tokens();
        List<Optional<Span>> numbers =
                NumberTexts.words(attribution.text()).stream().map(Optional::of).toList();
        if (!tokens.stream().map(TokenScore::span).toList().equals(numbers)) {
            throw new AssertionError(attribution.method().name() + " scores "
                    + tokens.stream().map(TokenScore::text).toList() + " of the text \"" + attribution.text()
                    + "\", but the conformance kit needs one score for each of its " + numbers.size()
                    + " numbers. Run it on words, such as Units.WORDS.");
        }
        return tokens;
    }

    static double[] scores(Attribution attribution) {
        return tokens(attribution).stream().mapToDouble(TokenScore::score).toArray();
    }

    static double[] bars(Attribution attribution) {
        return tokens(attribution).stream().mapToDouble(TokenScore::uncertainty).toArray();
    }
}
