package io.github.junitattrib.junit;

import io.github.junitattrib.model.DeviceChoice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The model that a test class asks for: by its running variant, a registered extension, its annotation or a factory
 * method.
 *
 * @param model where it comes from; empty if the class names none
 * @param device the device, if the class fixes it
 */
record Declaration(Optional<ModelSource> model, Optional<DeviceChoice> device) {

    /**
     * Finds what a test was declared for: the innermost class that names a model wins.
     *
     * @throws ExtensionConfigurationException if a class names two, or has a method that cannot be a factory
     */
    static Declaration of(ExtensionContext test) {
        List<Class<?>> classes = classes(test);
        Optional<VariantRun> variant = VariantRun.of(test);
        for (int i = 0; i < classes.size(); i++) {
            Class<?> type = classes.get(i);
            List<Class<?>> around = classes.subList(i, classes.size());
            Optional<String> running = variant.filter(run -> run.type() == type).map(VariantRun::name);
            if (runsPerVariant(type)) {
                NamedModel.refuseBesideVariants(type);
            }
            if (running.isPresent() || runsPerVariant(type)) {
                return new Declaration(running.map(name -> source(name, around)), registeredDevice(around));
            }
            Optional<Declaration> named = of(type, around);
            if (named.isPresent()) {
                return named.get();
            }
        }
        return new Declaration(Optional.empty(), registeredDevice(classes));
    }

    private static Optional<Declaration> of(Class<?> type, List<Class<?>> around) {
        return NamedModel.of(type, around)
                .map(named -> new Declaration(Optional.of(named.source()), registeredDevice(List.of(type))));
    }

    /** A name means a factory method of the class or of one around it, else a location. */
    static ModelSource source(String name, List<Class<?>> classes) {
        return ModelFactories.named(name, classes)
                .<ModelSource>map(ModelSource.Made::new)
                .orElseGet(() -> new ModelSource.Located(name));
    }

    static ModelSource located(ModelSource model, List<Class<?>> classes) {
        return model instanceof ModelSource.Located located ? source(located.name(), classes) : model;
    }

    /** Says that there is no model, and where to name one. */
    static ExtensionConfigurationException missing(List<Class<?>> classes) {
        String type = classes.get(0).getName();
        return new ExtensionConfigurationException(
                classes.stream().anyMatch(Declaration::runsPerVariant)
                        ? type
                                + " runs once per variant (@ModelVariants), but what was called here runs once for all of"
                                + " them and has no model under test: @BeforeAll, @AfterAll, and the constructor of a class"
                                + " with one instance for all tests. Ask for the model in tests or @BeforeEach, or take a"
                                + " parameter with @Variant."
                        : type
                                + " names no model to test. Put @AttributionTest(model = …) on the class, give it a static"
                                + " method with @AttributionModel, or register"
                                + " AttributionExtension.builder().model(…).build() in a static field.");
    }

    static boolean runsPerVariant(Class<?> type) {
        return AnnotationSupport.isAnnotated(type, ModelVariants.class);
    }

    /** Whether the extension stands in a static field of the test's classes. */
    static boolean isInStaticField(AttributionExtension extension, ExtensionContext test) {
        return classes(test).stream()
                .flatMap(RegisteredExtension::of)
                .anyMatch(registered -> registered.extension() == extension);
    }

    /** The innermost class that fixes the device wins, and in one class the last of its fields. */
    private static Optional<DeviceChoice> registeredDevice(List<Class<?>> classes) {
        return classes.stream()
                .flatMap(
                        type -> RegisteredExtension.of(type)
                                .flatMap(registered -> registered.device().stream())
                                .reduce((inherited, own) -> own)
                                .stream())
                .findFirst();
    }

    /** The innermost class first. */
    static List<Class<?>> classes(ExtensionContext test) {
        List<Class<?>> classes = new ArrayList<>(test.getEnclosingTestClasses());
        classes.add(test.getRequiredTestClass());
        Collections.reverse(classes);
        return classes;
    }
}
