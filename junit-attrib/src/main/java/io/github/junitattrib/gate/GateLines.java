package io.github.junitattrib.gate;

import io.github.junitattrib.InvalidGateException;
import io.github.junitattrib.location.Utf8Lines;
import io.github.junitattrib.location.WrittenFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the files of a gate strictly as UTF-8: replaced bytes would be other ids and other reasons. */
final class GateLines {

    /** Nobody sees them at the end of a line; other blanks of Unicode may be part of a text. */
    private static final String BLANKS = " \t\f\r\n";

    private GateLines() {}

    /** The lines without their ends and the blanks before them. */
    static List<String> of(WrittenFile file) throws IOException {
        List<String> all = new ArrayList<>();
        try (Utf8Lines lines = new Utf8Lines(file.open().content(), file.location(), GateLines::error)) {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                all.add(stripped(line.get()));
            }
        }
        return all;
    }

    private static String stripped(String line) {
        int end = line.length();
        while (end > 0 && BLANKS.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end);
    }

    private static InvalidGateException error(String message, Optional<Throwable> cause) {
        return cause.map(known -> new InvalidGateException(message, known))
                .orElseGet(() -> new InvalidGateException(message));
    }
}
