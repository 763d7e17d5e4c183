package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;

/** Assertions on one attribution; not final, because AssertJ's soft assertions subclass it. */
public class AttributionAssert extends AbstractNavigableAttributionAssert<AttributionAssert, Attribution> {

    /**
     * Begins assertions; tests call {@link AttributionAssertions#assertThat(Attribution)}.
     *
     * @param actual the attribution to judge
     */
    public AttributionAssert(Attribution actual) {
        super(actual, AttributionAssert.class);
    }
}
