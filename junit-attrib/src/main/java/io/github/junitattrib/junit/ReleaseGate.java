package io.github.junitattrib.junit;

import io.github.junitattrib.InvalidGateException;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.gate.ComparisonResult;
import io.github.junitattrib.gate.FailingCase;
import io.github.junitattrib.gate.Gate;
import io.github.junitattrib.gate.GateResult;
import io.github.junitattrib.gate.KnownFailures;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.location.WrittenFile;
import io.github.junitattrib.report.GateWriter;
import io.github.junitattrib.report.Slashes;
import io.github.junitattrib.report.VisibleText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The gate of a project: the thresholds of {@code attrib.gate} (or of {@code attribution-gate.properties} at the root of the
 * class path), the known failures of {@code attrib.known-failures}, and the summary below the report directory.
 */
public final class ReleaseGate {

    private static final int LISTED = 5;
    private static final String FILE = "attribution-gate.properties";

    private final AttribProperties properties;
    private final Map<String, String> environment;

    ReleaseGate(AttribProperties properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /**
     * Returns the gate of the test that runs on this thread.
     *
     * @return outside of a test of ours that of the system properties
     */
    public static ReleaseGate current() {
        return new ReleaseGate(
                TestScope.current()
                        .map(scope -> scope.models().session().properties())
                        .orElseGet(() -> new AttribProperties(name -> Optional.ofNullable(System.getProperty(name)))),
                System.getenv());
    }

    /**
     * Holds a comparison against thresholds and known failures, and writes the summary.
     *
     * @param comparison what was found
     * @return the outcome
     * @throws InvalidGateException if there are no thresholds, or a file is not right
     */
    public GateResult judge(ComparisonResult comparison) {
        return judge(comparison.models().toString(), () -> comparison);
    }

    /**
     * Compares, holds what is found against thresholds and known failures, and writes the summary. What cannot be compared is
     * in the summary too.
     *
     * @param comparison what is to be compared
     * @return the outcome
     * @throws InvalidGateException if there are no thresholds, or a file is not right
     */
    public GateResult judge(ModelComparison comparison) {
        return judge(comparison.toString(), () -> comparison.result(Progress.of(comparison)));
    }

    private GateResult judge(String name, Supplier<ComparisonResult> comparison) {
        GateResult result;
        try {
            result = judged(comparison.get());
        } catch (RuntimeException e) {
            write(writer -> writer.writeUnjudged(test(), name, new TestFailure(e).message()));
            throw e;
        }
        write(writer -> writer.write(test(), result));
        if (result.verdict() == Verdict.PASS) {
            Console.say(passed(result));
        }
        return result;
    }

    private GateResult judged(ComparisonResult comparison) {
        boolean writes = properties.writesKnownFailures();
        GateResult result = gate().judge(comparison);
        return properties
                .knownFailures()
                .map(location -> result.with(known(location, comparison, writes).compare(comparison)))
                .orElse(result);
    }

    /** A problem never changes the verdict, but is printed. */
    private void write(Consumer<GateWriter> writing) {
        try {
            GateWriter writer = new GateWriter(
                    properties.reportDirectory(), properties.run().orElseGet(RunId::detect));
            writing.accept(AttributionLog.current()
                    .map(log -> writer.withTestPage(Path.of(log.page())))
                    .orElse(writer));
        } catch (RuntimeException e) {
            Console.say("the summary of the release gate is missing: " + e.getMessage());
        }
    }

    /**
     * Returns the page of the summary.
     *
     * @return with slashes on every system
     */
    public String page() {
        return Slashes.in(properties.reportDirectory().resolve(GateWriter.PAGE));
    }

    private String passed(GateResult result) {
        long judged = result.checks().stream()
                .filter(check -> check.verdict().isPresent())
                .count();
        long small = result.checks().stream()
                .filter(check -> check.verdict().isEmpty())
                .map(check -> check.rule().slice())
                .distinct()
                .count();
        return "gate of " + result.gate() + " passed: " + counted(judged, "threshold") + " judged"
                + (small == 0 ? "" : ", " + counted(small, "slice") + " too small") + ": " + page();
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String test() {
        return AttributionLog.current().map(AttributionLog::testName).orElse("outside of a test");
    }

    private Gate gate() {
        Optional<String> named = properties.gate();
        if (named.isEmpty() && !WrittenFile.isOnClassPath(FILE)) {
            throw new InvalidGateException("There are no thresholds: the class path has no " + FILE
                    + ". Write one in src/test/resources with a line such as word.gain.max=0.1, or name another file by"
                    + " attrib.gate.");
        }
        return Gate.read(named.orElse("classpath:" + FILE), properties.lookup());
    }

    private KnownFailures known(String location, ComparisonResult comparison, boolean writes) {
        if (!writes) {
            return KnownFailures.read(
                    location, properties.lookup(), comparison.models().source());
        }
        if (properties.isCi(environment)) {
            throw new InvalidGateException(
                    "attrib.known-failures.write=true is refused in a CI job (CI is set, or attrib.ci=true): known"
                            + " failures are looked at by a person before they are accepted. Write them on a machine of your"
                            + " own, or set attrib.ci=false.");
        }
        KnownFailures.Update update = KnownFailures.update(location, properties.lookup(), comparison);
        Console.say("known failures " + location + ", "
                + (update.added().isEmpty() && update.removed().isEmpty()
                        ? "nothing to add or remove"
                        : "added: " + listed(update.added()) + "; removed: " + listed(update.removed())));
        return update.list();
    }

    private static String listed(List<FailingCase> cases) {
        String first = cases.stream()
                .limit(LISTED)
                .map(one -> one.kind().word() + " " + VisibleText.inLine(one.name()))
                .collect(Collectors.joining(", "));
        return cases.isEmpty()
                ? "nothing"
                : cases.size() <= LISTED ? first : first + " and " + (cases.size() - LISTED) + " more";
    }
}
