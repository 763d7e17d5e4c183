package io.github.junitattrib.assertj.error;

import io.github.junitattrib.junit.AttributionLog;
import io.github.junitattrib.report.VisibleText;
import java.util.Locale;

/** The last lines of a message: where the heatmap is and how to run the test again. */
final class Links {

    private Links() {}

    /** Returns the lines behind an empty one; nothing outside of a test of ours. */
    static String lines() {
        return AttributionLog.current()
                .map(log -> line("heatmap", log.page()) + line("rerun", log.rerunCommand()))
                .filter(lines -> !lines.isEmpty())
                .map(lines -> "\n" + lines)
                .orElse("");
    }

    /** Returns the line that names the case of a corpus that a text is; nothing if it is none. */
    static String ofCase(String text) {
        return AttributionLog.current()
                .map(log -> line("case", VisibleText.inLine(log.originOf(text))))
                .orElse("");
    }

    /** Returns one fact with its label, or nothing if there is nothing to say. */
    static String line(String label, String text) {
        return text.isEmpty() ? "" : String.format(Locale.ROOT, "  %-10s %s\n", label, text);
    }
}
