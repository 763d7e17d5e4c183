package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.model.Variants;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactory;

/**
 * Ways from assertions of AssertJ to ours, for {@code asInstanceOf(..)}, {@code first(..)}, {@code extracting(..)} and
 * the like.
 *
 * <pre>{@code
 * Map<String, Object> answer = Map.of("why", ig("They said it was great").attribution());
 * assertThat(answer).extractingByKey("why", as(ATTRIBUTION)).hasTopToken("great"); // passes
 * assertThat(answer).extractingByKey("why", as(ATTRIBUTION)).hasTopToken("said");  // fails
 * }</pre>
 *
 * <p>They work with soft assertions too; AssertJ's own assumptions know no assertions but AssertJ's.
 */
public final class AttributionInstanceOfAssertFactories {

    /** Goes on with assertions on an {@link Attribution}. */
    public static final InstanceOfAssertFactory<Attribution, AttributionAssert> ATTRIBUTION =
            new InstanceOfAssertFactory<>(Attribution.class, AttributionAssertions::assertThat);

    /** Computes an {@link AttributionRequest} and goes on with assertions on the result. */
    public static final InstanceOfAssertFactory<AttributionRequest, AttributionAssert> ATTRIBUTION_REQUEST =
            new InstanceOfAssertFactory<>(AttributionRequest.class, AttributionAssertions::assertThat);

    /** Goes on with assertions on the explanations of a list of {@link AttributionRequest}s. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // as those of AssertJ: a list does not tell what it holds
    public static final InstanceOfAssertFactory<List, AttributionListAssert> ATTRIBUTION_REQUESTS =
            new InstanceOfAssertFactory<>(List.class, AttributionAssertions::assertThatAll);

    /** Goes on with assertions on a method and its model. */
    public static final InstanceOfAssertFactory<AttributionRunner, AxiomAssert> ATTRIBUTION_RUNNER =
            new InstanceOfAssertFactory<>(AttributionRunner.class, AttributionAssertions::assertThat);

    /** Goes on with assertions on a method. */
    public static final InstanceOfAssertFactory<AttributionMethod, MethodAssert> ATTRIBUTION_METHOD =
            new InstanceOfAssertFactory<>(AttributionMethod.class, AttributionAssertions::assertThat);

    /** Goes on with assertions on models that are meant to compute the same function. */
    public static final InstanceOfAssertFactory<Variants, ModelVariantsAssert> MODEL_VARIANTS =
            new InstanceOfAssertFactory<>(Variants.class, AttributionAssertions::assertThat);

    /** Goes on with assertions on a release candidate. */
    public static final InstanceOfAssertFactory<ModelComparison, ModelComparisonAssert> MODEL_COMPARISON =
            new InstanceOfAssertFactory<>(ModelComparison.class, AttributionAssertions::assertThat);

    private AttributionInstanceOfAssertFactories() {}
}
