package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.model.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of a test shows that compares variants. */
class VariantsOnPagesTest {

    @TempDir
    private Path folder;

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class VariantsTestCases {
        @Test
        void agree() {
            assertThat(Variants.of(scaled("once", 1), scaled("twice", 2), scaled("thrice", 3)))
                    .areInvariantUnder(new IntegratedGradients(), "2 3");
        }

        private static ClosedForm scaled(String name, double factor) {
            return ClosedForm.of(name, 2, x ->
                    new Gradient[] {x[0].multiply(factor).add(x[1]).subtract(x[0].multiply(factor - 1))});
        }
    }

    @Test
    void variantsThatAgreeAreShownSideBySide() throws IOException {
        new Suite(folder).execute(VariantsTestCases.class);

        Path page;
        try (Stream<Path> files = Files.walk(folder, 2)) {
            page = files.filter(file -> file.endsWith("agree-1.html"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(Files.readString(page)).contains("once", "twice", "thrice", "Side by side");
        JsonNode attributions = new ObjectMapper()
                .readTree(page.resolveSibling("agree-1.json").toFile())
                .path("attributions");
        assertThat(attributions.findValuesAsText("model")).isEqualTo(List.of("once", "twice", "thrice"));
    }
}
