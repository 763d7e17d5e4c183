package io.github.junitattrib.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Skips a class or test where a model is not on this machine: its alias is not set, its directory is missing, or the
 * local hub cache does not have it.
 *
 * <pre>{@code
 * @AttributionTest(model = "reviews")
 * @EnabledIfModel("reviews")
 * class ReviewModelTest { … }
 * }</pre>
 *
 * <p>Nothing is loaded or downloaded to find out; a model that is there but broken fails its tests. A skip is green, so a
 * build that is meant to have the model sets {@code attrib.require=model}: then it is a failure that says what is
 * missing. Surefire neither counts nor names a skipped class that runs once per variant ({@link ModelVariants}): a line
 * {@code [junit-attrib] … is skipped} on the console does.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(ModelCondition.class)
public @interface EnabledIfModel {

    /**
     * Names the model.
     *
     * @return a location or alias, as in {@link AttributionTest#model()}; the name of an {@link AttributionModel} method
     *     is always there
     */
    String value();
}
