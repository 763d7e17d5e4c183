package io.github.junitattrib.junit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The test methods of a class, inherited ones included. */
final class TestMethods {

    private TestMethods() {}

    static List<Method> of(Class<?> type) {
        return ReflectionSupport.findMethods(
                type, method -> AnnotationSupport.isAnnotated(method, Testable.class), HierarchyTraversalMode.TOP_DOWN);
    }

    /** Returns the names that files have: those of the methods, and the one of what the class asks for itself. */
    static List<String> names(List<Method> methods) {
        return Stream.concat(Stream.of(TestNames.WHOLE_CLASS), methods.stream().map(Method::getName))
                .distinct()
                .toList();
    }
}
