package io.github.junitattrib.assertj;

/** The frames of a stack trace that are ours: steps and helpers too, so that traces begin in the line of the test. */
final class OurFrames {

    private static final String PACKAGE = OurFrames.class.getPackageName();

    private OurFrames() {}

    static boolean contain(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.substring(0, Math.max(0, name.lastIndexOf('.'))).equals(PACKAGE);
    }
}
