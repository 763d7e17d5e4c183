package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.Answers.scored;
import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.auprcAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.matching;
import static io.github.junitattrib.assertj.AttributionAssertions.rationale;
import static io.github.junitattrib.assertj.AttributionAssertions.word;
import static io.github.junitattrib.assertj.Call.goesOn;
import static io.github.junitattrib.corpus.TextChanges.replacing;
import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.BDDAssertions.then;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.approved.DriftTolerance;
import io.github.junitattrib.assertj.error.Bound;
import io.github.junitattrib.axiom.ImplementationInvariance;
import io.github.junitattrib.axiom.Linearity;
import io.github.junitattrib.axiom.Sensitivity;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.corpus.TextChange;
import io.github.junitattrib.gate.Gate;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.metric.Comprehensiveness;
import io.github.junitattrib.metric.Sufficiency;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.text.WordSelector;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What tests pass by mistake is refused with a sentence that says what it is. */
@SuppressWarnings({"NullAway", "DataFlowIssue"})
class NullArgumentsTest {

    private static final AttributionRequest REQUEST =
            new Answers(scored("it was great", 0.1, 0.2, 0.9)).request("it was great");

    /** What a parameter is called in the sentence that refuses null. */
    private static final Map<Class<?>, String> WHAT = Map.ofEntries(
            entry(WordSelector.class, "word"),
            entry(WordSelector[].class, "words must not be null"),
            entry(String[].class, "words must not be null"),
            entry(Percentage.class, "percentage must not be null"),
            entry(Bound.class, "bound must not be null"),
            entry(AttributionRequest.class, "attribution to agree with must not be null"),
            entry(Attribution.class, "attribution to agree with must not be null"),
            entry(AgreementCriterion.class, "criterion must not be null"),
            entry(DriftTolerance.class, "tolerance must not be null"),
            entry(HumanRationale.class, "rationale must not be null"),
            entry(List.class, "rationale must not be null"),
            entry(RationaleCriterion.class, "criterion must not be null"),
            entry(Comprehensiveness.class, "metric must not be null"),
            entry(Sufficiency.class, "metric must not be null"),
            entry(TextChange.class, "change must not be null"),
            entry(ChangeExpectation.class, "expectation must not be null"),
            entry(Consumer.class, "requirement must not be null"),
            entry(CaseNumber.class, "number must not be null"),
            entry(ToDoubleFunction.class, "needs a function"),
            entry(Sensitivity.class, "options must not be null"),
            entry(Linearity.class, "sum must not be null"),
            entry(TextClassifier.class, "model must not be null"),
            entry(AttributionMethod.class, "method must not be null"),
            entry(Question.class, "question must not be null"),
            entry(ImplementationInvariance.class, "options must not be null"),
            entry(Gate.class, "gate must not be null"),
            entry(Corpus.class, "corpus must not be null"),
            entry(Function.class, "function must not be null"),
            entry(Pattern.class, "expression for words must not be null"));

    private static final Set<String> OF_CLASSES = Set.of(
            "predicts",
            "doesNotPredict",
            "probabilityOf",
            "hasProbability",
            "scoreOf",
            "hasScore",
            "hasLabel",
            "doesNotHaveLabel",
            "raisesProbabilityOf",
            "lowersProbabilityOf");

    private static final Set<Class<?>> OF_TEXTS =
            Set.of(AxiomAssert.class, MethodAssert.class, ModelVariantsAssert.class);

    private static String what(Method method, int place) {
        Class<?> type = method.getParameterTypes()[place];
        if (type == Offset.class) {
            return method.getName().startsWith("keeps") ? "distance must not be null" : "offset must not be null";
        }
        if (type != String.class) {
            return requireNonNull(WHAT.get(type), "Say here what a message calls a " + type.getSimpleName() + ".");
        }
        if (OF_CLASSES.contains(method.getName())) {
            return "class must not be null";
        }
        boolean isText = OF_TEXTS.contains(method.getDeclaringClass())
                && !(method.getName().equals("ignoresDummy") && place == 0);
        return switch (method.getName()) {
            case "token" -> "token to look for must not be null";
            case "matching" -> "expression for words must not be null";
            case "of" -> "needs a name";
            default -> isText ? "text to explain must not be null" : "word to look for must not be null";
        };
    }

