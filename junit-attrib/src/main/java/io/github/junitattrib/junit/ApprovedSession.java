package io.github.junitattrib.junit;

import io.github.junitattrib.approved.ApprovalMode;
import io.github.junitattrib.approved.ApprovedAttributions;
import io.github.junitattrib.report.Slashes;
import io.github.junitattrib.report.TestCase;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.AssertionFailedError;

/**
 * The approved attributions of this JVM's run, and which test methods passed so far: what those did not ask for is stale.
 *
 * <p>A method counts as passed if every invocation of it did, reruns included: whoever failed may have ended before it asked.
 */
final class ApprovedSession {

    private final ApprovedAttributions attributions;
    /** By class and method, whether all its invocations passed. */
    private final Map<String, Map<String, Boolean>> ended = new ConcurrentHashMap<>();

    ApprovedSession(ApprovedAttributions attributions) {
        this.attributions = attributions;
    }

    ApprovedAttributions attributions() {
        return attributions;
    }

    void ended(TestCase test, boolean passed) {
        ended.computeIfAbsent(test.className(), key -> new ConcurrentHashMap<>())
                .merge(test.method(), passed, Boolean::logicalAnd);
    }

    /**
     * Deletes, tells or fails what the tests of a class have left behind.
     *
     * @throws AssertionFailedError if stale entries are to fail
     */
    void endClass(Class<?> type, boolean failsIfStale) {
        Map<Path, List<String>> stale = attributions.stale(type.getName(), complete(type), declared(type));
        if (stale.isEmpty()) {
            return;
        }
        if (attributions.mode() == ApprovalMode.PRUNE) {
            stale.keySet().forEach(attributions::prune);
            Console.say("deleted approved attributions that no test asks for: " + listed(stale));
            return;
        }
        String message = "Approved attributions that no test asks for: " + listed(stale)
                + ". Delete them with -Dattrib.approved=prune.";
        if (failsIfStale) {
            throw new AssertionFailedError(message);
        }
        Console.say(message);
    }

    private List<String> complete(Class<?> type) {
        return ended.getOrDefault(type.getName(), Map.of()).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> declared(Class<?> type) {
        return ReflectionSupport.findMethods(
                        type,
                        method -> AnnotationSupport.isAnnotated(method, Testable.class),
                        HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .map(Method::getName)
                .toList();
    }

    private static String listed(Map<Path, List<String>> stale) {
        return stale.entrySet().stream()
                .map(file -> Slashes.in(file.getKey()) + " ("
                        + file.getValue().stream()
                                .map(text -> "\"" + text + "\"")
                                .collect(Collectors.joining(", "))
                        + ")")
                .collect(Collectors.joining("; "));
    }
}
