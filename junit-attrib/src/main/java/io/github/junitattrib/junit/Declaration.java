package io.github.junitattrib.junit;

import io.github.junitattrib.model.DeviceChoice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The model that a test class asks for, by a registered extension or by its annotation.
 *
 * @param model the model location
 * @param device the device, if the class fixes it
 */
record Declaration(String model, Optional<DeviceChoice> device) {

    /**
     * Finds what a test was declared for: the innermost class that names a model wins, and in one class the registered
     * extension, since its builder says what an annotation could not.
     *
     * @throws ExtensionConfigurationException if no class names a model
     */
    static Declaration of(ExtensionContext test) {
        return classes(test).stream()
                .flatMap(type -> of(type).stream())
                .findFirst()
                .orElseThrow(() -> new ExtensionConfigurationException("AttributionExtension is registered on "
                        + test.getRequiredTestClass().getName()
                        + " without a model. Put @AttributionTest(model = …) on the class, or register"
                        + " AttributionExtension.builder().model(…).build() in a static field."));
    }

    /** Whether the extension stands in a static field of the test's classes. */
    static boolean isInStaticField(AttributionExtension extension, ExtensionContext test) {
        return classes(test).stream().flatMap(Declaration::fields).anyMatch(field -> field == extension);
    }

    private static Optional<Declaration> of(Class<?> type) {
        return fields(type)
                .flatMap(field -> field.declaration().stream())
                .reduce((inherited, own) -> own)
                .or(() -> AnnotationSupport.findAnnotation(type, AttributionTest.class)
                        .map(annotation -> new Declaration(annotation.model(), Optional.empty())));
    }

    private static Stream<AttributionExtension> fields(Class<?> type) {
        return AnnotationSupport.findAnnotatedFieldValues(type, RegisterExtension.class, AttributionExtension.class)
                .stream();
    }

    /** The innermost class first. */
    private static List<Class<?>> classes(ExtensionContext test) {
        List<Class<?>> classes = new ArrayList<>(test.getEnclosingTestClasses());
        classes.add(test.getRequiredTestClass());
        Collections.reverse(classes);
        return classes;
    }
}
