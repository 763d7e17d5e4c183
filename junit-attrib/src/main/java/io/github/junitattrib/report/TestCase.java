package io.github.junitattrib.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One invocation of a test method: what names its files, so display names never do.
 *
 * @param className fully qualified name of the test class; of a nested one that others inherit, below the one that runs
 * @param selected classes that a runner must find to run it: the test class, or for an inherited nested one the outermost
 *     that runs and the one that is inherited
 * @param method name of the method
 * @param invocations numbers of the invocation, from 1: of the classes that run several times, the outermost first, and of
 *     the method; at least one number
 * @param variant name of the model variant that the test runs for, if it runs once for each
 * @param uniqueId JUnit's unique id of the invocation
 * @param properties system properties that a command needs to run it again as it ran
 */
public record TestCase(
        String className,
        List<String> selected,
        String method,
        List<Integer> invocations,
        Optional<String> variant,
        String uniqueId,
        Map<String, String> properties) {

    private static final Pattern SAFE_IN_A_SHELL = Pattern.compile("[-\\w.=#/:,@+%]+");

    /**
     * Copies names, numbers and properties.
     *
     * @param className fully qualified name of the test class; of a nested one that others inherit, below the one that
     *     runs
     * @param selected classes that a runner must find to run it: the test class, or for an inherited nested one the outermost
     *     that runs and the one that is inherited
     * @param method name of the method
     * @param invocations numbers of the invocation, from 1: of the classes that run several times, the outermost first,
     *     and of the method; at least one number
     * @param variant name of the model variant that the test runs for, if it runs once for each
     * @param uniqueId JUnit's unique id of the invocation
     * @param properties system properties that a command needs to run it again as it ran
     */
    public TestCase {
        selected = List.copyOf(selected);
        invocations = List.copyOf(invocations);
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /**
     * Makes a test that needs no system properties.
     *
     * @param className fully qualified name of the test class
     * @param method name of the method
     * @param invocations numbers of the invocation, from 1: of the classes that run several times, the outermost first,
     *     and of the method; at least one number
     * @param variant name of the model variant that the test runs for, if it runs once for each
     * @param uniqueId JUnit's unique id of the invocation
     */
    public TestCase(
            String className, String method, List<Integer> invocations, Optional<String> variant, String uniqueId) {
        this(className, List.of(className), method, invocations, variant, uniqueId, Map.of());
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

    /** Names of files are looked up by it for every test; ids tell tests apart. */
    @Override
    public int hashCode() {
        return uniqueId.hashCode();
    }

    /**
     * Returns the number of the innermost invocation.
     *
     * @return from 1; 0 for what has invocations, if it failed itself
     */
    public int invocation() {
        return invocations.get(invocations.size() - 1);
    }

    /** Method and numbers: what files are called. */
    String plainName() {
        return method + "-" + invocations.stream().map(String::valueOf).collect(Collectors.joining("-"));
    }

    /**
     * Returns the command that runs this test alone, with the properties that it ran with.
     *
     * @return a Maven command
     */
    public String rerunCommand() {
        return Stream.concat(
                        Stream.of("mvn test", quoted("-Dtest=" + selection())),
                        properties.entrySet().stream()
                                .map(property -> quoted("-D" + property.getKey() + "=" + property.getValue())))
                .collect(Collectors.joining(" "));
    }

    /** Life-cycle methods of a class belong to no test method; no method can have their name. */
    private String selection() {
        String methods = method.equals("class") ? "" : "#" + method;
        return selected.stream().map(name -> simple(name) + methods).collect(Collectors.joining(","));
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** A shell would expand the dollar of a nested class and split names with spaces. */
    private static String quoted(String option) {
        return SAFE_IN_A_SHELL.matcher(option).matches() ? option : "'" + option.replace("'", "'\\''") + "'";
    }
}
