package io.github.junitattrib.report;

/**
 * One invocation of a test method: what names its files, so display names never do.
 *
 * @param className fully qualified name of the test class
 * @param method name of the method
 * @param invocation number of the invocation, from 1
 * @param uniqueId JUnit's unique id of the invocation
 */
public record TestCase(String className, String method, int invocation, String uniqueId) {

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
