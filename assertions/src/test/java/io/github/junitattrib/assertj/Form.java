package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.model.Variants;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;

/** The entry points of one form of the assertions, so that one call can be made in all of them. */
public record Form(
        Function<Attribution, AttributionAssert> attribution,
        Function<AttributionRequest, AttributionAssert> request,
        Function<List<AttributionRequest>, AttributionListAssert> list,
        BiFunction<Corpus, Function<CorpusCase, AttributionRequest>, CorpusAssert> corpus,
        Function<AttributionRunner, AxiomAssert> runner,
        Function<AttributionMethod, MethodAssert> method,
        Function<Variants, ModelVariantsAssert> variants,
        Function<ModelComparison, ModelComparisonAssert> comparison) {

    public static Form then() {
        return new Form(
                BDDAttributionAssertions::then,
                BDDAttributionAssertions::then,
                BDDAttributionAssertions::thenAll,
                BDDAttributionAssertions::thenAll,
                BDDAttributionAssertions::then,
                BDDAttributionAssertions::then,
                BDDAttributionAssertions::then,
                BDDAttributionAssertions::then);
    }

    public static Form assumed() {
        return new Form(
                AttributionAssumptions::assumeThat,
                AttributionAssumptions::assumeThat,
                AttributionAssumptions::assumeThatAll,
                AttributionAssumptions::assumeThatAll,
                AttributionAssumptions::assumeThat,
                AttributionAssumptions::assumeThat,
                AttributionAssumptions::assumeThat,
                AttributionAssumptions::assumeThat);
    }

    public static Form soft(AttributionSoftAssertions softly) {
        return new Form(
                softly::assertThat,
                softly::assertThat,
                softly::assertThatAll,
                softly::assertThatAll,
                softly::assertThat,
                softly::assertThat,
                softly::assertThat,
                softly::assertThat);
    }

    /** What the user wants a failure to say in place of our words. */
    Form saying(String message) {
        return new Form(
                attribution.andThen(says(message)),
                request.andThen(says(message)),
                list.andThen(says(message)),
                corpus.andThen(says(message)),
                runner.andThen(says(message)),
                method.andThen(says(message)),
                variants.andThen(says(message)),
                comparison.andThen(says(message)));
    }

    private static <A extends AbstractAssert<A, ?>> Function<A, A> says(String message) {
        return assertions -> assertions.withFailMessage(message);
    }

    /** There is nothing to assert on, whatever is given. */
    @SuppressWarnings("NullAway") // misuse is the point
    Form ofNothing() {
        return new Form(
                given -> attribution.apply(null),
                given -> request.apply(null),
                given -> list.apply(null),
                (given, asked) -> corpus.apply(null, asked),
                given -> runner.apply(null),
                given -> method.apply(null),
                given -> variants.apply(null),
                given -> comparison.apply(null));
    }
}
