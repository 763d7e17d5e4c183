package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;

/**
 * Tells the type of what is asserted on by its second type argument.
 *
 * <p>AssertJ reads it there, from the direct superclass of the assertions, when soft assertions navigate to them ({@code
 * asInstanceOf(ATTRIBUTION)}).
 *
 * @param <SELF> type of the concrete assertions
 * @param <ACTUAL> type of what is asserted on
 */
abstract class AbstractNavigableAttributionAssert<SELF extends AbstractNavigableAttributionAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractAttributionAssert<SELF> {

    AbstractNavigableAttributionAssert(Attribution actual, Class<?> selfType) {
        super(actual, selfType);
    }
}
