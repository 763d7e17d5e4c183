package io.github.junitattrib.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Skips a class or test where models do not run on a GPU: none is there, PyTorch does not see it, or {@code
 * attrib.device} is {@code cpu}.
 *
 * <p>A skip is green, so a build that is meant to have a GPU sets {@code attrib.require=gpu}: then it is a failure that
 * says what is missing. Finding out starts PyTorch.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(GpuCondition.class)
public @interface EnabledIfGpu {}
