package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.auprcAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.rationale;
import static io.github.junitattrib.assertj.AttributionAssertions.spearmanAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.assertj.Call.cannotTell;
import static io.github.junitattrib.assertj.Call.fails;
import static io.github.junitattrib.corpus.TextChanges.replacing;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.axiom.ImplementationInvariance;
import io.github.junitattrib.axiom.Linearity;
import io.github.junitattrib.axiom.Sensitivity;
import io.github.junitattrib.conformance.ClosedForms;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.corpus.TextChange;
import io.github.junitattrib.gate.Gate;
import io.github.junitattrib.gate.GateKey;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.Saliency;
import io.github.junitattrib.metric.Comprehensiveness;
import io.github.junitattrib.metric.Sufficiency;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.Variants;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.error.BasicErrorMessageFactory;

/** A call of each assertion that does not hold. */
final class FailingCalls {

    private static final List<String> LABELS = List.of("NEGATIVE", "POSITIVE");
    private static final TextChange TO_AWFUL = replacing("great", "awful");
    private static final TextChange TO_MOVIE = replacing("film", "movie");

    private static final Attribution REVIEW = AttributionBuilder.review().build();
    private static final Attribution OTHERWISE = AttributionBuilder.of(REVIEW.text())
            .scores(-0.1, -0.5, 0.4, -0.3, 0.2, -0.2, 0)
            .build();
    /** Scores, signs and prediction are other ones. */
    private static final Attribution AWFUL = AttributionBuilder.of("He said the film was awful.")
            .scores(0.9, -0.4, 0.2, 0.1, 0.15, -0.9, 0)
            .prediction(ScoreKind.LOGITS, LABELS, 2, 0)
            .build();
    /** Nothing but the word is another one. */
    private static final Attribution MOVIE = AttributionBuilder.of("He said the movie was great.")
            .scores(0.1158, 0.4210, -0.1684, 0.2105, -0.1263, 0.1083, 0.0105)
            .build();
    /** The scores sum to more than the function changes by. */
    private static final Attribution INCOMPLETE =
            AttributionBuilder.review().delta(0.5, 0.01).build();

    private static final AttributionMethod IG = new IntegratedGradients();

    private FailingCalls() {}

    static List<Call> all() {
        return Stream.of(
                        ofAnAttribution(),
                        ofRanks(),
                        ofAWord(),
                        ofNumbers(),
                        ofAPrediction(),
                        ofAChange(),
                        ofManyTexts(form -> form.list().apply(twoTexts())),
                        ofManyTexts(form -> form.corpus().apply(corpus(), FailingCalls::asked)),
                        ofAxioms(FailingCalls::ofARunner),
                        ofAxioms(FailingCalls::ofAMethodOnAModel),
                        ofAMethod(),
                        ofVariants(),
                        ofAComparison())
                .flatMap(calls -> calls)
                .toList();
    }

    /** A new one for each call, as it remembers what it was asked. */
    private static AttributionRequest asked() {
        return new Answers(REVIEW, AWFUL, MOVIE).request(REVIEW.text());
    }

    static AttributionAssert review(Form form) {
        return form.request().apply(asked());
    }

    private static AttributionAssert incomplete(Form form) {
        return form.attribution().apply(INCOMPLETE);
    }

    private static AttributionAssert unsettled(Form form) {
        return form.attribution()
                .apply(AttributionBuilder.review().notConverged("Raise it.").build());
    }

    private static AttributionAssert tied(Form form) {
        return form.attribution()
                .apply(AttributionBuilder.review().uncertainty(1).build());
    }

    /** Its top word is none of those that the service looks at. */
    private static AttributionAssert unfaithful(Form form) {
        Attribution result = AttributionBuilder.of("so great today")
                .scores(0.7, 0.1, 0.1)
                .prediction(ScoreKind.PROBABILITIES, LABELS, 0.1, 0.9)
                .build();
        return form.request()
                .apply(AttributionRequest.of(
                        new AttributionAssert_faithfulness_Test.Service(), result.text(), new FixedMethod(result)));
    }

