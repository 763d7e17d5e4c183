package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.Answers.predicting;
import static io.github.junitattrib.assertj.Answers.scored;
import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.assertThatAll;
import static io.github.junitattrib.assertj.AttributionAssertions.auprcAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.rationale;
import static io.github.junitattrib.assertj.AttributionAssertions.span;
import static io.github.junitattrib.assertj.AttributionAssertions.spearmanAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.corpus.TextChanges.swapping;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.Target;
import io.github.junitattrib.approved.Approval;
import io.github.junitattrib.approved.Drift;
import io.github.junitattrib.approved.DriftTolerance;
import io.github.junitattrib.assertj.error.ShouldAgreeWith;
import io.github.junitattrib.assertj.error.ShouldApply;
import io.github.junitattrib.assertj.error.ShouldBeComplete;
import io.github.junitattrib.assertj.error.ShouldBeFaithful;
import io.github.junitattrib.assertj.error.ShouldBeImplementationInvariant;
import io.github.junitattrib.assertj.error.ShouldBeLinear;
import io.github.junitattrib.assertj.error.ShouldBeSensitive;
import io.github.junitattrib.assertj.error.ShouldBeSymmetric;
import io.github.junitattrib.assertj.error.ShouldContainWord;
import io.github.junitattrib.assertj.error.ShouldCoverTokens;
import io.github.junitattrib.assertj.error.ShouldGiveWeight;
import io.github.junitattrib.assertj.error.ShouldHaveConverged;
import io.github.junitattrib.assertj.error.ShouldHaveFiniteScores;
import io.github.junitattrib.assertj.error.ShouldHaveOutput;
import io.github.junitattrib.assertj.error.ShouldHaveQuantile;
import io.github.junitattrib.assertj.error.ShouldHaveShare;
import io.github.junitattrib.assertj.error.ShouldHaveTopToken;
import io.github.junitattrib.assertj.error.ShouldHaveTopTokens;
import io.github.junitattrib.assertj.error.ShouldHoldForShare;
import io.github.junitattrib.assertj.error.ShouldIgnore;
import io.github.junitattrib.assertj.error.ShouldIgnoreDummy;
import io.github.junitattrib.assertj.error.ShouldKeepPrediction;
import io.github.junitattrib.assertj.error.ShouldKeepRanking;
import io.github.junitattrib.assertj.error.ShouldKeepTop;
import io.github.junitattrib.assertj.error.ShouldMatchApproved;
import io.github.junitattrib.assertj.error.ShouldMatchRationale;
import io.github.junitattrib.assertj.error.ShouldMoveProbability;
import io.github.junitattrib.assertj.error.ShouldMoveScore;
import io.github.junitattrib.assertj.error.ShouldNameOneWord;
import io.github.junitattrib.assertj.error.ShouldPassGate;
import io.github.junitattrib.assertj.error.ShouldPredict;
import io.github.junitattrib.assertj.error.ShouldRankAbove;
import io.github.junitattrib.assertj.error.ShouldRankAmongTop;
import io.github.junitattrib.assertj.error.ShouldRankLast;
import io.github.junitattrib.axiom.Linearity;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.conformance.ClosedForms;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.gate.FailingCase;
import io.github.junitattrib.gate.Gate;
import io.github.junitattrib.gate.GateKey;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.gate.Ratchet;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.Saliency;
import io.github.junitattrib.model.Variants;
import io.github.junitattrib.text.WordSplitter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.WritableAssertionInfo;
import org.assertj.core.error.ErrorMessageFactory;
import org.assertj.core.internal.Failures;
import org.hipparchus.analysis.differentiation.Gradient;

/** Checks that do not pass, for each factory of messages at least one, on texts in ASCII. */
public final class MessageSamples {

    private static final AttributionMethod IG = new IntegratedGradients();
    private static final String LONG = "He said the film was great, " + "and so did everybody else ".repeat(12);

    /**
     * A check that does not pass.
     *
     * @param factory makes its message
     * @param check throws it
     */
    public record Sample(Class<? extends ErrorMessageFactory> factory, ThrowingCallable check) {}

    private MessageSamples() {}

