package io.github.junitattrib.junit;

import io.github.junitattrib.corpus.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The system properties {@code attrib.*} of this process: what a command line said, and a rerun has to say again. */
final class CommandLine {

    /** They change what is written and where, but not what a test says. */
    private static final Pattern OF_WHAT_IS_WRITTEN =
            Pattern.compile("attrib\\.(report(\\..+)?|run|approved(\\.stale)?|ci|known-failures\\.write)");

    private static final String OURS = "attrib.";
    private static final String ALIASES = OURS + "model.";

    private CommandLine() {}

    /** Says that a property is none of ours, since a misspelt one leaves its test as it is and green. */
    static List<String> warnings(Properties system) {
        List<String> warnings = new ArrayList<>();
        boolean all = false;
        for (String name : unknown(system)) {
            String effect = "the system property " + name + " has no effect.";
            Optional<String> nearest = nearest(name);
            String there = all
                    ? ""
                    : " There are " + ALIASES + "<alias>, "
                            + AttribProperties.NAMES.stream().sorted().collect(Collectors.joining(", ")) + ".";
            warnings.add(
                    effect + nearest.map(known -> " Do you mean " + known + "?").orElse(there));
            all |= nearest.isEmpty();
        }
        return List.copyOf(warnings);
    }

    private static List<String> unknown(Properties system) {
        return system.stringPropertyNames().stream()
                .filter(name -> name.startsWith(OURS))
                .filter(name -> !AttribProperties.NAMES.contains(name) && !name.startsWith(ALIASES))
                .sorted()
                .toList();
    }

    /** Without what all of them begin with, which would make them alike. */
    private static Optional<String> nearest(String name) {
        String own = name.substring(OURS.length());
        Set<String> known = new HashSet<>();
        AttribProperties.NAMES.forEach(each -> known.add(each.substring(OURS.length())));
        int alias = own.indexOf('.');
        if (alias > 0 && Nearest.to(own.substring(0, alias), Set.of("model")).isPresent()) {
            known.add("model" + own.substring(alias));
        }
        return Nearest.to(own, known).map(OURS::concat);
    }

    /** Returns the properties that tell how tests are judged. */
    static Map<String, String> toRunAgain(Properties system) {
        Map<String, String> again = new TreeMap<>();
        for (String name : system.stringPropertyNames()) {
            if (name.startsWith(OURS) && !OF_WHAT_IS_WRITTEN.matcher(name).matches()) {
                again.put(name, system.getProperty(name));
            }
        }
        return again;
    }
}
