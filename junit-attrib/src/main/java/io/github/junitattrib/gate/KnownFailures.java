package io.github.junitattrib.gate;

import io.github.junitattrib.InvalidGateException;
import io.github.junitattrib.location.WrittenFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cases that a candidate may fail, because people know of them: a ratchet. What fails besides is new, and what does not fail
 * any more must be taken from the list, so that it does not come back unseen.
 *
 * <p>A line is {@code wrong plain-17} or {@code violation judged-05}: the kind, a blank, and the id of the case (or its
 * text, with {@code \n} for a line end and {@code \\} for a backslash). Lines that begin with {@code #} are comments.
 *
 * @param location where the list stands
 * @param cases the entries
 */
public record KnownFailures(String location, Set<FailingCase> cases) {

    private static final String HEAD = "# Cases that the release gate knows to fail. Remove what is fixed.\n";

    /**
     * Copies the entries and keeps their order.
     *
     * @param location where the list stands
     * @param cases the entries
     */
    public KnownFailures {
        cases = new LinkedHashSet<>(cases);
    }

    /**
     * Reads a list.
     *
     * @param location {@code classpath:…}, {@code file:…} or a path
     * @param properties where <code>${property}</code> is looked up
     * @return the list
     * @throws InvalidGateException if there is no such file, or a line of it is no entry
     */
    public static KnownFailures read(String location, Function<String, Optional<String>> properties) {
        Set<FailingCase> cases = new LinkedHashSet<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(file(location, properties).open().content(), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#") && !cases.add(entry(line, location, number))) {
                    throw error(location, number, "it is there twice: \"" + line + "\". Leave one of them out.");
                }
            }
        } catch (IOException e) {
            throw unreadable(location, e.getMessage() + ".");
        }
        return new KnownFailures(location, cases);
    }

    /**
     * Writes the list of all cases that a candidate fails now.
     *
     * @param location {@code file:…} or a path
     * @param properties where <code>${property}</code> is looked up
     * @param failing the entries
     * @return the list
     * @throws InvalidGateException if it cannot be written
     */
    public static KnownFailures write(
            String location, Function<String, Optional<String>> properties, List<FailingCase> failing) {
        Path file = file(location, properties).path();
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent(), "folder of the file"));
            Files.writeString(
                    file, HEAD + failing.stream().map(KnownFailures::line).collect(Collectors.joining()));
        } catch (IOException e) {
            throw new InvalidGateException(
                    "The known failures \"" + location + "\" cannot be written: " + e
                            + ". See that the folder is writable.",
                    e);
        }
        return new KnownFailures(location, new LinkedHashSet<>(failing));
    }

    /**
     * Compares the list with what a candidate fails.
     *
     * @param comparison what was found
     * @return what differs
     */
    public Ratchet compare(ComparisonResult comparison) {
        Set<FailingCase> failing = new LinkedHashSet<>(comparison.failing());
        Set<FailingCase> unclear = comparison.unclear();
        return new Ratchet(
                location,
                cases.size(),
                failing.stream().filter(one -> !cases.contains(one)).toList(),
                cases.stream()
                        .filter(one -> !failing.contains(one) && !unclear.contains(one))
                        .toList(),
                unclear.stream().filter(one -> !cases.contains(one)).toList());
    }

    private static WrittenFile file(String location, Function<String, Optional<String>> properties) {
        return new WrittenFile(location, properties, (problem, cause) -> unreadable(location, problem));
    }

    private static FailingCase entry(String line, String location, int number) {
        int blank = line.indexOf(' ');
        String kind = blank < 0 ? line : line.substring(0, blank);
        FailingCase.Kind known = Stream.of(FailingCase.Kind.values())
                .filter(each -> word(each).equals(kind))
                .findFirst()
                .filter(each -> blank > 0 && blank < line.length() - 1)
                .orElseThrow(() -> error(
                        location,
                        number,
                        "\"" + line + "\" is no entry. Write wrong or violation, a blank, and the id of the case."));
        return new FailingCase(known, unescaped(line.substring(blank + 1)));
    }

    private static String line(FailingCase one) {
        return word(one.kind()) + " "
                + one.name().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r") + "\n";
    }

    private static String unescaped(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char unit = name.charAt(i);
            if (unit == '\\' && i + 1 < name.length()) {
                i++;
                text.append(
                        switch (name.charAt(i)) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> name.charAt(i);
                        });
            } else {
                text.append(unit);
            }
        }
        return text.toString();
    }

    private static String word(FailingCase.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static InvalidGateException unreadable(String location, String problem) {
        return new InvalidGateException("The known failures \"" + location + "\" cannot be read: " + problem.strip()
                + " Run once with -Dattrib.known-failures.write=true to have them written.");
    }

    private static InvalidGateException error(String location, int line, String problem) {
        return new InvalidGateException(location + ", line " + line + ": " + problem);
    }
}
