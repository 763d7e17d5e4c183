package io.github.junitattrib.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * One of the ways in which a class names its model under test: annotation, registered extension or factory method.
 *
 * @param place how messages call it
 * @param source the model
 */
record NamedModel(String place, ModelSource source) {

    private static final String UNNAMED = ", which has no name,";

    /**
     * Finds the model that a class names, or the nearest of its superclasses that names one.
     *
     * @param around the classes whose factory methods a name may mean
     * @throws ExtensionConfigurationException if the class names two: neither may be left out silently
     */
    static Optional<NamedModel> of(Class<?> type, List<Class<?>> around) {
        for (Class<?> owner = type; owner != null; owner = owner.getSuperclass()) {
            List<NamedModel> named = namedBy(owner, around);
            if (named.size() > 1) {
                throw two(owner, named.get(0), named.get(1).place);
            }
            if (!named.isEmpty()) {
                return Optional.of(named.get(0));
            }
        }
        return Optional.empty();
    }

    /**
     * Refuses a model beside the variants of a class. Above the class that is marked, it is the subclass that wins.
     *
     * @throws ExtensionConfigurationException if there is one
     */
    static void refuseBesideVariants(Class<?> type) {
        for (Class<?> owner = type; owner != null && Declaration.runsPerVariant(owner); owner = owner.getSuperclass()) {
            List<NamedModel> named = namedBy(owner, List.of(owner));
            if (!named.isEmpty()) {
                throw two(owner, named.get(0), "those of its @ModelVariants");
            }
        }
    }

    private static ExtensionConfigurationException two(Class<?> type, NamedModel first, String second) {
        return new ExtensionConfigurationException(
                type.getName() + " has two models under test: " + first.place
                        + " and " + second + ". "
                        + (first.place.endsWith(UNNAMED)
                                ? "Name the method by @AttributionModel(\"…\"), or leave the other out."
                                : "Leave one of them out: another model than the one under test is a parameter with @Variant."));
    }

    private static List<NamedModel> namedBy(Class<?> owner, List<Class<?>> around) {
        List<NamedModel> named = new ArrayList<>();
        ModelFactories.of(owner)
                .unnamed()
                .filter(factory -> factory.method().getDeclaringClass() == owner)
                .ifPresent(factory ->
                        named.add(new NamedModel("that of " + factory + UNNAMED, new ModelSource.Made(factory))));
        annotation(owner)
                .filter(model -> !model.isEmpty())
                .ifPresent(model -> named.add(new NamedModel(
                        "@AttributionTest(model = \"" + model + "\")", Declaration.source(model, around))));
        RegisteredExtension.of(owner)
                .filter(registered -> registered.isOf(owner))
                .forEach(registered -> registered
                        .model()
                        .ifPresent(model -> named.add(new NamedModel(
                                "that of the AttributionExtension "
                                        + registered.field().getName(),
                                Declaration.located(model, around)))));
        return named;
    }

    /** The model of the annotation on the class itself: one that its superclass has too is inherited. */
    private static Optional<String> annotation(Class<?> owner) {
        Optional<String> found =
                AnnotationSupport.findAnnotation(owner, AttributionTest.class).map(AttributionTest::model);
        boolean isDeclared = Arrays.stream(owner.getDeclaredAnnotations()).anyMatch(AttributionTest.class::isInstance);
        Optional<String> inherited = Optional.ofNullable(owner.getSuperclass())
                .flatMap(above -> AnnotationSupport.findAnnotation(above, AttributionTest.class))
                .map(AttributionTest::model);
        return isDeclared || !found.equals(inherited) ? found : Optional.empty();
    }
}
