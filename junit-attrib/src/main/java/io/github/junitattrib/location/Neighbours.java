package io.github.junitattrib.location;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What lies beside a file or directory that is not there: its writer may have meant one of them. */
public final class Neighbours {

    private static final int LISTED = 8;

    private Neighbours() {}

    /**
     * Names what is in the place of something missing, what is spelled most like it first.
     *
     * @param missing what was looked for
     * @param kind which neighbours count
     * @return a sentence with a blank behind it; empty if there are none, or they cannot be listed
     */
    public static String sentence(Path missing, Predicate<Path> kind) {
        List<String> names = names(missing, kind);
        return names.isEmpty() ? "" : "Beside it there is: " + String.join(", ", names) + ". ";
    }

    /**
     * Lists what is in the place of something missing.
     *
     * @param missing what was looked for
     * @param kind which neighbours count
     * @return some of their names, what is spelled most like it first; empty if they cannot be listed
     */
    public static List<String> names(Path missing, Predicate<Path> kind) {
        Path parent = missing.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return List.of();
        }
        String wanted = String.valueOf(missing.getFileName());
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(kind)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted(Comparator.comparingInt((String name) -> -shared(name, wanted))
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(LISTED)
                    .toList();
        } catch (IOException | RuntimeException e) {
            // What cannot be listed is left out: the message is about what is not there.
            return List.of();
        }
    }

    private static int shared(String name, String wanted) {
        int length = Math.min(name.length(), wanted.length());
        for (int i = 0; i < length; i++) {
            if (name.charAt(i) != wanted.charAt(i)) {
                return i;
            }
        }
        return length;
    }
}
