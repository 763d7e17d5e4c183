package io.github.junitattrib.gate;

import io.github.junitattrib.InvalidGateException;
import io.github.junitattrib.location.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of known failures as it stands there, with its comments: what a gate changes leaves all other lines alone.
 *
 * @param lines in their order
 */
record KnownFailuresFile(List<Line> lines) {

    private static final String HEAD = "# Cases that the release gate knows to fail. Remove what is fixed.";
    private static final String CORPUS = "corpus ";

    KnownFailuresFile {
        lines = List.copyOf(lines);
    }

    /**
     * A line of the file.
     *
     * @param text as it stands there
     * @param corpus the corpus that it is of; empty for every corpus
     * @param entry the case that it names; empty for other lines
     */
    record Line(String text, Optional<String> corpus, Optional<FailingCase> entry) {

        private static Line of(String corpus, FailingCase one) {
            return new Line(one.kind().word() + " " + escaped(one.name()), Optional.of(corpus), Optional.of(one));
        }

        private boolean isOf(String wanted) {
            return corpus.isEmpty() || corpus.get().equals(wanted);
        }
    }

    private record Key(Optional<String> corpus, FailingCase entry) {}

    /**
     * Reads the file.
     *
     * @throws InvalidGateException if it is not there, or a line is no entry
     */
    static KnownFailuresFile read(WrittenFile file) {
        try {
            return parsed(GateLines.of(file), file.location());
        } catch (IOException e) {
            throw unreadable(file.location(), e.getMessage() + ".");
        }
    }

    /** Reads the file if it is there. */
    static KnownFailuresFile readOrEmpty(WrittenFile file) {
        return Files.exists(file.path())
                ? read(file)
                : new KnownFailuresFile(List.of(new Line(HEAD, Optional.empty(), Optional.empty())));
    }

    private static KnownFailuresFile parsed(List<String> texts, String location) {
        List<Line> lines = new ArrayList<>();
        Set<Key> seen = new HashSet<>();
        Optional<String> corpus = Optional.empty();
        for (String text : texts) {
            if (text.startsWith(CORPUS)) {
                corpus = Optional.of(unescaped(text.substring(CORPUS.length())));
            }
            boolean isEntry = !text.isBlank() && !text.startsWith("#") && !text.startsWith(CORPUS);
            int number = lines.size() + 1;
            Line line = new Line(text, corpus, isEntry ? Optional.of(entry(text, location, number)) : Optional.empty());
            if (isEntry && !seen.add(new Key(corpus, line.entry().orElseThrow()))) {
                throw error(location, number, "it is there twice: \"" + text + "\". Leave one of them out.");
            }
            lines.add(line);
        }
        return new KnownFailuresFile(lines);
    }

    /** The entries of a corpus. */
    Set<FailingCase> of(String corpus) {
        return lines.stream()
                .filter(line -> line.isOf(corpus))
                .flatMap(line -> line.entry().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The file without what is fixed in a corpus, and without what is no case of it. What stands above the lines of all
     * corpora may be of another one, unless there is no such line.
     */
    KnownFailuresFile without(String corpus, Collection<FailingCase> fixed, Collection<FailingCase> strangers) {
        boolean flat = lines.stream().allMatch(line -> line.corpus().isEmpty());
        return new KnownFailuresFile(lines.stream()
                .filter(line -> {
                    boolean own = line.corpus().filter(corpus::equals).isPresent();
                    boolean gone = (own || flat)
                            && line.entry().filter(fixed::contains).isPresent();
                    boolean strange =
                            own && line.entry().filter(strangers::contains).isPresent();
                    return !gone && !strange;
                })
                .toList());
    }

    /** The file with more entries below the line of their corpus, which is added if it is not there. */
    KnownFailuresFile with(String corpus, List<FailingCase> added) {
        if (added.isEmpty()) {
            return this;
        }
        List<Line> more = new ArrayList<>(lines);
        int at = lastOf(corpus);
        if (at < 0) {
            more.add(new Line(CORPUS + escaped(corpus), Optional.of(corpus), Optional.empty()));
            at = more.size() - 1;
        }
        more.addAll(at + 1, added.stream().map(one -> Line.of(corpus, one)).toList());
        return new KnownFailuresFile(more);
    }

    /** The last line of a corpus that is not blank; -1 if there is none. */
    private int lastOf(String corpus) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            Line line = lines.get(i);
            if (line.corpus().filter(corpus::equals).isPresent() && !line.text().isBlank()) {
                return i;
            }
        }
        return -1;
    }

    String print() {
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    private static FailingCase entry(String line, String location, int number) {
        int blank = line.indexOf(' ');
        String kind = blank < 0 ? line : line.substring(0, blank);
        FailingCase.Kind known = Stream.of(FailingCase.Kind.values())
                .filter(each -> each.word().equals(kind))
                .findFirst()
                .filter(each -> blank > 0)
                .orElseThrow(() -> error(
                        location,
                        number,
                        "\"" + line + "\" is no entry. Write wrong or violation, a blank, and the id of the case."));
        return new FailingCase(known, unescaped(line.substring(blank + 1)));
    }

    private static String escaped(String name) {
        String escaped = name.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("\f", "\\f");
        // Blanks at the end of a line are not read.
        return escaped.endsWith(" ") ? escaped.substring(0, escaped.length() - 1) + "\\s" : escaped;
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
                            case 't' -> '\t';
                            case 'f' -> '\f';
                            case 's' -> ' ';
                            default -> name.charAt(i);
                        });
            } else {
                text.append(unit);
            }
        }
        return text.toString();
    }

    static InvalidGateException unreadable(String location, String problem) {
        return new InvalidGateException("The known failures \"" + location + "\" cannot be read: " + problem.strip()
                + " Run once with -Dattrib.known-failures.write=true to have them written.");
    }

    private static InvalidGateException error(String location, int line, String problem) {
        return new InvalidGateException(location + ", line " + line + ": " + problem);
    }
}
