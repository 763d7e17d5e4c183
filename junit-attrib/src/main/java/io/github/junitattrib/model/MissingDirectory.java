package io.github.junitattrib.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says that a model directory is not there, and what the writer may have meant.
 *
 * @param directory what was looked for
 * @param address as it is written once aliases and properties are followed
 * @param asWritten as the test has it
 */
record MissingDirectory(Path directory, String address, String asWritten) {

    private static final Pattern NAME_ON_THE_HUB = Pattern.compile("\\w[\\w.-]*/[\\w.-]+");
    private static final int LISTED = 8;

    String message() {
        List<String> neighbours = neighbours();
        return "There is no model directory " + directory + " (model location \"" + asWritten + "\"). "
                + (neighbours.isEmpty() ? "" : "Beside it there is: " + String.join(", ", neighbours) + ". ")
                + remedy();
    }

    private String remedy() {
        return Placeholders.tilde(address).orElseGet(this::check);
    }

    private String check() {
        // Where the folder is there, its owner is no owner of the hub.
        Path parent = directory.getParent();
        boolean likeTheHub =
                NAME_ON_THE_HUB.matcher(address).matches() && (parent == null || !Files.isDirectory(parent));
        return "Check the path; relative ones start at the project's directory"
                + (likeTheHub ? ", and a model of the Hugging Face hub is written hf:" + address + "." : ".");
    }

    /** Returns the folders in its place, those that are spelled most like it first. */
    private List<String> neighbours() {
        Path parent = directory.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return List.of();
        }
        String wanted = String.valueOf(directory.getFileName());
        try (Stream<Path> files = Files.list(parent)) {
            return files.filter(Files::isDirectory)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted(Comparator.comparingInt((String name) -> -shared(name, wanted))
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(LISTED)
                    .collect(Collectors.toList());
        } catch (IOException | RuntimeException e) {
            // What cannot be listed is left out: the message is about the directory that is not there.
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
