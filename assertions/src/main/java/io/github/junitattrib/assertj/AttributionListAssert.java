package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.error.ShouldHaveQuantile.Wanted;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.method.AttributionRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on the explanations of many texts; not final, because AssertJ's soft assertions subclass it.
 *
 * <p>The texts are explained together, once. What is asserted of each inside throws nothing and is not recorded: the corpus is
 * judged, and a failure shows its worst cases.
 */
public class AttributionListAssert extends AbstractAssert<AttributionListAssert, List<AttributionRequest>> {

    private Optional<List<Attribution>> attributions = Optional.empty();

    /**
     * Begins assertions; tests call {@link AttributionAssertions#assertThatAll(List)}.
     *
     * @param actual what is to be explained
     */
    public AttributionListAssert(List<AttributionRequest> actual) {
        super(actual, AttributionListAssert.class);
        info.useRepresentation(AttributionRepresentation.INSTANCE);
    }

    /**
     * Verifies that every text satisfies a requirement. Texts that a change in it does not apply to are left out, unless that
     * leaves none.
     *
     * <pre>{@code
     * assertThatAll(igAll(List.of("It was great", "The film was great"))).allSatisfy(each -> each.ranks("great").above("was")); // passes
     * assertThatAll(igAll(List.of("It was great", "The film was great"))).allSatisfy(each -> each.hasTopToken("was")); // fails
     * }</pre>
     *
     * @param requirement what is asserted of each
     * @return these assertions, to go on
     * @throws AssertionError if a text does not satisfy it
     * @throws io.github.junitattrib.InconclusiveException if the numbers of a text are not good enough to tell and none
     *     fails, or it applies to no text
     * @throws IllegalArgumentException if there is no text
     */
    public AttributionListAssert allSatisfy(Consumer<AttributionAssert> requirement) {
        return satisfiesForShare(1, requirement);
    }

    /**
     * Begins a requirement that a share of the texts must satisfy: go on with {@code satisfy(each -> …)}.
     *
     * <p>It verifies nothing by itself, so a test that stops here fails.
     *
     * <pre>{@code
     * List<AttributionRequest> reviews = igAll(List.of("It was great", "The film was great", "It was awful"));
     * assertThatAll(reviews).atLeast(0.6).satisfy(each -> each.hasTopToken("great")); // passes
     * assertThatAll(reviews).atLeast(0.9).satisfy(each -> each.hasTopToken("great")); // fails
     * }</pre>
     *
     * @param share above 0 and up to 1
     * @return the step that takes the requirement
     */
    public ShareStep atLeast(double share) {
        return new ShareStep(myself, share);
    }

    /**
     * Verifies that a share of the texts satisfies a requirement; most tests write {@code atLeast(0.95).satisfy(..)}.
     *
     * <pre>{@code
     * List<AttributionRequest> reviews = igAll(List.of("It was great", "The film was great", "It was awful"));
     * assertThatAll(reviews).satisfiesForShare(0.6, each -> each.hasTopToken("great")); // passes
     * assertThatAll(reviews).satisfiesForShare(0.9, each -> each.hasTopToken("great")); // fails
     * }</pre>
     *
     * @param share above 0 and up to 1
     * @param requirement what is asserted of each
     * @return these assertions, to go on
     * @throws AssertionError if fewer satisfy it, even if all inconclusive ones did
     * @throws io.github.junitattrib.InconclusiveException if inconclusive texts decide it, or it applies to no text
     * @throws IllegalArgumentException if the share is not above 0 and up to 1, or there is no text
     */
    public AttributionListAssert satisfiesForShare(double share, Consumer<AttributionAssert> requirement) {
        RequirementJudgment judgment = new RequirementJudgment(share, requirement);
        return verify(
                Check.About.MODEL,
                "satisfiesForShare",
                List.of(share),
                (explained, models) -> judgment.judge(actual, explained, models));
    }