    private static Stream<Call> ofAnAttribution() {
        AttributionRequest otherwise = new Answers(OTHERWISE).request(REVIEW.text());
        List<Span> was = List.of(new Span(17, 20));
        ChangeExpectation never = ChangeExpectation.of(
                "isNeverMet()", pair -> Outcome.fail(new BasicErrorMessageFactory("It is never met."), List.of()));
        return Stream.of(
                fails(FailingCalls::review, "ranksAbove", word("great"), word("said")),
                fails(FailingCalls::review, "ranksAmongTop", word("great"), 2),
                fails(FailingCalls::review, "ranksLast", word("said")),
                fails(FailingCalls::review, "hasTopToken", "great"),
                fails(FailingCalls::review, "hasTopToken", word("great")),
                fails(FailingCalls::review, "hasTopTokens", (Object) new String[] {"great"}),
                fails(FailingCalls::review, "hasTopTokens", words("great")),
                fails(FailingCalls::review, "hasTopTokensInOrder", (Object) new String[] {"film", "said"}),
                fails(FailingCalls::review, "hasTopTokensInOrder", words("film", "said")),
                fails(FailingCalls::review, "givesPositiveWeightTo", "was"),
                fails(FailingCalls::review, "givesPositiveWeightTo", word("was")),
                fails(FailingCalls::review, "givesNegativeWeightTo", "great"),
                fails(FailingCalls::review, "givesNegativeWeightTo", word("great")),
                fails(FailingCalls::review, "ignores", "said", withinPercentage(2)),
                fails(FailingCalls::review, "ignores", word("said"), withinPercentage(2)),
                fails(FailingCalls::review, "ignores", "said", within(0.01)),
                fails(FailingCalls::review, "ignores", word("said"), within(0.01)),
                fails(FailingCalls::review, "hasShare", word("said"), Bound.atMost(0.1)),
                fails(FailingCalls::incomplete, "isComplete"),
                fails(FailingCalls::incomplete, "isComplete", within(0.01)),
                // Numbers that are not good enough are no failure of the model.
                cannotTell(FailingCalls::unsettled, "hasConverged"),
                cannotTell(FailingCalls::tied, "ranking"),
                cannotTell(FailingCalls::tied, "ranking", 2),
                fails(FailingCalls::review, "predicts", "NEGATIVE"),
                fails(FailingCalls::review, "predicts", "POSITIVE", 0.9),
                fails(FailingCalls::review, "doesNotPredict", "POSITIVE"),
                fails(FailingCalls::review, "hasProbability", "POSITIVE", Bound.atLeast(0.9)),
                fails(FailingCalls::review, "hasScore", "POSITIVE", Bound.atLeast(5)),
                fails(FailingCalls::review, "agreesWith", otherwise, spearmanAtLeast(0.9)),
                fails(FailingCalls::review, "agreesWith", OTHERWISE, spearmanAtLeast(0.9)),
                fails(FailingCalls::review, "matchesRationale", rationale("was"), auprcAtLeast(0.8)),
                fails(FailingCalls::review, "matchesRationale", was, auprcAtLeast(0.8)),
                fails(FailingCalls::unfaithful, "hasComprehensivenessOfAtLeast", 0.8),
                fails(FailingCalls::unfaithful, "hasComprehensivenessOfAtLeast", 0.8, new Comprehensiveness()),
                fails(FailingCalls::unfaithful, "hasSufficiencyOfAtMost", 0.1),
                fails(FailingCalls::unfaithful, "hasSufficiencyOfAtMost", 0.1, new Sufficiency()),
                fails(FailingCalls::review, "meetsUnder", TO_AWFUL, never));
    }

    private static Object words(String... words) {
        return NamedWords.selectors(words);
    }

    private static Stream<Call> ofRanks() {
        Function<Form, Object> great = form -> review(form).ranks("great");
        return Stream.of(
                fails(great, "above", "said"),
                fails(great, "above", word("said")),
                fails(great, "below", "was"),
                fails(great, "below", word("was")),
                fails(great, "amongTop", 2),
                fails(great, "first"),
                fails(great, "last"));
    }