    public static List<Sample> all() {
        return Stream.of(
                        onOne(review().build()),
                        onOne(review().uncertainty(0.2).build()),
                        onOne(review().toward(Target.contrast("POSITIVE", "NEGATIVE"))
                                .build()),
                        onNumbers(),
                        onWords(),
                        onOutputs(),
                        underChange(),
                        onMany(),
                        onAxioms(),
                        onModels(),
                        onApproved())
                .flatMap(List::stream)
                .toList();
    }

    private static AttributionBuilder review() {
        return AttributionBuilder.review().method("Lime", Map.of("samples", "1000", "seed", "1"));
    }

    private static Sample sample(
            Class<? extends ErrorMessageFactory> factory, Attribution actual, Consumer<AttributionAssert> check) {
        return new Sample(factory, () -> check.accept(assertThat(actual)));
    }

    private static List<Sample> onOne(Attribution actual) {
        return List.of(
                sample(ShouldRankAbove.class, actual, one -> one.ranks("great").above("said")),
                sample(ShouldRankAmongTop.class, actual, one -> one.ranks("the").amongTop(2)),
                sample(ShouldRankLast.class, actual, one -> one.ranks("great").last()),
                sample(ShouldHaveTopToken.class, actual, one -> one.hasTopToken("great")),
                sample(ShouldHaveTopTokens.class, actual, one -> one.hasTopTokens("great", "the")),
                sample(ShouldGiveWeight.class, actual, one -> one.givesPositiveWeightTo("the")),
                sample(ShouldIgnore.class, actual, one -> one.ignores("said", within(0.01))),
                sample(ShouldIgnore.class, actual, one -> one.ignores("said", withinPercentage(2.5))),
                sample(ShouldHaveShare.class, actual, one -> one.shareOf("the").isGreaterThan(0.25)),
                sample(
                        ShouldAgreeWith.class,
                        actual,
                        one -> one.agreesWith(
                                review().scores(7, 6, 5, 4, 3, 2, 1).build(), spearmanAtLeast(0.95))),
                sample(
                        ShouldMatchRationale.class,
                        actual,
                        one -> one.matchesRationale(rationale("the"), auprcAtLeast(0.95))));
    }

    private static List<Sample> onNumbers() {
        Attribution incomplete = review().delta(1234.5, 0.01).build();
        Attribution vague = review().uncertainty(0.2).delta(0.5, 0.01).build();
        return List.of(
                sample(ShouldBeComplete.class, incomplete, AttributionAssert::isComplete),
                sample(ShouldBeComplete.class, vague, AttributionAssert::isComplete),
                sample(
                        ShouldHaveFiniteScores.class,
                        review().scores(Double.NaN, 0, 0, 0, 0, 0, 0).build(),
                        AttributionAssert::isComplete),
                sample(
                        ShouldHaveConverged.class,
                        review().notConverged("Raise it.").build(),
                        AttributionAssert::hasConverged));
    }

    private static List<Sample> onWords() {
        Attribution actual = review().build();
        return List.of(
                sample(ShouldContainWord.class, actual, one -> one.ranks("bad").first()),
                sample(
                        ShouldCoverTokens.class,
                        actual,
                        one -> one.ranks(span(0, 1)).first()),
                sample(
                        ShouldNameOneWord.class,
                        scored("so so good", 0.1, 0.2, 0.3),
                        one -> one.ranks("so").first()));
    }

    private static List<Sample> onOutputs() {
        Attribution actual = review().build();
        AttributionRequest request = AttributionRequest.of(
                new AttributionAssert_faithfulness_Test.Service(),
                "so great today",
                new FixedMethod(AttributionBuilder.of("so great today")
                        .scores(0.7, 0.1, 0.1)
                        .prediction(ScoreKind.PROBABILITIES, List.of("NEGATIVE", "POSITIVE"), 0.1, 0.9)
                        .build()));
        return List.of(
                sample(ShouldPredict.class, actual, one -> one.predicts("NEGATIVE")),
                sample(ShouldPredict.class, actual, one -> one.predicts("POSITIVE", 0.999)),
                sample(
                        ShouldHaveOutput.class,
                        actual,
                        one -> one.probabilityOf("POSITIVE").isGreaterThan(0.999)),
                sample(
                        ShouldHaveOutput.class,
                        actual,
                        one -> one.scoreOf("POSITIVE").isBetween(1.5, 1000000.5)),
                new Sample(ShouldBeFaithful.class, () -> assertThat(request).hasComprehensivenessOfAtLeast(0.75)),
                new Sample(ShouldBeFaithful.class, () -> assertThat(request).hasSufficiencyOfAtMost(0.05)));
    }

