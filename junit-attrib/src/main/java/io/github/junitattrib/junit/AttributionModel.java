package io.github.junitattrib.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method of a test class that makes a model of the user's own: a service, an ONNX session, a function of
 * NDArrays.
 *
 * <pre>{@code
 * @AttributionTest
 * class ReviewServiceTest {
 *
 *   @AttributionModel
 *   static TextClassifier service() {
 *     return new ReviewService(HttpClient.newHttpClient());
 *   }
 * }
 * }</pre>
 *
 * <p>The method takes no parameters and returns a {@link io.github.junitattrib.model.TextClassifier} (or any type below
 * it), or a {@link java.nio.file.Path} or {@link String} with the location of a model to load. Without a name it makes
 * the model under test of its class, which then names none in {@link AttributionTest#model()}; with a name it makes the
 * model that {@code @AttributionTest(model = "name")}, {@link Variant} and {@link ModelVariants} mean, before aliases.
 * Nested classes and subclasses see the methods of the classes around and above them; the innermost of a name wins.
 *
 * <p>It runs once per JVM, when a test first asks for the model, on a thread of its own; a failure is remembered and told
 * to every test. The model is shared by all tests of the class, maybe on several threads, and closed when the test
 * session ends. Messages and reports call it by the name in its {@link
 * io.github.junitattrib.model.TextClassifier#facts()}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AttributionModel {

    /**
     * Names the model for {@link AttributionTest#model()}, {@link Variant} and {@link ModelVariants}.
     *
     * @return the name; empty text for the model under test
     */
    String value() default "";
}
