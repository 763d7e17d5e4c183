package io.github.junitattrib.junit;

import io.github.junitattrib.Verdict;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.report.NotAsked;
import io.github.junitattrib.report.TestCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The checks of the tests of a class and of those nested in it: what passed is replayed together when it ends, so that all
 * share the passes of each mutant. Any thread may add to it.
 */
final class ClassChecks {

    private final String owner;
    private final List<OfTest> tests = new ArrayList<>();

    private ClassChecks(String owner) {
        this.owner = owner;
    }

    /**
     * The checks of one test, in their order.
     *
     * @param test the test
     * @param tested its model under test; empty if its class names none
     * @param checks that passed and say something about a model; none if the test did not pass
     * @param notAsked how many others it made
     */
    record OfTest(TestCase test, Optional<ModelSlot> tested, List<Check> checks, NotAsked notAsked) {

        static OfTest of(TestScope scope, boolean passed) {
            AttributionLog log = scope.log();
            List<Check> all = log.logged().stream().map(LoggedCheck::check).toList();
            if (!passed) {
                return new OfTest(log.test(), scope.models().slot(), List.of(), new NotAsked(0, all.size()));
            }
            List<Check> aboutModel = log.logged().stream()
                    .filter(logged -> logged.result().verdict() == Verdict.PASS)
                    .map(LoggedCheck::check)
                    .filter(check -> check.about() == Check.About.MODEL)
                    .map(check -> Replay.of(scope, check))
                    .toList();
            int aboutMethod = (int) all.stream()
                    .filter(check -> check.about() == Check.About.METHOD)
                    .count();
            return new OfTest(log.test(), scope.models().slot(), aboutModel, new NotAsked(aboutMethod, 0));
        }

        private boolean isEmpty() {
            return checks.isEmpty() && notAsked.equals(NotAsked.NONE);
        }
    }

    /** Begins to collect, unless a class around this one has begun or nothing is to be replayed. */
    static void begin(ExtensionContext type, Session session) {
        if (session.properties().vacuity() != VacuityMode.OFF) {
            type.getStore(Session.NAMESPACE)
                    .getOrComputeIfAbsent(
                            ClassChecks.class, key -> new ClassChecks(type.getUniqueId()), ClassChecks.class);
        }
    }

    /** Finds what collects the checks of a test or class; empty if nothing does. */
    static Optional<ClassChecks> of(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(Session.NAMESPACE).get(ClassChecks.class, ClassChecks.class));
    }

    /** Whether it ends with this class. */
    boolean endsWith(ExtensionContext type) {
        return owner.equals(type.getUniqueId());
    }

    /** Adds the checks of a test that has ended; a rerun in the same class replaces them. */
    synchronized void add(TestScope scope, boolean passed) {
        OfTest ended = OfTest.of(scope, passed);
        tests.removeIf(known -> known.test().uniqueId().equals(ended.test().uniqueId()));
        if (!ended.isEmpty()) {
            tests.add(ended);
        }
    }

    /** Returns the tests in an order that does not depend on threads. */
    synchronized List<OfTest> tests() {
        return tests.stream()
                .sorted(Comparator.comparing(one -> one.test().uniqueId()))
                .toList();
    }
}
