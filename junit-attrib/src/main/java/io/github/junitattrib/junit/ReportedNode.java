package io.github.junitattrib.junit;

import io.github.junitattrib.report.TestCase;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * A class, template or test of JUnit's plan, named as {@link TestNames} does.
 *
 * @param test its name; a template has the number 0, as its invocations begin with 1
 * @param properties the configuration of the plan
 */
record ReportedNode(TestCase test, AttribProperties properties) {

    /** Names a part of a plan; empty if {@link AttributionExtension} has nothing to do with it. */
    static Optional<ReportedNode> of(TestPlan plan, TestIdentifier identifier) {
        if (!isOfJupiter(identifier)) {
            return Optional.empty();
        }
        List<TestSource> sources = sources(plan, identifier);
        if (sources.stream().noneMatch(ReportedNode::isOurs)) {
            return Optional.empty();
        }
        TestSource innermost = sources.get(0);
        String method = innermost instanceof MethodSource named ? named.getMethodName() : TestNames.WHOLE_CLASS;
        return Optional.of(new ReportedNode(
                TestNames.of(
                        classes(sources), method, invocations(identifier), Optional.empty(), identifier.getUniqueId()),
                new AttribProperties(plan.getConfigurationParameters()::get)));
    }

    static boolean isTemplate(TestIdentifier identifier) {
        return identifier.getUniqueIdObject().getLastSegment().getType().endsWith("-template");
    }

    /** Other engines may name classes and methods that do not exist. */
    private static boolean isOfJupiter(TestIdentifier identifier) {
        return identifier.getUniqueIdObject().getSegments().stream()
                .anyMatch(segment ->
                        segment.getType().equals("engine") && segment.getValue().equals("junit-jupiter"));
    }

    /** The methods and classes around it, the innermost first. */
    private static List<TestSource> sources(TestPlan plan, TestIdentifier identifier) {
        return Stream.iterate(Optional.of(identifier), Optional::isPresent, one -> one.flatMap(plan::getParent))
                .flatMap(one -> one.flatMap(TestIdentifier::getSource).stream())
                .filter(source -> source instanceof MethodSource || source instanceof ClassSource)
                .toList();
    }

    private static List<Class<?>> classes(List<TestSource> innermostFirst) {
        List<Class<?>> classes = new ArrayList<>();
        for (TestSource source : innermostFirst) {
            if (source instanceof ClassSource type) {
                classes.add(0, type.getJavaClass());
            }
        }
        return classes;
    }

    private static List<Integer> invocations(TestIdentifier identifier) {
        List<Integer> numbers = new ArrayList<>(TestNames.numbers(identifier.getUniqueId()));
        if (isTemplate(identifier)) {
            numbers.add(0);
        }
        return numbers.isEmpty() ? List.of(1) : numbers;
    }

    private static boolean isOurs(TestSource source) {
        if (source instanceof ClassSource type) {
            return isExtended(type.getJavaClass()) || RegisteredExtension.isOn(type.getJavaClass());
        }
        return source instanceof MethodSource method
                && Stream.concat(
                                Stream.of(method.getJavaMethod()),
                                Stream.of(method.getJavaMethod().getParameters()))
                        .anyMatch(ReportedNode::isExtended);
    }

    private static boolean isExtended(AnnotatedElement element) {
        return AnnotationSupport.findRepeatableAnnotations(element, ExtendWith.class).stream()
                .flatMap(extended -> Stream.of(extended.value()))
                .anyMatch(AttributionExtension.class::equals);
    }
}
