package io.github.junitattrib.approved;

/**
 * Names of a test method, which name its file; invocations and overloads share it, as entries are found by what they explain.
 *
 * @param className fully qualified name of the class
 * @param method name of the method
 */
public record TestName(String className, String method) {

    String folder() {
        return SafeNames.of(className);
    }

    String file() {
        return SafeNames.of(method) + ".json";
    }
}
