package io.github.junitattrib.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A checked statement of a Javadoc sample.
 *
 * @param preparation the unchecked statements before it
 * @param statement the statement itself
 * @param expected what its comment says
 * @param remark the comment
 */
record Sample(List<String> preparation, String statement, Expected expected, String remark) {

    Sample {
        preparation = List.copyOf(preparation);
    }

    /** Finds the checked statements in the code of one sample: each ends its last line with a comment. */
    static List<Sample> in(String code) {
        List<Sample> samples = new ArrayList<>();
        List<String> preparation = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        int open = 0;
        for (String line : code.lines().toList()) {
            CodeLine read = CodeLine.of(line);
            statement.append(read.code()).append('\n');
            open += read.opened();
            if (open > 0 || !read.code().endsWith(";")) {
                continue;
            }
            String finished = statement.toString().strip();
            statement.setLength(0);
            Optional<Expected> expected = Expected.of(read.comment());
            expected.ifPresentOrElse(
                    verdict -> samples.add(new Sample(preparation, finished, verdict, read.comment())),
                    () -> preparation.add(finished));
        }
        return samples;
    }

    /** Says what is wrong if the statement ended otherwise than its comment says. */
    Optional<String> problem(Optional<Throwable> thrown) {
        if (!expected.describes(thrown)) {
            return Optional.of("\"" + statement + "\" should be: " + expected + ", but "
                    + thrown.map(Sample::told).orElse("it passes"));
        }
        boolean misnamed = thrown.map(Throwable::getMessage)
                .filter(message -> message.matches("(?s)Expected (the text to contain|\"[^\"]*\" to name).*"))
                .isPresent();
        // A typing error in a word would make any assertion fail.
        return misnamed && remark.equals(expected.toString())
                ? Optional.of("\"" + statement + "\" fails because of the words that it names: say so behind \""
                        + expected + ",\", or name other words.")
                : Optional.empty();
    }

    private static String told(Throwable thrown) {
        return "it throws " + thrown;
    }
}