    private static Stream<Call> ofAWord() {
        Function<Form, Object> great = form -> review(form).word("great");
        Function<Form, Object> was = form -> review(form).word("was");
        return Stream.of(
                fails(great, "isAbove", "said"),
                fails(great, "isAbove", word("said")),
                fails(great, "isBelow", "was"),
                fails(great, "isBelow", word("was")),
                fails(great, "isAmongTop", 2),
                fails(great, "isFirst"),
                fails(great, "isLast"),
                fails(was, "isPositive"),
                fails(great, "isNegative"),
                fails(great, "isIgnored", withinPercentage(2)),
                fails(great, "isIgnored", within(0.01)));
    }

    /** The share of "said" is 0.36, the probability 0.71, the score 0.91. */
    private static Stream<Call> ofNumbers() {
        return Stream.<Function<Form, Object>>of(
                        form -> review(form).shareOf("said"),
                        form -> review(form).word("said").share(),
                        form -> review(form).probabilityOf("POSITIVE"),
                        form -> review(form).prediction().probabilityOf("POSITIVE"),
                        form -> review(form).scoreOf("POSITIVE"),
                        form -> review(form).prediction().scoreOf("POSITIVE"))
                .flatMap(number -> Stream.of(
                        fails(number, "isGreaterThan", 0.95),
                        fails(number, "isGreaterThanOrEqualTo", 0.95),
                        fails(number, "isLessThan", 0.1),
                        fails(number, "isLessThanOrEqualTo", 0.1),
                        fails(number, "isBetween", 0.1, 0.2)));
    }

    private static Stream<Call> ofAPrediction() {
        Function<Form, Object> prediction = form -> review(form).prediction();
        return Stream.of(fails(prediction, "hasLabel", "NEGATIVE"), fails(prediction, "doesNotHaveLabel", "POSITIVE"));
    }

    private static Stream<Call> ofAChange() {
        Function<Form, Object> awful = form -> review(form).under(TO_AWFUL);
        Function<Form, Object> movie = form -> review(form).under(TO_MOVIE);
        return Stream.of(
                fails(awful, "keepsTop", 1),
                fails(awful, "keepsTopToken"),
                fails(awful, "keepsRanking", spearmanAtLeast(0.9)),
                fails(awful, "keepsPrediction"),
                fails(movie, "flipsPrediction"),
                fails(awful, "keepsSignOf", "said"),
                fails(awful, "keepsSignOf", word("said")),
                fails(movie, "flipsSignOf", "said"),
                fails(movie, "flipsSignOf", word("said")),
                fails(awful, "keepsShareOf", "said", within(0.05)),
                fails(awful, "keepsShareOf", word("said"), within(0.05)),
                fails(awful, "raisesScoreOf", "said"),
                fails(awful, "raisesScoreOf", word("said")),
                fails(awful, "lowersScoreOf", "He"),
                fails(awful, "lowersScoreOf", word("He")),
                fails(awful, "raisesProbabilityOf", "POSITIVE"),
                fails(awful, "lowersProbabilityOf", "NEGATIVE"));
    }

    private static List<AttributionRequest> twoTexts() {
        return Stream.of("Al said great", "Bob said great")
                .map(FailingCalls::asked)
                .toList();
    }

    private static Corpus corpus() {
        return Corpus.of(
                Stream.of("Al said great", "Bob said great").map(CorpusCase::of).toList());
    }

    private static AttributionRequest asked(CorpusCase one) {
        return asked(one.text());
    }

    private static AttributionRequest asked(String text) {
        return new Answers(Answers.scored(text, 0.1, 0.9, 0.2)).request(text);
    }

    private static Stream<Call> ofManyTexts(Function<Form, ? extends AbstractAttributionsAssert<?, ?>> texts) {
        Consumer<AttributionAssert> led = each -> each.hasTopToken("great");
        CaseNumber words = CaseNumber.of("words", one -> one.words().size());
        Function<Form, Object> all = texts::apply;
        Function<Form, Object> share = form -> texts.apply(form).atLeast(0.5);
        Function<Form, Object> gap = form -> texts.apply(form).hasQuantile(0.5).ofCompletenessGap();
        Function<Form, Object> median = form -> texts.apply(form)
                .hasQuantile(0.5)
                .of("words", one -> one.words().size());
        return Stream.of(
                fails(all, "allSatisfy", led),
                fails(all, "satisfiesForShare", 0.5, led),
                fails(share, "satisfy", led),
                fails(all, "hasQuantileBelow", 0.5, words, 2.0),
                fails(all, "hasQuantileAbove", 0.5, words, 4.0),
                fails(median, "below", 2.0),
                fails(median, "above", 4.0),
                fails(gap, "above", 1.0));
    }

