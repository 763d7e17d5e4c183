package io.github.junitattrib.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Injects the model under test into a parameter of type {@link io.github.junitattrib.model.TextClassifier} (or {@link
 * io.github.junitattrib.model.DifferentiableClassifier}); the
 * test need not close it, and its {@code close()} does nothing.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@ExtendWith(AttributionExtension.class) // so that a forgotten @AttributionTest is told as such
public @interface UnderTest {}