    /**
     * Begins a bound on a quantile of a number over the texts: go on with {@code ofCompletenessGap().below(0.01)}.
     *
     * <p>The q-quantile of n numbers is the ⌈qn⌉-th smallest. It verifies nothing by itself, so a test that stops here fails.
     *
     * <pre>{@code
     * List<AttributionRequest> reviews = igAll(List.of("It was great", "The film was great", "It was awful"));
     * assertThatAll(reviews).hasQuantile(0.95).ofCompletenessGap().below(0.05); // passes
     * assertThatAll(reviews).hasQuantile(0.5).of("F(x)", Attribution::inputScore).above(1000); // fails
     * }</pre>
     *
     * @param quantile above 0 and up to 1
     * @return the step that takes the number
     */
    public QuantileStep hasQuantile(double quantile) {
        return new QuantileStep(myself, quantile);
    }

    /**
     * Verifies that a quantile of a number is below a limit; most tests write {@code hasQuantile(0.95).of…().below(..)}.
     *
     * <pre>{@code
     * List<AttributionRequest> reviews = igAll(List.of("It was great", "The film was great", "It was awful"));
     * assertThatAll(reviews).hasQuantileBelow(0.95, CaseNumber.completenessGap(), 0.05); // passes
     * assertThatAll(reviews).hasQuantileBelow(0.95, CaseNumber.of("words", one -> one.words().size()), 2); // fails
     * }</pre>
     *
     * @param quantile above 0 and up to 1
     * @param number the number of each text
     * @param limit what the quantile must be below
     * @return these assertions, to go on
     * @throws AssertionError if it is not
     * @throws io.github.junitattrib.InconclusiveException if numbers that are not certain decide it
     * @throws IllegalArgumentException if the quantile is not above 0 and up to 1, or there is no text
     */
    public AttributionListAssert hasQuantileBelow(double quantile, CaseNumber number, double limit) {
        return hasQuantile(true, quantile, number, limit);
    }

    /**
     * Verifies that a quantile of a number is above a limit; most tests write {@code hasQuantile(0.05).of…().above(..)}.
     *
     * <pre>{@code
     * List<AttributionRequest> reviews = igAll(List.of("It was great", "The film was great", "It was awful"));
     * assertThatAll(reviews).hasQuantileAbove(0.05, CaseNumber.of("words", one -> one.words().size()), 2); // passes
     * assertThatAll(reviews).hasQuantileAbove(0.05, CaseNumber.of("words", one -> one.words().size()), 3); // fails
     * }</pre>
     *
     * @param quantile above 0 and up to 1
     * @param number the number of each text
     * @param limit what the quantile must be above
     * @return these assertions, to go on
     * @throws AssertionError if it is not
     * @throws io.github.junitattrib.InconclusiveException if numbers that are not certain decide it
     * @throws IllegalArgumentException if the quantile is not above 0 and up to 1, or there is no text
     */
    public AttributionListAssert hasQuantileAbove(double quantile, CaseNumber number, double limit) {
        return hasQuantile(false, quantile, number, limit);
    }

    private AttributionListAssert hasQuantile(boolean below, double quantile, CaseNumber number, double limit) {
        Objects.requireNonNull(
                number, "The number must not be null. Take CaseNumber.completenessGap(), or CaseNumber.of(..).");
        Wanted wanted = new Wanted(quantile, number.name(), below, limit);
        QuantileJudgment judgment = new QuantileJudgment(wanted, number);
        return verify(
                number.about(),
                wanted.below() ? "hasQuantileBelow" : "hasQuantileAbove",
                List.of(wanted.quantile(), wanted.number(), wanted.limit()),
                (explained, models) -> judgment.judge(explained));
    }

    private AttributionListAssert verify(
            Check.About about,
            String kind,
            List<?> arguments,
            BiFunction<List<Attribution>, Substitution, Outcome> judgment) {
        isNotNull();
        List<AttributionRequest> requests = Corpus.of(actual);
        List<Attribution> explained = explained(requests);
        new Settlement(kind, arguments, about, requests)
                .settle(
                        judgment.apply(explained, NestedCase.models()),
                        models -> judgment.apply(models.attributions(requests), models),
                        explained.get(0),
                        info,
                        this::assertionError);
        return myself;
    }

    private List<Attribution> explained(List<AttributionRequest> requests) {
        List<Attribution> known = attributions.orElseGet(() -> Corpus.explained(requests, NestedCase.models()));
        attributions = Optional.of(known);
        return known;
    }

    @Override
    protected boolean isElementOfCustomAssert(StackTraceElement frame) {
        return super.isElementOfCustomAssert(frame) || OurFrames.contain(frame);
    }
}
