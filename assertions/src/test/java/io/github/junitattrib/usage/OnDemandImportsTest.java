package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.*;
import static io.github.junitattrib.assertj.AttributionAssumptions.*;
import static io.github.junitattrib.assertj.AttributionInstanceOfAssertFactories.*;
import static io.github.junitattrib.assertj.BDDAttributionAssertions.*;
import static org.assertj.core.api.Assertions.*;
import static org.assertj.core.api.Assumptions.*;
import static org.assertj.core.api.BDDAssertions.*;
import static org.assertj.core.api.InstanceOfAssertFactories.*;
import static org.junit.jupiter.api.Assertions.*;
import static org.junit.jupiter.api.Assumptions.*;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.AttributionBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compiles only if everything of ours can be imported beside everything of AssertJ and JUnit. */
class OnDemandImportsTest {

    private final Attribution attribution = AttributionBuilder.review().build();

    @Test
    void all_kinds_of_entry_points_are_found() {
        assertThat(attribution).ranks(word("said")).above(span(21, 26));
        assertThat(List.of(1, 2)).hasSize(2);
        then(attribution).hasTopToken("said");
        then("text").isNotEmpty();
        assumeThat(attribution).hasTopToken("said");
        assumeThat("text").isNotEmpty();
        assumeTrue(attribution.ranking().size() == 7);
        assertEquals("POSITIVE", attribution.label());
        assertAll(() -> assertThat(attribution).isComplete(), () -> assertNotNull(attribution));
        assertThat((Object) attribution).asInstanceOf(ATTRIBUTION).hasTopToken("said");
        assertThat((Object) "text").asInstanceOf(STRING).isNotEmpty();
    }
}
