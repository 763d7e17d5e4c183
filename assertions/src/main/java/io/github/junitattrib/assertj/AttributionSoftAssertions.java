package io.github.junitattrib.assertj;

import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.StandardSoftAssertionsProvider;

/**
 * Soft assertions: they go on after a failure and report all of them at the end, those of AssertJ's own types included.
 *
 * <p>With AssertJ's {@code SoftAssertionsExtension} the end is that of the test:
 *
 * <pre>{@code
 * @AttributionTest(model = "models/reviews")
 * @ExtendWith(SoftAssertionsExtension.class)
 * class ReviewModelTest {
 *
 *   @InjectSoftAssertions
 *   private AttributionSoftAssertions softly;
 *
 *   @Test
 *   void keysOnTheOpinion() {
 *     softly.assertThat(ig("They said it was great")).hasTopToken("great");
 *     softly.assertThat(ig("They said it was dull")).hasTopToken("dull");
 *   }
 * }
 * }</pre>
 *
 * <p>Without it, {@link #assertAll()} ends them:
 *
 * <pre>{@code
 * AttributionSoftAssertions softly = new AttributionSoftAssertions();
 * softly.assertThat(ig("They said it was great")).hasTopToken("great").ranks("great").above("said");
 * softly.assertAll(); // passes
 * softly.assertThat(ig("They said it was great")).hasTopToken("said").hasTopToken("They");
 * softly.assertAll(); // fails, with both failures
 * }</pre>
 *
 * <p>A verdict that cannot be told is thrown at once, see {@link AttributionSoftAssertionsProvider}.
 */
public class AttributionSoftAssertions extends AbstractSoftAssertions
        implements AttributionSoftAssertionsProvider, StandardSoftAssertionsProvider {

    /** Begins to collect. */
    public AttributionSoftAssertions() {}

    @Override
    public void collectAssertionError(AssertionError error) {
        super.collectAssertionError(AttributionAssertionError.withLine(error));
    }

    /**
     * Runs assertions, and reports what failed of them.
     *
     * <pre>{@code
     * assertSoftly(softly -> softly.assertThat(ig("They said it was great")).hasTopToken("great")); // passes
     * assertSoftly(softly -> softly.assertThat(ig("They said it was great")).hasTopToken("said"));  // fails
     * }</pre>
     *
     * @param assertions given the object to assert with
     * @throws AssertionError if at least one of them failed
     */
    public static void assertSoftly(Consumer<AttributionSoftAssertions> assertions) {
        SoftAssertionsProvider.assertSoftly(AttributionSoftAssertions.class, assertions);
    }
}
