package io.github.junitattrib.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells the invocations of one test apart, in words. */
final class InvocationLabel {

    private InvocationLabel() {}

    /** Such as {@code variant traced, invocation 2}; empty text for the only one. */
    static String of(int invocation, Optional<String> variant) {
        List<String> parts = new ArrayList<>();
        variant.ifPresent(name -> parts.add("variant " + VisibleText.inLine(name)));
        if (invocation > 1) {
            parts.add("invocation " + invocation);
        }
        return String.join(", ", parts);
    }
}