    private static AxiomAssert ofARunner(Form form, AttributionMethod method, TextClassifier model) {
        return form.runner().apply(AttributionRunner.of(model, method));
    }

    private static AxiomAssert ofAMethodOnAModel(Form form, AttributionMethod method, TextClassifier model) {
        return form.method().apply(method).on(model);
    }

    /** Begins assertions on a method and a model. */
    private interface Axioms {
        AxiomAssert of(Form form, AttributionMethod method, TextClassifier model);
    }

    private static Stream<Call> ofAxioms(Axioms axioms) {
        AttributionMethod firstTwice = new SpoiledMethod(
                IG,
                token -> token.span().orElseThrow().start() > 0
                        ? token
                        : new TokenScore(
                                token.text(), token.span(), token.word(), token.special(), 2 * token.score(), 0));
        Function<Form, Object> flat = form -> axioms.of(form, new InputTimesGradient(), ClosedForms.saturating());
        Function<Form, Object> more = form -> axioms.of(form, SpoiledMethod.adding(IG, 0.5, 0), ClosedFormula.A);
        Function<Form, Object> uneven = form -> axioms.of(form, firstTwice, ClosedFormula.PRODUCT);
        return Stream.of(
                fails(more, "isComplete", "2 5"),
                fails(flat, "isSensitive", "2"),
                fails(flat, "isSensitive", "2", new Sensitivity()),
                fails(more, "ignoresDummy", "5", "2 5"),
                fails(more, "ignoresDummy", word("5"), "2 5"),
                fails(uneven, "isSymmetric", word("5").occurrence(1), word("5").occurrence(2), "5 5"));
    }

    private static Stream<Call> ofAMethod() {
        Linearity sum = new Linearity(2, ClosedFormula.PRODUCT, -3, ClosedFormula.SUM, ClosedFormula.COMBINATION);
        return Stream.of(fails(form -> form.method().apply(new Saliency()), "isLinear", sum, "3 1"));
    }

    private static Stream<Call> ofVariants() {
        Function<Form, Object> twins = form -> form.variants().apply(Variants.of(ClosedFormula.A, ClosedFormula.B));
        ImplementationInvariance options = new ImplementationInvariance();
        return Stream.of(
                fails(twins, "areInvariantUnder", IG, "2 2"),
                fails(twins, "areInvariantUnder", IG, "2 2", options),
                fails(twins, "areInvariantUnder", IG, Question.of("2 2"), options));
    }

    private static Stream<Call> ofAComparison() {
        // Right and wrong, led by another word, led by a word that nobody marked.
        Function<Form, Object> lost = comparing(Comparisons.predictingOtherwise());
        Function<Form, Object> moved = comparing(Comparisons.withOtherReasons());
        Function<Form, Object> misled = comparing(Comparisons.ledByAnUnmarkedWord());
        return Stream.of(
                fails(lost, "passesGate"),
                fails(lost, "passesGate", Gate.of(GateKey.ACCURACY_MIN, 0.9)),
                fails(lost, "hasAccuracyOfAtLeast", 0.9),
                fails(lost, "hasAccuracyDropOfAtMost", 0.0),
                fails(lost, "changesPredictionsOfAtMost", 0.0),
                fails(moved, "keepsReasonsOfAtLeast", 1.0),
                fails(moved, "hasNoWordThatGainsMoreThan", 0.1),
                fails(misled, "hasRankingViolationsOfAtMost", 0.0));
    }

    private static Function<Form, Object> comparing(ModelComparison comparison) {
        return form -> form.comparison().apply(comparison);
    }
}
