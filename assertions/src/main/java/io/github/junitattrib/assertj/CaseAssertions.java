package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Condition;
import org.assertj.core.api.InstanceOfAssertFactory;

/**
 * The assertions on one case of a corpus: tells the case where AssertJ's own assertions look at the attribution, since their
 * outcome is told to nobody unless they fail.
 */
class CaseAssertions extends AttributionAssert {

    private final NestedCase nested;

    CaseAssertions(Attribution actual, NestedCase nested) {
        super(actual);
        this.nested = nested;
    }

    @Override
    public AttributionAssert is(Condition<? super Attribution> condition) {
        nested.look();
        return super.is(condition);
    }

    @Override
    public AttributionAssert has(Condition<? super Attribution> condition) {
        nested.look();
        return super.has(condition);
    }

    @Override
    public AttributionAssert satisfies(Condition<? super Attribution> condition) {
        nested.look();
        return super.satisfies(condition);
    }

    @Override
    public AttributionAssert matches(Predicate<? super Attribution> predicate) {
        nested.look();
        return super.matches(predicate);
    }

    @Override
    public AttributionAssert matches(Predicate<? super Attribution> predicate, String description) {
        nested.look();
        return super.matches(predicate, description);
    }

    @Override
    public <A extends AbstractAssert<?, ?>> A asInstanceOf(InstanceOfAssertFactory<?, A> factory) {
        nested.look();
        return super.asInstanceOf(factory);
    }

    @Override
    protected AttributionAssert satisfiesForProxy(Consumer<? super Attribution>[] requirements) {
        nested.look();
        return super.satisfiesForProxy(requirements);
    }

    @Override
    protected AttributionAssert satisfiesAnyOfForProxy(Consumer<? super Attribution>[] requirements) {
        nested.look();
        return super.satisfiesAnyOfForProxy(requirements);
    }
}
