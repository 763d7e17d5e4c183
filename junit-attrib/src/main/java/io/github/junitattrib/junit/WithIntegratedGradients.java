package io.github.junitattrib.junit;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.method.FixedRule;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Injects an {@link io.github.junitattrib.method.AttributionRunner} of Integrated Gradients with these options.
 *
 * <pre>{@code
 * @Test
 * void asInTheNotebook(@WithIntegratedGradients(steps = 50, baseline = Baseline.Row.MASK) AttributionRunner captum) {
 *   assertThat(captum.explain("They said it was great")).hasTopToken("great");
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@ExtendWith(AttributionExtension.class) // so that a forgotten @AttributionTest is told as such
public @interface WithIntegratedGradients {

    /** In place of a number of {@link #steps()}: as many as the adaptive rule needs. */
    int ADAPTIVE = Integer.MIN_VALUE;

    /**
     * Number of points of a fixed rule, at least 1; the adaptive rule if it is left out.
     *
     * @return the number of steps
     */
    int steps() default ADAPTIVE;

    /**
     * The fixed rule; only used if {@link #steps()} is set.
     *
     * @return Gauss–Legendre unless another is named, as in Captum
     */
    FixedRule.Kind rule() default FixedRule.Kind.GAUSS_LEGENDRE;

    /**
     * Where the path starts.
     *
     * @return the baseline
     */
    Baseline.Row baseline() default Baseline.Row.PAD;

    /**
     * The label to explain.
     *
     * @return its name; empty text for the predicted class
     */
    String toward() default "";
}