    private static List<Sample> underChange() {
        Attribution before = predicting(scored("Alice said great", 0.1, 0.2, 0.9), 0, 2);
        Attribution after = predicting(scored("Omar said great", 0.9, 0.2, -0.1), 2, 0);
        Consumer<Consumer<ChangeStep<AttributionAssert>>> under = check -> check.accept(
                assertThat(new Answers(before, after).request(before.text())).under(swapping("Alice", "Omar")));
        return List.of(
                new Sample(ShouldKeepTop.class, () -> under.accept(ChangeStep::keepsTopToken)),
                new Sample(ShouldKeepTop.class, () -> under.accept(step -> step.keepsTop(2))),
                new Sample(
                        ShouldKeepRanking.class, () -> under.accept(step -> step.keepsRanking(spearmanAtLeast(0.95)))),
                new Sample(ShouldKeepPrediction.class, () -> under.accept(ChangeStep::keepsPrediction)),
                new Sample(ShouldMoveScore.class, () -> under.accept(step -> step.keepsSignOf("great"))),
                new Sample(ShouldMoveScore.class, () -> under.accept(step -> step.raisesScoreOf("great"))),
                new Sample(ShouldMoveScore.class, () -> under.accept(step -> step.keepsShareOf("great", within(0.05)))),
                new Sample(
                        ShouldMoveProbability.class, () -> under.accept(step -> step.raisesProbabilityOf("POSITIVE"))),
                new Sample(
                        ShouldApply.class,
                        () -> assertThat(new Answers(before).request(before.text()))
                                .under(swapping("Bob", "Mei"))
                                .keepsPrediction()));
    }

    private static List<Sample> onMany() {
        double[] scores = new double[WordSplitter.words(LONG).size()];
        scores[0] = 0.4;
        Attribution exact =
                AttributionBuilder.of(LONG).scores(scores).delta(1234.5, 0.01).build();
        Attribution vague = AttributionBuilder.of(LONG)
                .scores(scores)
                .uncertainty(0.5)
                .delta(0.5, 0.01)
                .build();
        List<AttributionRequest> many = List.of(new Answers(exact).request(LONG));
        List<AttributionRequest> unclear = List.of(new Answers(vague).request(LONG));
        return List.of(
                new Sample(
                        ShouldHoldForShare.class,
                        () -> assertThatAll(many)
                                .allSatisfy(each -> each.ranks("film").first())),
                new Sample(
                        ShouldHoldForShare.class,
                        () -> assertThatAll(unclear)
                                .atLeast(0.955)
                                .satisfy(each -> each.ranks("film").first())),
                new Sample(
                        ShouldHaveQuantile.class,
                        () -> assertThatAll(many)
                                .hasQuantile(0.955)
                                .ofCompletenessGap()
                                .below(0.015)),
                new Sample(
                        ShouldHaveQuantile.class,
                        () -> assertThatAll(unclear)
                                .hasQuantile(0.955)
                                .ofCompletenessGap()
                                .below(0.015)));
    }

    private static List<Sample> onAxioms() {
        AttributionMethod vague = SpoiledMethod.adding(IG, 0, 100);
        AttributionMethod broken = SpoiledMethod.adding(IG, Double.POSITIVE_INFINITY, 0);
        AttributionMethod more = SpoiledMethod.adding(IG, 1.5, 0);
        AttributionMethod flat = new InputTimesGradient();
        Linearity sum = new Linearity(2, ClosedFormula.PRODUCT, -3, ClosedFormula.SUM, ClosedFormula.COMBINATION);
        ClosedForm saturating = ClosedForms.saturating();
        return List.of(
                new Sample(
                        ShouldBeLinear.class,
                        () -> assertThat((AttributionMethod) new Saliency()).isLinear(sum, "3 1")),
                new Sample(ShouldBeLinear.class, () -> assertThat(broken).isLinear(sum, "3 1")),
                new Sample(
                        ShouldBeSensitive.class,
                        () -> assertThat(flat).on(saturating).isSensitive("2")),
                new Sample(
                        ShouldBeSensitive.class,
                        () -> assertThat(vague).on(saturating).isSensitive("2")),
                new Sample(
                        ShouldBeSymmetric.class,
                        () -> assertThat(vague)
                                .on(ClosedFormula.PRODUCT)
                                .isSymmetric(word("5").occurrence(1), word("5").occurrence(2), "5 5")),
                new Sample(
                        ShouldIgnoreDummy.class,
                        () -> assertThat(more).on(ClosedFormula.A).ignoresDummy("5", "2 5")),
                new Sample(
                        ShouldIgnoreDummy.class,
                        () -> assertThat(broken).on(ClosedFormula.A).ignoresDummy("5", "2 5")),
                new Sample(
                        ShouldBeComplete.class,
                        () -> assertThat(more).on(ClosedFormula.PRODUCT).isComplete("3 4")));
    }

