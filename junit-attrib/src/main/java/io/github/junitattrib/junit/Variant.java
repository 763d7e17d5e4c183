package io.github.junitattrib.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Injects another model than the one under test, or several, beside it: builds or releases to be compared.
 *
 * <pre>{@code
 * @Test
 * void exportsAgree(@Variant("reviews-eager") TextClassifier eager, @Variant("reviews-traced") TextClassifier traced) {
 *   assertThat(ig("A stellar film").on(traced).label()).isEqualTo(ig("A stellar film").on(eager).label());
 * }
 * }</pre>
 *
 * <p>One name fits a parameter of type {@link io.github.junitattrib.model.TextClassifier} (or {@link
 * io.github.junitattrib.model.DifferentiableClassifier}, or the user's own type), and of type {@link
 * io.github.junitattrib.method.AttributionRunner}, to which {@link WithIntegratedGradients} may add options; one name or
 * more fit {@link io.github.junitattrib.model.Variants}. Tests, constructors and life-cycle methods can have such
 * parameters. Each model is loaded once per JVM and shared; the test need not close it.
 *
 * <p>A name that no factory method, alias or property explains fails the tests that ask for it; conditions such as {@link
 * EnabledIfModel} decide before.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@ExtendWith(AttributionExtension.class) // so that a forgotten @AttributionTest is told as such
public @interface Variant {

    /**
     * Names the models: an {@link AttributionModel} method of the class by its name, an alias, or a location as in {@link
     * AttributionTest#model()}.
     *
     * @return at least one name, each once
     */
    String[] value();
}
