package io.github.junitattrib.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The variants that the annotations of a test class name: how they are written is checked before the first test, and what
 * the names mean when their test runs, behind its conditions.
 */
final class DeclaredVariants {

    private DeclaredVariants() {}

    /**
     * Checks how every annotation of a class and its methods is written.
     *
     * @return whether there is any
     * @throws ExtensionConfigurationException for the first that cannot mean anything
     */
    static boolean verify(Class<?> type) {
        List<Method> methods = ReflectionSupport.findMethods(type, any -> true, HierarchyTraversalMode.TOP_DOWN);
        List<AnnotatedElement> marked = Stream.<AnnotatedElement>concat(Stream.of(type), methods.stream())
                .filter(element -> AnnotationSupport.isAnnotated(element, ModelVariants.class))
                .toList();
        marked.forEach(DeclaredVariants::verify);
        List<Parameter> parameters = Stream.<Executable>concat(
                        Stream.of(type.getDeclaredConstructors()), methods.stream())
                .flatMap(executable -> Stream.of(executable.getParameters()))
                .filter(parameter -> AnnotationSupport.isAnnotated(parameter, Variant.class))
                .toList();
        parameters.forEach(parameter -> VariantNames.wellFormed(names(parameter), place(parameter)));
        return !marked.isEmpty() || !parameters.isEmpty();
    }

    /** Returns the names on a class or method that runs once per variant. */
    static List<String> of(AnnotatedElement marked, TestModels models) {
        refuseOtherTemplates(marked);
        return VariantNames.known(names(marked), place(marked), models);
    }

    /** Returns the names on a parameter. */
    static List<String> of(Parameter parameter, TestModels models) {
        return VariantNames.known(names(parameter), place(parameter), models);
    }

    private static void verify(AnnotatedElement marked) {
        refuseOtherTemplates(marked);
        VariantNames.wellFormed(names(marked), place(marked));
    }

    private static String[] names(AnnotatedElement marked) {
        return AnnotationSupport.findAnnotation(marked, ModelVariants.class)
                .orElseThrow()
                .value();
    }

    private static String[] names(Parameter parameter) {
        return AnnotationSupport.findAnnotation(parameter, Variant.class)
                .orElseThrow()
                .value();
    }

    /** Both would run side by side: once per variant without arguments, and once per argument without a variant. */
    private static void refuseOtherTemplates(AnnotatedElement marked) {
        Class<? extends Annotation> kind = marked instanceof Method ? Testable.class : ClassTemplate.class;
        Optional<String> other = Stream.of(marked.getAnnotations())
                .map(Annotation::annotationType)
                .filter(annotation -> annotation != ModelVariants.class
                        && !AnnotationSupport.isAnnotated(annotation, ModelVariants.class)
                        && AnnotationSupport.isAnnotated(annotation, kind))
                .map(Class::getSimpleName)
                .findFirst();
        other.ifPresent(annotation -> {
            throw new ExtensionConfigurationException(place(marked) + " cannot be combined with @" + annotation + ". "
                    + (marked instanceof Method
                            ? "Put @ModelVariants in its place, or on the class."
                            : "Put @ModelVariants on a class around it."));
        });
    }

    /** Annotation and place, as messages begin. */
    static String place(AnnotatedElement element) {
        if (element instanceof Parameter parameter) {
            return "@Variant of parameter " + parameter.getName() + " of " + parameter.getDeclaringExecutable();
        }
        return "@ModelVariants of " + (element instanceof Class<?> type ? type.getName() : element);
    }
}