    private static List<Sample> onModels() {
        Variants others = Variants.of(ClosedFormula.A, ClosedFormula.B);
        Variants same = Variants.of(ClosedFormula.A, ClosedFormula.TWICE_HALF_A);
        ModelComparison comparison = ModelComparison.between(
                linear("first", 1, 0),
                linear("second", 0, 1),
                Corpus.of(CorpusCase.labeled(List.of("2 1", "3 1", "4 1", "5 1", "6 1"), "A")));
        Gate gate = Gate.of(GateKey.WORD_GAIN_MAX, 0.125);
        List<FailingCase> many = IntStream.rangeClosed(1, 9)
                .mapToObj(n -> new FailingCase(FailingCase.Kind.WRONG, "plain-" + n))
                .toList();
        Ratchet ratchet = new Ratchet("known.txt", 0, many, List.of(), List.of(), List.of());
        return List.of(
                new Sample(
                        ShouldBeImplementationInvariant.class,
                        () -> assertThat(others).areInvariantUnder(IG, "2 2")),
                new Sample(
                        ShouldBeImplementationInvariant.class,
                        () -> assertThat(same)
                                .areInvariantUnder(SpoiledMethod.adding(IG, Double.POSITIVE_INFINITY, 0), "2 2")),
                new Sample(ShouldPassGate.class, () -> assertThat(comparison).passesGate(gate)),
                thrown(
                        ShouldPassGate.class,
                        ShouldPassGate.shouldPassGate(
                                Gate.of(GateKey.CASES_MIN, 2)
                                        .judge(comparison.result())
                                        .with(ratchet),
                                "")));
    }

    private static ClosedForm linear(String name, double a, double b) {
        return ClosedForm.of(name, 2, List.of("A", "B"), x -> new Gradient[] {
            x[0].multiply(a).add(x[1].multiply(b)), x[0].multiply(-a).subtract(x[1].multiply(b))
        });
    }

    private static List<Sample> onApproved() {
        Attribution approved = review().scores(0.4210, 0.1158, -0.1684, 0.2105, -0.1263, 0.1083, 0.0105)
                .build();
        Drift drift = Drift.between(approved, review().build(), DriftTolerance.standard());
        ShouldMatchApproved.Places places =
                new ShouldMatchApproved.Places("approved.json", "received.json", "mvn test");
        return List.of(
                thrown(ShouldMatchApproved.class, ShouldMatchApproved.shouldMatchApproved(drift, places)),
                thrown(ShouldMatchApproved.class, ShouldMatchApproved.unclearDrift(drift, places)),
                thrown(
                        ShouldMatchApproved.class,
                        ShouldMatchApproved.shouldHaveApproved(
                                approved,
                                new Approval.Missing(Path.of("approved.json"), List.of(approved), Optional.empty()),
                                places)));
    }

    /** For messages that need files: thrown as all assertions throw theirs. */
    private static Sample thrown(Class<? extends ErrorMessageFactory> factory, ErrorMessageFactory message) {
        return new Sample(
                factory,
                () -> new Settlement("sample", List.of(), Check.About.MODEL, List.of())
                        .settle(
                                Outcome.fail(message, List.of()),
                                models -> Outcome.pass(List.of()),
                                review().build(),
                                new WritableAssertionInfo(),
                                one -> Failures.instance().failure(new WritableAssertionInfo(), one)));
    }
}
