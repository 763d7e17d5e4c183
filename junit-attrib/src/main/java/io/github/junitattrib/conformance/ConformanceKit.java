package io.github.junitattrib.conformance;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import io.github.junitattrib.model.TextClassifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Tests what an attribution method promises, on small networks whose numbers are known.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsItsPromises() {
 *     return ConformanceKit.of(new MyMethod())
 *             .claims(Axiom.COMPLETENESS, Axiom.DUMMY, Axiom.SEED_DETERMINISM)
 *             .denies(Axiom.IMPLEMENTATION_INVARIANCE)
 *             .tests();
 * }
 * }</pre>
 *
 * <ul>
 *   <li>A <em>claimed</em> axiom must hold on every example, within three times the method's own error bars. Where these
 *       are wider than a tenth of the numbers, or the method has not converged, nothing is proved: the test ends in an
 *       {@link InconclusiveException}. Give a method that samples more samples.
 *   <li>A <em>denied</em> axiom must be violated by more than the error bars on at least one example. A method that keeps
 *       to it everywhere denies too much, and fails.
 *   <li>On all others the method is <em>silent</em>: one aborted test each says so.
 * </ul>
 *
 * <p>Every axiom on scores is tried toward the only score of a model, toward the second of two classes, where the first one
 * is predicted, and toward their difference; and for methods that have a baseline from another text, too: those whose
 * answers change when the model's rows for {@code PAD} and {@code ZERO} do. A method without a baseline of its own is not
 * asked to start at one.
 *
 * <p>{@link Axiom#THREAD_DETERMINISM} is tried by four threads that ask different questions at once. What a method keeps in
 * its fields and changes with each question is shared by all of them: then they ask for up to two seconds, and where no
 * answer differs, the test is inconclusive and names the field. A cache of java.util.concurrent may be kept.
 *
 * <p>The texts write numbers, as {@link ClosedForm} reads them; what stands for a missing number is 0, which is the
 * baseline. A method that leaves words out of texts has to write 0 in their place ({@code Removal.replaceBy("0")}), and
 * one that scores units other than words has to take words. Methods that refuse a network without attention are tried on
 * networks with it. The models offer all rungs; those for a method of layers or neurons have {@code
 * Layer.EMBEDDING_OUTPUT}, the numbers themselves, and {@code Layer.encoder(5)}, whose unit 0 of token 0 is the score.
 *
 * <p>It is the only class of this package that needs JUnit Jupiter on the class path.
 */
public final class ConformanceKit {

    private final AttributionMethod method;
    private final Attributor attributor;
    private final Set<Axiom> claimed;
    private final Set<Axiom> denied;

    private ConformanceKit(AttributionMethod method, Attributor attributor, Set<Axiom> claimed, Set<Axiom> denied) {
        this.method = method;
        this.attributor = attributor;
        this.claimed = claimed;
        this.denied = denied;
    }

    /**
     * Starts with a method that promises nothing yet.
     *
     * @param method the method with its options
     * @return the kit, silent on all axioms
     */
    public static ConformanceKit of(AttributionMethod method) {
        Objects.requireNonNull(method, "The method must not be null. Give the one to try.");
        return new ConformanceKit(
                method,
                request -> {
                    throw new IllegalStateException("The conformance kit names the model of every request.");
                },
                EnumSet.noneOf(Axiom.class),
                EnumSet.noneOf(Axiom.class));
    }

    /**
     * Lets another than the method itself compute the requests: a cache or a scheduler that is to change no number. {@link
     * Axiom#BATCH_EQUALS_SINGLE} compares its numbers with the method's own {@code attributeAll}.
     *
     * @param other who is asked, by {@link Attributor#attribute(io.github.junitattrib.method.AttributionRequest,
     *     io.github.junitattrib.model.TextClassifier)}
     * @return a changed copy
     * @throws IllegalArgumentException if it does not override that method, as a lambda does not
     */
    public ConformanceKit runBy(Attributor other) {
        Objects.requireNonNull(other, "The attributor must not be null.");
        if (!namesModels(other)) {
            throw new IllegalArgumentException("The attributor of runBy(…) must override attribute(request, model): the"
                    + " conformance kit names the model of every request, and by default the method itself is run, so that"
                    + " nothing of the attributor would be tried.");
        }
        return new ConformanceKit(method, other, claimed, denied);
    }

    private static boolean namesModels(Attributor attributor) {
        try {
            return !attributor
                    .getClass()
                    .getMethod("attribute", AttributionRequest.class, TextClassifier.class)
                    .isDefault();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every Attributor has this method.", e);
        }
    }

    /**
     * Promises axioms.
     *
     * @param axioms what is to hold on every example
     * @return a changed copy
     * @throws IllegalArgumentException if one of them is denied
     */
    public ConformanceKit claims(Axiom... axioms) {
        return new ConformanceKit(method, attributor, with(claimed, denied, axioms), denied);
    }

    /**
     * Says that the method does not keep to axioms.
     *
     * @param axioms what is to be violated on one example at least
     * @return a changed copy
     * @throws IllegalArgumentException if one of them is claimed
     */
    public ConformanceKit denies(Axiom... axioms) {
        return new ConformanceKit(method, attributor, claimed, with(denied, claimed, axioms));
    }

    private static Set<Axiom> with(Set<Axiom> some, Set<Axiom> opposite, Axiom... more) {
        Set<Axiom> all = EnumSet.copyOf(some);
        all.addAll(Arrays.asList(more));
        if (!Collections.disjoint(all, opposite)) {
            throw new IllegalArgumentException("An axiom is claimed or denied, but " + Arrays.toString(more) + " and "
                    + opposite + " have some in common. Choose one for each.");
        }
        return all;
    }

    /**
     * Returns the method.
     *
     * @return as given
     */
    public AttributionMethod method() {
        return method;
    }

    /**
     * Returns what is claimed.
     *
     * @return in the order of the axioms
     */
    public Set<Axiom> claimed() {
        return Collections.unmodifiableSet(claimed);
    }

    /**
     * Returns what is denied.
     *
     * @return in the order of the axioms
     */
    public Set<Axiom> denied() {
        return Collections.unmodifiableSet(denied);
    }

    /**
     * Makes the tests: one for each example of a claimed axiom, one for each denied axiom, and an aborted one for each on
     * which the method is silent.
     *
     * @return to be returned by a {@code @TestFactory}
     * @throws IllegalStateException if nothing is claimed or denied, as then nothing would be tested
     */
    public Stream<DynamicTest> tests() {
        if (claimed.isEmpty() && denied.isEmpty()) {
            throw new IllegalStateException("The conformance kit has nothing to test of " + name()
                    + ". Say by claims(…) and denies(…) what it promises.");
        }
        List<Trial> trials = trials();
        Promises promises = new Promises(name());
        return Arrays.stream(Axiom.values()).flatMap(axiom -> {
            List<Trial> ofAxiom =
                    trials.stream().filter(trial -> trial.axiom() == axiom).toList();
            if (claimed.contains(axiom)) {
                return ofAxiom.stream()
                        .map(trial -> DynamicTest.dynamicTest(
                                "claims " + axiom + ": " + trial.place(), () -> promises.hold(outcome(trial))));
            }
            return Stream.of(
                    denied.contains(axiom)
                            ? DynamicTest.dynamicTest(
                                    "denies " + axiom,
                                    () -> promises.areBroken(ofAxiom.stream().map(this::outcome)))
                            : DynamicTest.dynamicTest("is silent on " + axiom, () -> silent(axiom)));
        });
    }

    /** The examples of all axioms that fit the method. */
    private List<Trial> trials() {
        boolean attention = looksAtAttention();
        ClosedNetwork model = attention ? AttentionTrials.model() : Networks.curved();
        Stream<Trial> trials = (attention ? AttentionTrials.all() : NetworkTrials.all()).stream();
        Stream<Trial> others = !hasBaseline(model)
                ? Stream.of()
                : (attention ? AttentionTrials.fromAnotherBaseline() : NetworkTrials.fromAnotherBaseline()).stream();
        return Stream.of(trials, others, RunTrials.on(model).stream())
                .flatMap(Function.identity())
                .toList();
    }

    private boolean looksAtAttention() {
        try {
            run().explain(Asked.single(Networks.fourUnits()), 1, 2, 3);
            return false;
        } catch (UnsupportedModelException refused) {
            return true;
        } catch (RuntimeException | AssertionError e) {
            // The tests will meet it again, with the example's name.
            return false;
        }
    }

    /** One that has a baseline says something else where the rows that stand for baselines are other ones. */
    private boolean hasBaseline(ClosedNetwork model) {
        try {
            Attribution zeros = run().explain(Asked.single(model), 1, 2, 3);
            ClosedNetwork ones = model.baseline(Baseline.PAD, 1).baseline(Baseline.ZERO, 1);
            Attribution other = run().explain(Asked.single(ones), 1, 2, 3);
            return !zeros.tokens().equals(other.tokens())
                    || Double.compare(zeros.baselineScore(), other.baselineScore()) != 0;
        } catch (RuntimeException | AssertionError e) {
            // The tests will meet it again, with the example's name.
            return true;
        }
    }

    private Run run() {
        return new Run(method, attributor);
    }

    private Outcome outcome(Trial trial) {
        return trial.on(run());
    }

    private void silent(Axiom axiom) {
        Assumptions.abort(name() + " neither claims nor denies that " + axiom.statement() + ".");
    }

    private String name() {
        return method.facts().name();
    }
}
