package io.github.junitattrib.junit;

import io.github.junitattrib.report.TestCase;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Names tests by class, method and numbers of the invocation: display names may be anything and change. */
final class TestNames {

    private static final Pattern NUMBER = Pattern.compile("#(\\d+)]");
    private static final Pattern CLASS_INVOCATION = Pattern.compile("\\[class-template-invocation:");
    /** Stands for the life-cycle methods of a class, which belong to no test method. */
    static final String WHOLE_CLASS = "class";

    private TestNames() {}

    static AttributionLog log(ExtensionContext context, Session session) {
        TestCase test = of(context);
        return new AttributionLog(
                test,
                session.reports().page(test),
                session.approved().attributions(),
                () -> TestMethods.names(TestMethods.of(declared(context).getRequiredTestClass())));
    }

    static TestCase of(ExtensionContext context) {
        ExtensionContext declared = declared(context);
        String method = declared.getTestMethod().map(Method::getName).orElse(WHOLE_CLASS);
        return of(
                classes(declared),
                method,
                invocations(context),
                VariantRun.of(context).map(VariantRun::name),
                context.getUniqueId());
    }

    /** Names a test of nested classes, the outermost first. */
    static TestCase of(
            List<Class<?>> classes,
            String method,
            List<Integer> invocations,
            Optional<String> variant,
            String uniqueId) {
        String outermost = classes.get(0).getName();
        String innermost = classes.get(classes.size() - 1).getName();
        String name = className(classes);
        // Surefire finds the class that runs by its file, and methods by the file that declares them.
        return new TestCase(
                name,
                name.equals(innermost) ? List.of(name) : List.of(outermost, innermost),
                method,
                invocations,
                variant,
                uniqueId,
                CommandLine.toRunAgain(System.getProperties()));
    }

    /**
     * Names the class of a test. A nested class that others inherit runs for each of them: it is named by the one that runs.
     */
    static String className(ExtensionContext declared) {
        return className(classes(declared));
    }

    private static List<Class<?>> classes(ExtensionContext declared) {
        List<Class<?>> outermostFirst = new ArrayList<>(declared.getEnclosingTestClasses());
        outermostFirst.add(declared.getRequiredTestClass());
        return outermostFirst;
    }

    private static String className(List<Class<?>> outermostFirst) {
        String name = "";
        for (Class<?> type : outermostFirst) {
            boolean inherited = !name.isEmpty() && !type.getName().startsWith(name + "$");
            name = inherited ? name + "$" + type.getSimpleName() : type.getName();
        }
        return name;
    }

    /**
     * Whether the class may run once more, since it is nested in one that runs several times; for each variant of a model it
     * asks for files of its own.
     */
    static boolean mayRunAgain(ExtensionContext type) {
        long invocations =
                CLASS_INVOCATION.matcher(type.getUniqueId()).results().count();
        return invocations > (VariantRun.of(type).isPresent() ? 1 : 0);
    }

    /** The context that knows class and method: of a dynamic test it is that of the factory. */
    static ExtensionContext declared(ExtensionContext context) {
        ExtensionContext declared = context;
        while (declared.getTestClass().isEmpty()) {
            declared = declared.getParent().orElseThrow();
        }
        return declared;
    }

    /** Whether this is a test rather than a class or a factory of tests. */
    static boolean isTest(ExtensionContext context) {
        return context.getTestClass().isEmpty()
                || context.getTestMethod()
                        .filter(method -> !AnnotationSupport.isAnnotated(method, TestFactory.class))
                        .isPresent();
    }

    /** The numbers of all template invocations, the outermost first; 1 for plain tests. */
    private static List<Integer> invocations(ExtensionContext context) {
        List<Integer> numbers = numbers(context.getUniqueId());
        return numbers.isEmpty() ? List.of(1) : numbers;
    }

    /** The numbers of the invocations in one of JUnit's unique ids, the outermost first. */
    static List<Integer> numbers(String uniqueId) {
        return NUMBER.matcher(uniqueId)
                .results()
                .map(number -> Integer.valueOf(number.group(1)))
                .toList();
    }
}
