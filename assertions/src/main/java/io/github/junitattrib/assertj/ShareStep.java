package io.github.junitattrib.assertj;

import java.util.function.Consumer;

/**
 * The middle of {@code atLeast(0.95).satisfy(each -> …)}: it verifies nothing, and fails its test if it is left there.
 *
 * @param <SELF> the assertions to go on with
 */
public final class ShareStep<SELF extends AbstractAttributionsAssert<SELF, ?>> {

    private final SELF texts;
    private final double share;
    private final Unfinished open;

    ShareStep(SELF texts, double share) {
        this.texts = texts;
        this.share = share;
        this.open = Unfinished.step("atLeast(" + share + ")", ".satisfy(each -> each.hasTopToken(\"great\"))");
    }

    /**
     * Verifies that the share of the texts satisfies a requirement.
     *
     * <pre>{@code
     * List<AttributionRequest> reviews = igAll(List.of("It was great", "The film was great", "It was awful"));
     * assertThatAll(reviews).atLeast(0.6).satisfy(each -> each.hasTopToken("great")); // passes
     * assertThatAll(reviews).atLeast(0.9).satisfy(each -> each.hasTopToken("great")); // fails
     * }</pre>
     *
     * @param requirement what is asserted of each
     * @return the assertions, to go on
     * @throws AssertionError if fewer satisfy it, even if all inconclusive ones did
     * @throws io.github.junitattrib.InconclusiveException if inconclusive texts decide it, or it applies to no text
     * @throws IllegalArgumentException if the share is not above 0 and up to 1, or there is no text
     */
    public SELF satisfy(Consumer<AttributionAssert> requirement) {
        return open.end(".satisfy(each -> …)", () -> texts.satisfiesForShare(share, requirement));
    }
}
