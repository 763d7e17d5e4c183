package io.github.junitattrib.assertj;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The public methods of all assertions and their steps, found in the classes themselves. */
final class AssertionMethods {

    private static final List<Method> ALL = read();

    private AssertionMethods() {}

    static List<Method> all() {
        return ALL;
    }

    private static List<Method> read() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(AttributionAssert.class.getPackageName())
                        .stream()
                        .filter(type -> type.getSimpleName().matches(".*(Assert|Step)"))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .filter(AssertionMethods::isOffered)
                        .sorted(Comparator.comparing(AssertionMethods::name))
                        .toList();
    }

    private static boolean isOffered(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic();
    }

    /** Such as {@code RankingStep.above(String)}. */
    static String name(Method method) {
        return family(method)
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(joining(", ", "(", ")"));
    }

    /** All methods of a class that have a name, such as {@code RankingStep.above}. */
    static String family(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
