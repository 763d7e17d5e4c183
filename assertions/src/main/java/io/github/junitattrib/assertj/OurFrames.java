package io.github.junitattrib.assertj;

import io.github.junitattrib.check.ThreadBound;
import java.util.Set;

/** The frames of a stack trace that are ours: steps and helpers too, so that traces begin in the line of the test. */
final class OurFrames {

    private static final Set<String> PACKAGES =
            Set.of(OurFrames.class.getPackageName(), ThreadBound.class.getPackageName());

    private OurFrames() {}

    static boolean contain(StackTraceElement frame) {
        String name = frame.getClassName();
        return PACKAGES.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
    }
}
