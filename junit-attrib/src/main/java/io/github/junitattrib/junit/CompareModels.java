package io.github.junitattrib.junit;

import io.github.junitattrib.gate.ModelComparison;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives parameters of the type {@link ModelComparison} the comparison of a release candidate with the released model, on a
 * test method or for all tests of a class.
 *
 * <pre>{@code
 * @Test
 * @CompareModels(released = "reviews", candidate = "reviews-next", corpus = "classpath:reviews.jsonl")
 * void mayBeReleased(ModelComparison comparison) {
 *   assertThat(comparison).passesGate();
 * }
 * }</pre>
 *
 * <p>Both models are loaded once per JVM, and equal comparisons are computed once, when a test first asks for their result.
 * The annotation of a method wins over that of its class. {@code comparison.by(method)} explains by another method.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@ExtendWith(AttributionExtension.class)
public @interface CompareModels {

    /**
     * Names the model that is in use: an {@link AttributionModel} method of the class by its name, an alias, or a location as
     * in {@link AttributionTest#model()}.
     *
     * @return not blank
     */
    String released();

    /**
     * Names the model that is to replace it, in the same way.
     *
     * @return not blank
     */
    String candidate();

    /**
     * Says where the cases are, as {@link CorpusSource#value()} does.
     *
     * @return not blank
     */
    String corpus();

    /**
     * Draws some cases in place of all.
     *
     * @return how many; 0 for all
     */
    int sample() default 0;

    /**
     * Says which cases are drawn.
     *
     * @return the same ones for the same number
     */
    long seed() default 1;
}
