package io.github.junitattrib.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs each test once per model: every test of a class, or a single method (in place of {@code @Test}).
 *
 * <pre>{@code
 * @AttributionTest
 * @ModelVariants({"reviews-eager", "reviews-traced"})
 * class ReviewExportsTest {
 *
 *   @Test
 *   void keysOnTheOpinion() {
 *     assertThat(ig("They said it was great")).ranks("great").above("said");
 *   }
 * }
 * }</pre>
 *
 * <p>{@code ig(..)}, {@link UnderTest} and {@link WithIntegratedGradients} then mean the model of the running variant,
 * also in nested classes that name no model of their own. Display names carry the variant's name, the files of reports
 * its number.
 *
 * <p>What runs once for all variants has none of them: {@code @BeforeAll} and {@code @AfterAll} methods, and the
 * constructor of a class with one instance for all tests ({@code PER_CLASS}). For a class they have no model under test;
 * for a method that of the class. {@link Variant} parameters work everywhere.
 *
 * <p>A class and a method (or nested class) in it cannot both be marked. A name that no factory method, alias or property
 * explains fails the class or method that is marked; conditions such as {@link EnabledIfModel} decide before.
 *
 * <p>Under Maven, marked classes need Surefire 3.6 or newer (3.6.1 is tested): older ones take the variants of a class for
 * reruns of one test, so that with {@code rerunFailingTestsCount} a variant that always fails is reported as a flake and
 * the build is green. Marked methods are told apart by all of them.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ClassTemplate
@TestTemplate
// Apart, so that the first one tells of a JUnit without what the second one implements.
@ExtendWith(AttributionExtension.class)
@ExtendWith(ModelVariantsExtension.class)
public @interface ModelVariants {

    /**
     * Names the models: an {@link AttributionModel} method of the class by its name, an alias, or a location as in {@link
     * AttributionTest#model()}.
     *
     * @return at least one name, each once
     */
    String[] value();
}
