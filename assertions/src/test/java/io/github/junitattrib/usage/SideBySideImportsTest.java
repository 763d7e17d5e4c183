package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.assertThatAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.AttributionBuilder;
import io.github.junitattrib.assertj.FixedMethod;
import io.github.junitattrib.method.AttributionRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compiles only if our {@code assertThat} and AssertJ's can be imported together. */
class SideBySideImportsTest {

    private final Attribution attribution = AttributionBuilder.review().build();

    @Test
    void both_kinds_of_assertions_are_found() {
        AttributionRequest request =
                AttributionRequest.of(asked -> attribution, attribution.text(), new FixedMethod(attribution));

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
}
