package io.github.junitattrib.junit;

import io.github.junitattrib.Verdict;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.report.TestCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The checks that passed in the tests of a class and of those nested in it: replayed together when it ends, so that all
 * share the passes of each mutant. Any thread may add to it.
 */
final class PassedChecks {

    private final String owner;
    private final List<OfTest> tests = new ArrayList<>();

    private PassedChecks(String owner) {
        this.owner = owner;
    }

    /**
     * The checks of one test, in their order.
     *
     * @param test the test
     * @param tested its model under test; empty if its class names none
     * @param checks that say something about a model
     */
    record OfTest(TestCase test, Optional<ModelSlot> tested, List<Check> checks) {}

    /** Begins to collect, unless a class around this one has begun or nothing is to be replayed. */
    static void begin(ExtensionContext type, Session session) {
        if (session.properties().vacuity() != VacuityMode.OFF) {
            type.getStore(Session.NAMESPACE)
                    .getOrComputeIfAbsent(
                            PassedChecks.class, key -> new PassedChecks(type.getUniqueId()), PassedChecks.class);
        }
    }

    /** Finds what collects the checks of a test or class; empty if nothing does. */
    static Optional<PassedChecks> of(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(Session.NAMESPACE).get(PassedChecks.class, PassedChecks.class));
    }

    /** Whether it ends with this class. */
    boolean endsWith(ExtensionContext type) {
        return owner.equals(type.getUniqueId());
    }

    /** Adds the checks of a test that passed; a rerun in the same class replaces them. */
    synchronized void add(TestScope scope) {
        AttributionLog log = scope.log();
        List<Check> checks = log.logged().stream()
                .filter(logged -> logged.result().verdict() == Verdict.PASS)
                .map(LoggedCheck::check)
                .filter(check -> check.about() == Check.About.MODEL)
                .map(check -> Replay.of(scope, check))
                .toList();
        tests.removeIf(known -> known.test().uniqueId().equals(log.test().uniqueId()));
        if (!checks.isEmpty()) {
            tests.add(new OfTest(log.test(), scope.models().slot(), checks));
        }
    }

    /** Returns the tests in an order that does not depend on threads. */
    synchronized List<OfTest> tests() {
        return tests.stream()
                .sorted(Comparator.comparing(one -> one.test().uniqueId()))
                .toList();
    }
}
