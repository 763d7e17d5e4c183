package io.github.junitattrib.junit;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.approved.ApprovalMode;
import io.github.junitattrib.approved.ApprovedAttributions;
import io.github.junitattrib.report.AttributionText;
import io.github.junitattrib.report.Slashes;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/**
 * The approved attributions of this JVM's run, and which test methods passed so far: what those did not ask for is stale.
 *
 * <p>A method counts as passed if every invocation of it did, reruns included: whoever failed may have ended before it asked.
 * Overloads share a file, so that all of them count.
 */
final class ApprovedSession {

    private final ApprovedAttributions attributions;
    /** By class, the methods that ended, and whether all invocations passed; empty stands for the class itself. */
    private final Map<String, Map<Optional<Method>, Boolean>> ended = new ConcurrentHashMap<>();

    ApprovedSession(ApprovedAttributions attributions) {
        this.attributions = attributions;
    }

    ApprovedAttributions attributions() {
        return attributions;
    }

    /** Notes that an invocation, a dynamic test or a class has ended. */
    void ended(ExtensionContext context, boolean passed) {
        ExtensionContext declared = TestNames.declared(context);
        ended.computeIfAbsent(TestNames.className(declared), key -> new ConcurrentHashMap<>())
                .merge(declared.getTestMethod(), passed, Boolean::logicalAnd);
    }

    /**
     * Deletes, tells or fails what the tests of a class have left behind.
     *
     * @throws AssertionFailedError if stale entries are to fail
     */
    void endClass(ExtensionContext context, boolean failsIfStale) {
        String className = TestNames.className(context);
        List<Method> methods = TestMethods.of(context.getRequiredTestClass());
        List<String> names = TestMethods.names(methods);
        List<String> complete = TestNames.mayRunAgain(context)
                ? List.of()
                : names.stream()
                        .filter(name -> isComplete(name, className, methods))
                        .toList();
        Map<Path, List<Attribution>> stale = attributions.stale(className, complete, names);
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

    /** Whether all that shares a file has run and passed: a disabled overload has not. */
    private boolean isComplete(String name, String className, List<Method> methods) {
        Map<Optional<Method>, Boolean> ofClass = ended.getOrDefault(className, Map.of());
        Stream<Optional<Method>> sharing = name.equals(TestNames.WHOLE_CLASS)
                ? Stream.of(Optional.empty())
                : methods.stream()
                        .filter(method -> method.getName().equals(name))
                        .map(Optional::of);
        return sharing.allMatch(method -> ofClass.getOrDefault(method, false));
    }

    private static String listed(Map<Path, List<Attribution>> stale) {
        return stale.entrySet().stream()
                .map(file -> Slashes.in(file.getKey()) + " ("
                        + file.getValue().stream().map(ApprovedSession::named).collect(Collectors.joining(", "))
                        + ")")
                .collect(Collectors.joining("; "));
    }

    private static String named(Attribution entry) {
        return "\"" + entry.text() + "\" by " + AttributionText.methodName(entry) + " toward " + entry.label();
    }
}
