package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.*;
import static io.github.junitattrib.assertj.AttributionAssumptions.assumeThat;
import static io.github.junitattrib.assertj.BDDAttributionAssertions.then;
import static org.assertj.core.api.Assertions.*;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.AttributionBuilder;
import io.github.junitattrib.assertj.AttributionSoftAssertions;
import io.github.junitattrib.assertj.BDDAttributionSoftAssertions;
import io.github.junitattrib.assertj.FixedMethod;
import io.github.junitattrib.method.AttributionRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compiles only if our entry points and AssertJ's can be imported together. */
class SideBySideImportsTest {

    private final Attribution attribution = AttributionBuilder.review().build();
    private final AttributionRequest request =
            AttributionRequest.of(asked -> attribution, attribution.text(), new FixedMethod(attribution));

    @Test
    void both_kinds_of_assertions_are_found() {
        assertThat("text").isNotEmpty();
        assertThat(List.of(1, 2)).hasSize(2);
        assertThat(1.5).isPositive();
        assertThat(Optional.of("x")).hasValue("x");
        assertThat((Predicate<String>) String::isBlank).rejects("said");
        assertThatCode(() -> attribution.label()).doesNotThrowAnyException();
        assertThat(Stream.of("a")).containsExactly("a");
        assertThat(attribution.tokens()).isNotEmpty();
        assertThat(attribution).hasTopToken("said");
        assertThat(Optional.of(attribution).get()).hasTopToken("said");
        assertThat(request).hasTopToken("said");
        assertThat(List.of(request)).hasSize(1);
        assertThatAll(List.of(request)).allSatisfy(each -> each.hasTopToken("said"));
    }

    @Test
    void both_kinds_of_bdd_assertions_are_found() {
        then("text").isNotEmpty();
        then(List.of(1, 2)).hasSize(2);
        then((Predicate<String>) String::isBlank).rejects("said");
        then(Stream.of("a")).containsExactly("a");
        then(attribution).hasTopToken("said");
        then(Optional.of(attribution).get()).hasTopToken("said");
        then(request).hasTopToken("said");
    }

    @Test
    void both_kinds_of_assumptions_are_found() {
        assumeThat("text").isNotEmpty();
        assumeThat(List.of(1, 2)).hasSize(2);
        assumeThat((Predicate<String>) String::isBlank).rejects("said");
        assumeThat(attribution).hasTopToken("said");
        assumeThat(Optional.of(attribution).get()).hasTopToken("said");
        assumeThat(request).hasTopToken("said");
    }

    @Test
    void both_kinds_of_soft_assertions_are_found() {
        AttributionSoftAssertions softly = new AttributionSoftAssertions();
        softly.assertThat("text").isNotEmpty();
        softly.assertThat(List.of(1, 2)).hasSize(2);
        softly.assertThat((Predicate<String>) String::isBlank).rejects("said");
        softly.assertThat(attribution).hasTopToken("said");
        softly.assertThat(request).hasTopToken("said");
        softly.assertAll();
        BDDAttributionSoftAssertions bdd = new BDDAttributionSoftAssertions();
        bdd.then("text").isNotEmpty();
        bdd.then(attribution).hasTopToken("said");
        bdd.then(request).hasTopToken("said");
        bdd.assertAll();
    }

    /** Both on demand, as the favourites of an editor import them. */
    @Test
    void names_of_words_and_tolerances_are_found() {
        org.junit.jupiter.api.Assertions.assertAll(
                () -> assertThat(attribution).word(matching("\\.")).isIgnored(withinPercentage(3)),
                () -> assertThat(attribution)
                        .ranks(word("said"))
                        .above(span(12, 16))
                        .ignores(".", within(0.02)),
                () -> assertThat(attribution).matchesRationale(rationale("said"), auprcAtLeast(0.9)),
                () -> assertThat(attribution)
                        .agreesWith(AttributionBuilder.review().build(), signsAgreeAtLeast(0.9)),
                () -> assertThat(attribution).word(token("said")).isPositive());
    }
}
