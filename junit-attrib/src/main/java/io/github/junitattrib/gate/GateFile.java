package io.github.junitattrib.gate;

import io.github.junitattrib.InvalidGateException;
import io.github.junitattrib.corpus.Nearest;
import io.github.junitattrib.location.WrittenFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads thresholds from a file of properties. */
final class GateFile {

    private static final String BECAUSE = ".because";
    private static final String SLICE_CASES = "slice.cases.min";
    private static final String WORD_TEXTS = "word.texts.min";
    private static final String AGREEMENT = "reasons.agreement.min";
    private static final Set<String> SETTINGS = Set.of(SLICE_CASES, WORD_TEXTS, AGREEMENT);

    /** A line but a comment that ends in an odd number of backslashes. */
    private static final Pattern GOES_ON = Pattern.compile("(?!\\s*[#!]).*?(?<!\\\\)(\\\\\\\\)*\\\\");

    private final String location;
    private final Map<String, String> entries;

    private GateFile(String location, Map<String, String> entries) {
        this.location = location;
        this.entries = entries;
    }

    static Gate read(String location, Function<String, Optional<String>> properties) {
        return new GateFile(location, entries(location, properties)).gate();
    }

    /** In the order of the file; a key that is there twice would silently lose its first value. */
    private static Map<String, String> entries(String location, Function<String, Optional<String>> properties) {
        WrittenFile file =
                new WrittenFile(location, properties, (problem, cause) -> unreadable(location, problem, cause));
        Map<String, String> entries = new LinkedHashMap<>();
        Properties reader = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                if (entries.put((String) key, ((String) value).strip()) != null) {
                    throw new InvalidGateException(
                            location + ", " + key + ": it is there twice. Leave one of them out.");
                }
                return value;
            }
        };
        try {
            List<String> lines = GateLines.of(file);
            requireOneLineEach(lines, location);
            reader.load(new StringReader(String.join("\n", lines)));
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(location, e.getMessage() + ".", Optional.of(e));
        }
        return entries;
    }

    /** A backslash at the end would make the next line, a threshold perhaps, part of this one's value. */
    private static void requireOneLineEach(List<String> lines, String location) {
        for (int i = 0; i < lines.size(); i++) {
            if (GOES_ON.matcher(lines.get(i)).matches()) {
                throw new InvalidGateException(location + ", line " + (i + 1)
                        + ": it ends in a backslash, which would make the next line part of the value. Write the value in"
                        + " one line, and a backslash of it twice.");
            }
        }
    }

    private static InvalidGateException unreadable(String location, String problem, Optional<Throwable> cause) {
        String message = "The thresholds \"" + location + "\" cannot be read: " + problem.strip();
        return cause.map(known -> new InvalidGateException(message, known))
                .orElseGet(() -> new InvalidGateException(message));
    }

    private Gate gate() {
        List<GateRule> rules = new ArrayList<>();
        entries.keySet().forEach(name -> {
            if (name.endsWith(BECAUSE)) {
                requireThreshold(name);
            } else if (!SETTINGS.contains(name)) {
                rules.add(rule(name));
            }
        });
        return new Gate(location, settings(), rules);
    }

    private void requireThreshold(String because) {
        String of = because.substring(0, because.length() - BECAUSE.length());
        if (!entries.containsKey(of)) {
            throw error(
                    because,
                    "it gives a reason for " + of + ", which is not in the file."
                            + Nearest.to(of, thresholds())
                                    .map(word -> " Do you mean " + word + BECAUSE + "?")
                                    .orElse(" Give the threshold, or leave the reason out."));
        }
        if (value(because).isEmpty()) {
            throw error(because, "it gives no reason. Write one, or leave it out.");
        }
    }

    private List<String> thresholds() {
        return entries.keySet().stream().filter(name -> !name.endsWith(BECAUSE)).toList();
    }

    private GateRule rule(String name) {
        String plain = name.startsWith(GateRule.SLICE) ? name.substring(GateRule.SLICE.length()) : name;
        GateKey key = Stream.of(GateKey.values())
                .filter(known -> name.equals(known.key()) || (!plain.equals(name) && plain.endsWith("." + known.key())))
                // accuracy.min is the end of another key of a slice only if that one is longer.
                .reduce((one, other) -> one.key().length() >= other.key().length() ? one : other)
                .orElseThrow(() -> error(name, "there is no such threshold." + nearest(name, known(name, plain))));
        Optional<String> slice = name.equals(key.key())
                ? Optional.empty()
                : Optional.of(plain.substring(0, plain.length() - key.key().length() - 1));
        if (slice.isPresent() && !key.isOfSlices()) {
            throw error(
                    name, "the " + key.meaning() + " is measured on the whole corpus alone. Write " + key.key() + ".");
        }
        double limit = number(name);
        key.problem(limit).ifPresent(problem -> {
            throw error(
                    name,
                    "a limit of " + value(name) + " says nothing: " + problem + ". Give another, or leave it out.");
        });
        return new GateRule(key, slice, limit, entries.getOrDefault(name + BECAUSE, ""));
    }

    /** All keys that could stand in the place of one. */
    private static Set<String> known(String name, String plain) {
        Set<String> known = new LinkedHashSet<>(SETTINGS);
        String slice = plain.equals(name) || plain.indexOf('.') < 0 ? "" : plain.substring(0, plain.indexOf('.') + 1);
        Stream.of(GateKey.values()).map(GateKey::key).forEach(key -> {
            known.add(key);
            if (!slice.isEmpty()) {
                known.add(GateRule.SLICE + slice + key);
            }
        });
        return known;
    }

    private static String nearest(String name, Set<String> known) {
        return Nearest.to(name, known)
                .map(word -> " Do you mean " + word + "?")
                .orElseGet(() -> " There are " + String.join(", ", known) + ".");
    }

    private GateSettings settings() {
        GateSettings usual = GateSettings.DEFAULT;
        double agreement = entries.containsKey(AGREEMENT) ? number(AGREEMENT) : usual.agreement();
        if (!(agreement > -1 && agreement <= 1)) {
            throw error(AGREEMENT, "a correlation lies between -1 and 1, but it is " + value(AGREEMENT) + ".");
        }
        return new GateSettings(
                count(SLICE_CASES, usual.sliceCases()), count(WORD_TEXTS, usual.wordTexts()), agreement);
    }

    private long count(String name, long usual) {
        if (!entries.containsKey(name)) {
            return usual;
        }
        double count = number(name);
        if (count != Math.rint(count) || count < 1 || count > Integer.MAX_VALUE) {
            throw error(name, "it must be a whole number from 1, but is " + value(name) + ".");
        }
        return Math.round(count);
    }

    private double number(String name) {
        try {
            return Double.parseDouble(value(name));
        } catch (NumberFormatException e) {
            throw new InvalidGateException(
                    location + ", " + name + ": \"" + value(name) + "\" is no number. Write one such as 0.01.", e);
        }
    }

    private String value(String name) {
        return entries.getOrDefault(name, "");
    }

    private InvalidGateException error(String name, String problem) {
        return new InvalidGateException(location + ", " + name + ": " + problem);
    }
}
