package io.github.junitattrib.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One invocation of a test method: what names its files, so display names never do.
 *
 * @param className fully qualified name of the test class
 * @param method name of the method
 * @param invocations numbers of the invocation, from 1: of the classes that run several times, the outermost first, and of
 *     the method; at least one number
 * @param variant name of the model variant that the test runs for, if it runs once for each
 * @param uniqueId JUnit's unique id of the invocation
 */
public record TestCase(
        String className, String method, List<Integer> invocations, Optional<String> variant, String uniqueId) {

    /**
     * Copies the numbers.
     *
     * @param className fully qualified name of the test class
     * @param method name of the method
     * @param invocations numbers of the invocation, from 1: of the classes that run several times, the outermost first,
     *     and of the method; at least one number
     * @param variant name of the model variant that the test runs for, if it runs once for each
     * @param uniqueId JUnit's unique id of the invocation
     */
    public TestCase {
        invocations = List.copyOf(invocations);
    }

    /**
     * Makes a test that runs for no variant, in a class that runs once.
     *
     * @param className fully qualified name of the test class
     * @param method name of the method
     * @param invocation number of the invocation, from 1
     * @param uniqueId JUnit's unique id of the invocation
     */
    public TestCase(String className, String method, int invocation, String uniqueId) {
        this(className, method, List.of(invocation), Optional.empty(), uniqueId);
    }

    /**
     * Returns the number of the innermost invocation.
     *
     * @return from 1
     */
    public int invocation() {
        return invocations.get(invocations.size() - 1);
    }

    /** Method and numbers: what files are called. */
    String plainName() {
        return method + "-" + invocations.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    /**
     * Returns the command that runs this test alone.
     *
     * @return a Maven command
     */
    public String rerunCommand() {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        // Life-cycle methods of a class belong to no test method; no method can have this name.
        String option = "-Dtest=" + simple + (method.equals("class") ? "" : "#" + method);
        // A shell would expand the dollar of a nested class and split names with spaces.
        return "mvn test " + (option.matches("[-\\w.=#]+") ? option : "'" + option + "'");
    }
}
