package io.github.junitattrib.model;

import io.github.junitattrib.location.Neighbours;
import io.github.junitattrib.location.Placeholders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Says that a model directory is not there, and what the writer may have meant.
 *
 * @param directory what was looked for
 * @param address as it is written once aliases and properties are followed
 * @param asWritten as the test has it
 */
record MissingDirectory(Path directory, String address, String asWritten) {

    private static final Pattern NAME_ON_THE_HUB = Pattern.compile("\\w[\\w.-]*/[\\w.-]+");

    String message() {
        return "There is no model directory " + directory + " (model location \"" + asWritten + "\"). "
                + Neighbours.sentence(directory, Files::isDirectory)
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
}
