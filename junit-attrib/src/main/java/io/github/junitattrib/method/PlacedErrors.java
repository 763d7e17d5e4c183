package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidTextException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Names the text that is refused among several, where the refusal alone does not. */
final class PlacedErrors {

    private static final int SHOWN = 60;

    private PlacedErrors() {}

    /** Computes an attribution of each question, one after the other. */
    static List<Attribution> each(List<Question> questions, Function<Question, Attribution> computation) {
        return IntStream.range(0, questions.size())
                .mapToObj(i -> named(questions, i, () -> computation.apply(questions.get(i))))
                .toList();
    }

    /** Computes something of one question, whose refusal then says which of all it was. */
    static <R> R named(List<Question> questions, int place, Supplier<R> computation) {
        try {
            return computation.get();
        } catch (InvalidTextException e) {
            String text = questions.get(place).text();
            String message = String.valueOf(e.getMessage());
            if (questions.size() == 1 || message.contains("\"" + text + "\"")) {
                throw e;
            }
            InvalidTextException named = new InvalidTextException(
                    "Text " + (place + 1) + " of " + questions.size() + " (" + shown(text) + "): " + message);
            named.initCause(e);
            throw named;
        }
    }

    private static String shown(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? "\"" + text + "\""
                : "beginning \"" + text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "\"";
    }
}
