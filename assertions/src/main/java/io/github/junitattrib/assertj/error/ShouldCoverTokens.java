package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import java.util.List;
import java.util.Optional;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of a span that does not fit the tokens of the text. */
public final class ShouldCoverTokens extends BasicErrorMessageFactory {

    private ShouldCoverTokens(String span, String problem, String evidence) {
        super(
                "Expected span %s to begin and end where tokens do, but %s.%s",
                unquotedString(span), unquotedString(problem), unquotedString(evidence));
    }

    /**
     * Says which token the span cuts in two, or that it holds none.
     *
     * @param attribution what was judged
     * @param span the span that was asked for, in UTF-16 units
     * @return the message
     */
    public static ErrorMessageFactory shouldCoverTokens(Attribution attribution, Span span) {
        return new ShouldCoverTokens(
                WordNames.place(span),
                problem(attribution, span),
                new Evidence(attribution)
                        .fact("words", WordNames.list(attribution))
                        .withoutTable()
                        .text());
    }

    private static String problem(Attribution attribution, Span span) {
        if (span.end() > attribution.text().length()) {
            return "the text ends at " + attribution.text().length();
        }
        List<Span> cut = attribution.tokens().stream()
                .flatMap(token -> token.span().stream())
                .filter(token -> token.overlaps(span) && !span.contains(token))
                .toList();
        return Optional.of(cut)
                .filter(tokens -> !tokens.isEmpty())
                .map(tokens -> tokens.get(0))
                .map(token -> "it cuts token " + WordNames.quote(token.of(attribution.text())) + " "
                        + WordNames.place(token) + " in two")
                .orElse("there is no token in it");
    }
}
