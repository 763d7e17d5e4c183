package io.github.junitattrib.samples;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A method or type with the samples of its Javadoc.
 *
 * @param file name of the source file
 * @param name the type, and for methods their signature
 * @param assertion whether it is a public method that asserts, or begins to
 * @param samples the checked statements
 */
record Documented(String file, String name, boolean assertion, List<Sample> samples) {

    Documented {
        samples = List.copyOf(samples);
    }

    /** Says what samples are missing: an assertion shows how it passes, and how it does not. */
    List<String> missing(Set<Expected> wanted) {
        Set<Expected> shown = samples.stream().map(Sample::expected).collect(Collectors.toSet());
        return wanted.stream()
                .filter(expected -> assertion && !shown.contains(expected))
                .map(expected -> "It has no sample with a statement that \"// " + expected + "\".")
                .sorted()
                .toList();
    }

    @Override
    public String toString() {
        return file + ": " + name;
    }
}
