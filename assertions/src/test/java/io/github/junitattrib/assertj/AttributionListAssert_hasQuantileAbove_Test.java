package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.Answers.scored;
import static io.github.junitattrib.assertj.AttributionAssertions.assertThatAll;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.error.ShouldHaveQuantile.shouldHaveQuantile;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.error.ShouldHaveQuantile.Case;
import io.github.junitattrib.assertj.error.ShouldHaveQuantile.Wanted;
import io.github.junitattrib.method.AttributionRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttributionListAssert_hasQuantileAbove_Test {

    private final Attribution two = scored("was great", 0.1, 0.9);
    private final Attribution three = scored("it was great", 0.1, 0.2, 0.9);
    private final List<AttributionRequest> texts = Stream.of(three, two)
            .map(one -> new Answers(one).request(one.text()))
            .toList();

    @Test
    void should_pass_if_the_quantile_is_above_the_limit() {
        assertThatAll(texts)
                .hasQuantileAbove(1, CaseNumber.of("words", one -> one.words().size()), 2.5);
    }

    @Test
    void should_fail_with_the_lowest_numbers_first() {
        // WHEN
        AttributionAssertionError error = attributionError(() -> assertThatAll(texts)
                .hasQuantileAbove(0.5, CaseNumber.of("words", one -> one.words().size()), 2));
        // THEN
        then(error)
                .hasMessage(shouldHaveQuantile(
                                new Wanted(0.5, "words", false, 2),
                                2,
                                2,
                                2,
                                List.of(new Case(two, 2), new Case(three, 3)))
                        .create())
                .hasMessageStartingWith("Expected the 50 % quantile of the words over 2 texts to be above 2, but it is"
                        + " 2.\n\n  2             was great\n  3             it was great\n");
        then(error.attribution()).isEqualTo(two);
    }
}
