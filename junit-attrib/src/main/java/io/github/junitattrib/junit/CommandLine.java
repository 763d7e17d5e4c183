package io.github.junitattrib.junit;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The system properties {@code attrib.*} of this process: what a command line said, and a rerun has to say again. */
final class CommandLine {

    /** They change what is written and where, but not what a test says. */
    private static final Pattern OF_WHAT_IS_WRITTEN =
            Pattern.compile("attrib\\.(report(\\..+)?|run|approved(\\.stale)?|ci|known-failures\\.write)");

    private static final String ALIASES = "attrib.model.";

    private CommandLine() {}

    /** Says that a property is none of ours, since a misspelt one leaves its test as it is and green. */
    static List<String> warnings(Properties system) {
        return system.stringPropertyNames().stream()
                .filter(name -> name.startsWith("attrib."))
                .filter(name -> !AttribProperties.NAMES.contains(name) && !name.startsWith(ALIASES))
                .sorted()
                .map(name -> "the system property " + name + " has no effect. There are " + ALIASES + "<alias>, "
                        + AttribProperties.NAMES.stream().sorted().collect(Collectors.joining(", ")) + ".")
                .toList();
    }

    /** Returns the properties that tell how tests are judged. */
    static Map<String, String> toRunAgain(Properties system) {
        Map<String, String> again = new TreeMap<>();
        for (String name : system.stringPropertyNames()) {
            if (name.startsWith("attrib.") && !OF_WHAT_IS_WRITTEN.matcher(name).matches()) {
                again.put(name, system.getProperty(name));
            }
        }
        return again;
    }
}