    /** Those that verify nothing take words, classes and more as well. */
    private static Stream<Call> steps() {
        Function<Form, Object> median =
                form -> form.list().apply(List.of(REQUEST)).hasQuantile(0.5);
        return Stream.of(
                goesOn(FailingCalls::review, "ranks", "great"),
                goesOn(FailingCalls::review, "ranks", word("great")),
                goesOn(FailingCalls::review, "shareOf", "great"),
                goesOn(FailingCalls::review, "shareOf", word("great")),
                goesOn(FailingCalls::review, "word", "great"),
                goesOn(FailingCalls::review, "word", word("great")),
                goesOn(FailingCalls::review, "token", "great"),
                goesOn(FailingCalls::review, "probabilityOf", "POSITIVE"),
                goesOn(FailingCalls::review, "scoreOf", "POSITIVE"),
                goesOn(form -> FailingCalls.review(form).prediction(), "probabilityOf", "POSITIVE"),
                goesOn(form -> FailingCalls.review(form).prediction(), "scoreOf", "POSITIVE"),
                goesOn(FailingCalls::review, "under", replacing("great", "awful")),
                goesOn(FailingCalls::review, "matchesApproved", DriftTolerance.standard()),
                goesOn(median, "of", "delta", (ToDoubleFunction<Attribution>) Attribution::delta),
                goesOn(form -> form.method().apply(REQUEST.method()), "on", ClosedFormula.A));
    }

    private static Map<Method, Call> calls() {
        return Stream.concat(FailingCalls.all().stream(), steps())
                .filter(call -> takesReferences(call.method()))
                .collect(toMap(Call::method, identity(), (one, other) -> one));
    }

    private static boolean takesReferences(Method method) {
        return !references(method).isEmpty();
    }

    private static List<Integer> references(Method method) {
        return IntStream.range(0, method.getParameterCount())
                .filter(place -> !method.getParameterTypes()[place].isPrimitive())
                .boxed()
                .toList();
    }

    @Test
    void should_be_tried_in_every_method_that_takes_references() {
        then(calls().keySet())
                .as("a new method that verifies nothing needs a call in steps()")
                .containsExactlyInAnyOrderElementsOf(AssertionMethods.all().stream()
                        .filter(NullArgumentsTest::takesReferences)
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> should_be_refused_in_every_place() {
        return calls().values().stream()
                .flatMap(call -> references(call.method()).stream()
                        .map(place -> dynamicTest(
                                call + " " + place,
                                () -> refuses(
                                        what(call.method(), place),
                                        () -> call.withNullAt(place).in(Form.then())))));
    }

    /** Selectors, criteria and a corpus with what is asked of it; of the others it is said that actual is null. */
    @TestFactory
    Stream<DynamicTest> should_be_refused_by_what_begins() {
        Map<Class<?>, Object> given =
                Map.of(Corpus.class, Corpus.of(List.of(CorpusCase.of("it was great"))), Function.class, (Function<
                                CorpusCase, AttributionRequest>)
                        one -> REQUEST);
        return Stream.of(AttributionAssertions.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method ->
                        method.getParameterCount() > 1 || !Assert.class.isAssignableFrom(method.getReturnType()))
                .flatMap(method -> references(method).stream()
                        .map(place -> dynamicTest(AssertionMethods.name(method) + " " + place, () -> {
                            Object[] arguments = Stream.of(method.getParameterTypes())
                                    .map(given::get)
                                    .toArray();
                            arguments[place] = null;
                            refuses(what(method, place), () -> thrownBy(method, arguments));
                        })));
    }

    private static void thrownBy(Method method, Object... arguments) throws Throwable {
        try {
            method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @TestFactory
    Stream<DynamicTest> should_be_refused_inside_of_others() {
        return Stream.of(
                refused("word to look for", () -> asserted().hasTopTokens(word("great"), null)),
                refused("word to look for", () -> rationale(word("great"), null)),
                refused("word to look for", () -> rationale("great", null)),
                refused(
                        "span at index 1",
                        () -> asserted().matchesRationale(Arrays.asList(new Span(0, 2), null), auprcAtLeast(0.8))),
                refused("needs a function", () -> CaseNumber.of("words", null)),
                refused("needs a name", () -> CaseNumber.of(null, Attribution::delta)));
    }

    private static AttributionAssert asserted() {
        return assertThat(REQUEST);
    }

    private static DynamicTest refused(String what, ThrowingCallable call) {
        return dynamicTest(what, () -> refuses(what, call));
    }

    private static void refuses(String what, ThrowingCallable call) {
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(call)
                .withMessageContaining(what)
                .withMessageMatching("(?s).*\\. .+\\.|.+[;.].+");
    }

    @Test
    void should_say_like_assertj_that_there_is_nothing_to_judge_softly() {
        AttributionSoftAssertions softly = new AttributionSoftAssertions();
        softly.assertThat((AttributionRequest) null).hasTopToken("great");
        softly.assertThat((ModelComparison) null).passesGate();
        then(softly.assertionErrorsCollected())
                .hasSize(2)
                .allSatisfy(error -> then(error).hasMessageContaining("Expecting actual not to be null"));
    }

    @Test
    void should_explain_a_broken_expression() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matching("[a-"))
                .withMessage(
                        "\"[a-\" is no expression for words: Illegal character range at offset 3. Correct it, or name a"
                                + " word as it stands in the text by word(..).");
    }
}
