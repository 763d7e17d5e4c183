package io.github.junitattrib.junit;

import java.nio.file.Path;

/** The lines that a run prints beside its tests, marked as ours. */
final class Console {

    private Console() {}

    @SuppressWarnings("SystemOut") // people look there when nothing else speaks
    static void say(String line) {
        System.out.println("[junit-attrib] " + line);
    }

    /** Names a file in the way that CI servers look for: a line of its own, with nothing else. */
    @SuppressWarnings("SystemOut") // as above
    static void attach(Path file) {
        System.out.println("[[ATTACHMENT|" + file + "]]");
    }
}
