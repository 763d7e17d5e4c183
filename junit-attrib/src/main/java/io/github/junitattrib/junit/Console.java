package io.github.junitattrib.junit;

/** The lines that a run prints beside its tests, marked as ours. */
final class Console {

    private Console() {}

    @SuppressWarnings("SystemOut") // people look there when nothing else speaks
    static void say(String line) {
        System.out.println("[junit-attrib] " + line);
    }
}
