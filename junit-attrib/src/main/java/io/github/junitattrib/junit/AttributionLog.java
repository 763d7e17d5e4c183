package io.github.junitattrib.junit;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.AttributionFailure;
import io.github.junitattrib.CheckResult;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.ScoreMatrix;
import io.github.junitattrib.approved.Approval;
import io.github.junitattrib.approved.ApprovedAttributions;
import io.github.junitattrib.approved.DriftTolerance;
import io.github.junitattrib.approved.TestName;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.check.ThreadBound;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.report.CaseNote;
import io.github.junitattrib.report.CheckRecord;
import io.github.junitattrib.report.CorpusRecord;
import io.github.junitattrib.report.TestCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * What one test computed and checked, in order; any thread may add to it.
 *
 * <p>Assertions find it by {@link #current()}; the extension makes the reports of it.
 */
public final class AttributionLog {

    private static final int MOST_KEPT = 10_000;

    private static final ThreadBound<Boolean> SILENT = new ThreadBound<>();

    private final TestCase test;
    private final String page;
    private final ApprovedAttributions approved;
    /** The methods of the test's class that have files of approved attributions. */
    private final Supplier<List<String>> methods;

    private final long started = System.nanoTime();
    /** By identity, in order: equal results of two models are two entries of the report. */
    private final IdentityHashMap<Attribution, Integer> places = new IdentityHashMap<>();

    private final List<Attribution> attributions = new ArrayList<>();
    private final IdentityHashMap<Attribution, AttributionRequest> requests = new IdentityHashMap<>();
    private final List<CheckRecord> checks = new ArrayList<>();
    private final List<LoggedCheck> logged = new ArrayList<>();
    private final List<ScoreMatrix> matrices = new ArrayList<>();
    /** Weak, as a corpus is never held as a whole: the text of an attribution that is kept keeps what is noted of it. */
    private final Map<String, CasesOfText> gold = new WeakHashMap<>();

    /** How many texts of several cases are held by what is noted of them. */
    private int kept;

    private final List<OpenStep> openSteps = new ArrayList<>();

    AttributionLog(TestCase test, String page, ApprovedAttributions approved, Supplier<List<String>> methods) {
        this.test = test;
        this.page = page;
        this.approved = approved;
        this.methods = methods;
    }

    /** Returns an empty log of the same test for a replay, which approves nothing. */
    AttributionLog fresh() {
        return new AttributionLog(test, page, approved.onlyRead(), methods);
    }

    /**
     * Returns the log of the test that runs on this thread.
     *
     * @return empty outside of a test of ours
     */
    public static Optional<AttributionLog> current() {
        return TestScope.current().map(TestScope::log);
    }

    /**
     * Notes a check.
     *
     * @param attribution what was judged; of several the one that tells most
     * @param check the check
     * @param result what it found
     */
    public void record(Attribution attribution, Check check, CheckResult result) {
        record(attribution, check, result, Optional.empty());
    }

    /**
     * Notes a check of many texts.
     *
     * @param attribution what was judged; of several the one that tells most
     * @param check the check
     * @param result what it found
     * @param corpus how the texts came out; empty for a check of one
     */
    public synchronized void record(
            Attribution attribution, Check check, CheckResult result, Optional<CorpusRecord> corpus) {
        logged.add(new LoggedCheck(check, result));
        checks.add(new CheckRecord(
                computed(attribution),
                check.kind(),
                check.arguments(),
                check.call(),
                result.verdict(),
                result.message(),
                result.marked(),
                result.notes(),
                result.difference(),
                corpus));
    }

    /**
     * Notes what a check compares, to be shown side by side also where it finds no difference.
     *
     * @param compared such as the attributions of all variants, or that of the released model
     */
    public void recordCompared(List<Attribution> compared) {
        if (SILENT.current().isEmpty()) {
            compared.forEach(this::computed);
        }
    }

    /**
     * Notes a matrix, to be drawn on the page of the test.
     *
     * @param matrix such as {@link io.github.junitattrib.InteractionMatrix#matrix()}
     */
    public synchronized void record(ScoreMatrix matrix) {
        if (SILENT.current().isEmpty()) {
            matrices.add(matrix);
        }
    }

    /**
     * Notes the label that a person gave to a text, to be shown beside the predicted one, and where the text stands. Where
     * cases of one text disagree, no label is shown: an attribution does not tell which of them it was asked for.
     *
     * @param one a text; without label, place and id there is nothing to note
     */
    public synchronized void noteGold(CorpusCase one) {
        if (one.label().isPresent() || !one.origin().isEmpty()) {
            CasesOfText cases = gold.computeIfAbsent(one.text(), CasesOfText::new);
            cases.add(one.label(), one.origin());
            if (!cases.isOf(one.text()) && !cases.isKept() && kept < MOST_KEPT) {
                cases.keep();
                kept++;
            }
        }
    }

    /**
     * Names the case of a corpus that a text of this test is, or the cases that have it.
     *
     * @param text the text
     * @return such as {@code reviews.jsonl, line 12 (x1)}; empty text if that is not known
     */
    public synchronized String originOf(String text) {
        return noted(text).map(CaseNote::origin).orElse("");
    }

    /**
     * Registers a chain that verifies nothing until it is finished, such as {@code ranks("great")} before {@code
     * above("said")}: a test that ends with a step still open fails, since it looks green without having checked
     * anything.
     *
     * @param description the step as the test wrote it, such as {@code ranks("great")}
     * @return the step, to be closed by what finishes it
     */
    public OpenStep openStep(String description) {
        return openStep(description, "ranks(\"great\").above(\"said\")", Optional.empty());
    }

    /**
     * Registers a chain that verifies nothing until it is finished, with an example of how to finish it.
     *
     * @param description the step as the test wrote it, such as {@code shareOf("great")}
     * @param example a finished chain, such as {@code shareOf("great").isGreaterThan(0.3)}
     * @param line of the test that began it, to which a failure leads; empty if it is not known
     * @return the step, to be closed by what finishes it
     */
    public synchronized OpenStep openStep(String description, String example, Optional<StackTraceElement> line) {
        OpenStep step = new OpenStep(description, example, line, this::closed);
        openSteps.add(step);
        return step;
    }

    /**
     * Looks up the approved attribution for one of this test, or approves it: as {@code attrib.approved} says.
     *
     * @param now what the model gives; it has converged and has an order to keep
     * @param tolerance how far it may be apart
     * @return what the files say
     * @throws io.github.junitattrib.approved.ApprovedFileException if a file cannot be read or written
     */
    public Approval approval(Attribution now, DriftTolerance tolerance) {
        Approval approval = approved.approval(testMethod(), now, tolerance);
        return approval instanceof Approval.Missing missing
                ? missing.withAbandoned(approved.abandoned(testMethod(), now, methods.get()))
                : approval;
    }

    /**
     * Keeps an attribution that is not as approved, for a person to look at; the report shows both. A problem of writing is
     * printed: it must not hide what is wrong.
     *
     * @param now what the model gives
     * @param judged the same with the error bars that it is judged by
     * @param before what was approved; empty if nothing was
     * @return the file as it would be with it, below the reports; empty if it cannot be written
     */
    public Optional<Path> receive(Attribution now, Attribution judged, Optional<Attribution> before) {
        before.ifPresent(one -> {
            computed(now);
            ModelFacts facts = one.model();
            computed(one.withModel(new ModelFacts(facts.name() + " (approved)", facts.device(), facts.dtype())));
        });
        try {
            return Optional.of(approved.receive(testMethod(), judged));
        } catch (RuntimeException e) {
            Console.say("what " + testName() + " received is missing: " + e.getMessage());
            return Optional.empty();
        }
    }

    private TestName testMethod() {
        return new TestName(test.className(), test.method());
    }

    /**
     * Returns the page that is written if this test fails.
     *
     * @return path relative to the project's directory, with slashes
     */
    public String page() {
        return page;
    }

    /**
     * Returns the command that runs this test alone.
     *
     * @return a Maven command
     */
    public String rerunCommand() {
        return test.rerunCommand();
    }

    /**
     * Runs something whose results are not noted: of a corpus, what checks show at the end is all that a report can hold.
     *
     * @param judging computes results on this thread
     * @param <R> what it gives
     * @return what it gives
     */
    public static <R> R withoutNotes(Supplier<R> judging) {
        return SILENT.during(Optional.of(true), judging);
    }

    /** Notes the result of a request. */
    void noteComputed(AttributionRequest request, Attribution attribution) {
        if (SILENT.current().isEmpty()) {
            computed(request, attribution);
        }
    }

    private synchronized void computed(AttributionRequest request, Attribution attribution) {
        requests.put(attribution, request);
        computed(attribution);
    }

    /**
     * Returns the request that an attribution of this test answers.
     *
     * @param attribution as the request returned it
     * @return empty for an attribution that was made otherwise
     */
    public synchronized Optional<AttributionRequest> requestOf(Attribution attribution) {
        return Optional.ofNullable(requests.get(attribution));
    }

    /** Returns the checks with what they found, in order. */
    synchronized List<LoggedCheck> logged() {
        return List.copyOf(logged);
    }

    /** Notes a result, and returns its place among those of this test. */
    synchronized int computed(Attribution attribution) {
        return places.computeIfAbsent(attribution, fresh -> {
            attributions.add(fresh);
            return attributions.size() - 1;
        });
    }

    /** Notes what was asserted on a thread without a test: it reaches the log by its error alone. */
    synchronized void failedWith(AttributionFailure evidence, String message) {
        int place = computed(evidence.attribution());
        boolean known = checks.stream()
                .anyMatch(check -> check.attribution() == place
                        && check.verdict() == evidence.verdict()
                        && message.contains(check.message().stripTrailing()));
        if (!known) {
            checks.add(new CheckRecord(
                    place, "assertion", List.of(), "assertion()", evidence.verdict(), message, evidence.marked()));
        }
    }

    TestCase test() {
        return test;
    }

    /** How long the test has run, with the life-cycle methods around it. */
    OptionalDouble seconds() {
        return OptionalDouble.of((System.nanoTime() - started) / 1e9);
    }

    String testName() {
        return test.className() + "#" + test.method();
    }

    synchronized List<Attribution> attributions() {
        return List.copyOf(attributions);
    }

    synchronized List<CheckRecord> checks() {
        return List.copyOf(checks);
    }

    synchronized List<ScoreMatrix> matrices() {
        return List.copyOf(matrices);
    }

    /** Returns what is noted of explained texts, by text. */
    synchronized Map<String, CaseNote> gold() {
        Map<String, CaseNote> known = new HashMap<>();
        attributions.forEach(
                attribution -> noted(attribution.text()).ifPresent(note -> known.put(attribution.text(), note)));
        return known;
    }

    private Optional<CaseNote> noted(String text) {
        return Optional.ofNullable(gold.get(text)).map(CasesOfText::note);
    }

    synchronized List<OpenStep> openSteps() {
        return List.copyOf(openSteps);
    }

    private synchronized void closed(OpenStep step) {
        openSteps.remove(step);
    }
}
