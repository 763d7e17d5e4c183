package io.github.junitattrib.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a class whose tests say why a text classifier decides as it does.
 *
 * <pre>{@code
 * import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
 * import static io.github.junitattrib.junit.Attributions.ig;
 *
 * @AttributionTest(model = "models/reviews")
 * class ReviewModelTest {
 *
 *   @Test
 *   void keysOnTheOpinion() {
 *     assertThat(ig("They said it was great")).ranks("great").above("said");
 *   }
 * }
 * }</pre>
 *
 * <p>The model is loaded once per JVM, when a test first asks for it, and shared by all classes and threads. Parameters
 * of tests, constructors and life-cycle methods are injected by {@link UnderTest}, {@link WithIntegratedGradients} and
 * {@link Variant}. A model of the user's own comes from an {@link AttributionModel} method; {@link ModelVariants} runs the
 * tests on several models.
 * Nested classes inherit the annotation; one of their own wins. Tests that fail leave a heatmap page below {@code
 * target/attribution-reports}; {@code attrib.report=all} makes one for every test.
 *
 * <p>Configuration parameters (system properties, {@code junit-platform.properties}): {@code attrib.device} (auto,
 * cpu, cuda:N, mps), {@code attrib.threads} (those of PyTorch inside one operation, 1 unless set), {@code
 * attrib.require} (model, gpu: what must be there rather than skip tests), {@code attrib.report}, {@code
 * attrib.report.dir}, {@code attrib.model.<alias>}, {@code attrib.download},
 * {@code attrib.cache}, {@code attrib.progress}, {@code attrib.run}; for {@link CompareModels} {@code attrib.gate} and
 * {@code attrib.known-failures}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(AttributionExtension.class)
public @interface AttributionTest {

    /**
     * Where the model is: a directory (with a slash, relative to the project's directory), {@code file:}, {@code
     * classpath:folder}, {@code hf:owner/name[@revision]} (in the Hugging Face cache), {@code djl://group/artifact} (in
     * DJL's cache), or a plain word: an {@link AttributionModel} method of this name, else an alias set by {@code
     * attrib.model.<alias>}. What is not in those caches is downloaded if {@code attrib.download} is true.
     *
     * @return the model location; empty text where a method with {@link AttributionModel}, a registered {@link
     *     AttributionExtension} or {@link ModelVariants} says which model it is
     */
    String model() default "";
}
