package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.error.ShouldHaveQuantile.Wanted;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.method.AttributionRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;

/**
 * What can be asserted of the explanations of many texts, of a list or of a corpus.
 *
 * <p>What is asserted of each inside throws nothing and is not recorded: the corpus is judged, and a failure shows its worst
 * cases.
 *
 * @param <SELF> type of the concrete assertions
 * @param <ACTUAL> what gives the texts
 */
public abstract class AbstractAttributionsAssert<SELF extends AbstractAttributionsAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractAssert<SELF, ACTUAL> {

    AbstractAttributionsAssert(ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
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
    public SELF allSatisfy(Consumer<AttributionAssert> requirement) {
        return WrittenCall.as("allSatisfy(each -> …)", () -> satisfiesForShare(1, requirement));
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
    public ShareStep<SELF> atLeast(double share) {
        return new ShareStep<>(myself, share);
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
    public SELF satisfiesForShare(double share, Consumer<AttributionAssert> requirement) {
        RequirementJudgment judgment = new RequirementJudgment(share, requirement);
        return verify(Check.About.MODEL, "satisfiesForShare", List.of(share), judgment::with);
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
    public QuantileStep<SELF> hasQuantile(double quantile) {
        return new QuantileStep<>(myself, quantile);
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
    public SELF hasQuantileBelow(double quantile, CaseNumber number, double limit) {
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
    public SELF hasQuantileAbove(double quantile, CaseNumber number, double limit) {
        return hasQuantile(false, quantile, number, limit);
    }

    private SELF hasQuantile(boolean below, double quantile, CaseNumber number, double limit) {
        Objects.requireNonNull(
                number, "The number must not be null. Take CaseNumber.completenessGap(), or CaseNumber.of(..).");
        Wanted wanted = new Wanted(quantile, number.name(), below, limit);
        QuantileJudgment judgment = new QuantileJudgment(wanted, number);
        return verify(
                number.about(),
                wanted.below() ? "hasQuantileBelow" : "hasQuantileAbove",
                List.of(wanted.quantile(), wanted.number(), wanted.limit()),
                models -> judgment.tally());
    }

    private SELF verify(Check.About about, String kind, List<?> arguments, Function<Substitution, Tally> judgment) {
        isNotNull();
        Tally tally = judgment.apply(NestedCase.models());
        Judged judged = first(tally);
        new Settlement(kind, arguments, about, judged.requests())
                .settle(
                        tally.outcome(),
                        models -> {
                            Tally replayed = judgment.apply(models);
                            again(replayed, models);
                            return replayed.outcome();
                        },
                        judged.first(),
                        info,
                        this::assertionError);
        return myself;
    }

    /**
     * What was judged.
     *
     * @param requests all texts, or the first of a corpus that is not held as a whole
     * @param first the explanation of the first one
     */
    record Judged(List<AttributionRequest> requests, Attribution first) {}

    /** Hands all texts to a tally, explained by the models that they are asked of. */
    abstract Judged first(Tally tally);

    /** Hands all texts to a tally, explained by other models. */
    abstract void again(Tally tally, Substitution models);

    @Override
    protected boolean isElementOfCustomAssert(StackTraceElement frame) {
        return super.isElementOfCustomAssert(frame) || OurFrames.contain(frame);
    }
}
