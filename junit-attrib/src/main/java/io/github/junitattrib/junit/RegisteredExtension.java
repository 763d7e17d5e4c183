package io.github.junitattrib.junit;

import io.github.junitattrib.model.DeviceChoice;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * An extension of ours in a static field of a test class.
 *
 * @param field the field
 * @param extension its value
 */
record RegisteredExtension(Field field, AttributionExtension extension) {

    /** Finds those of a class and of what it extends, the inherited first. */
    static Stream<RegisteredExtension> of(Class<?> type) {
        return AnnotationSupport.findAnnotatedFields(
                        type, RegisterExtension.class, RegisteredExtension::isOurs, HierarchyTraversalMode.TOP_DOWN)
                .stream()
                .flatMap(field -> value(field).map(extension -> new RegisteredExtension(field, extension)).stream());
    }

    /** Whether there is one, without making it. */
    static boolean isOn(Class<?> type) {
        return !AnnotationSupport.findAnnotatedFields(
                        type, RegisterExtension.class, RegisteredExtension::isOurs, HierarchyTraversalMode.TOP_DOWN)
                .isEmpty();
    }

    private static boolean isOurs(Field field) {
        return Modifier.isStatic(field.getModifiers()) && AttributionExtension.class.isAssignableFrom(field.getType());
    }

    private static Optional<AttributionExtension> value(Field field) {
        return ReflectionSupport.tryToReadFieldValue(field, null).toOptional().map(AttributionExtension.class::cast);
    }

    /** Whether the class has it of its own: a field of an interface belongs to the class that implements it first. */
    boolean isOf(Class<?> owner) {
        Class<?> above = owner.getSuperclass();
        return above == null || !field.getDeclaringClass().isAssignableFrom(above);
    }

    Optional<ModelSource> model() {
        return extension.declaration().flatMap(Declaration::model);
    }

    Optional<DeviceChoice> device() {
        return extension.declaration().flatMap(Declaration::device);
    }
}
