package io.github.junitattrib.junit;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.DeviceChoice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The models that a test may use: the one under test, and any other by its name.
 *
 * @param session where loaded models are
 * @param classes the test's class and those around it, the innermost first
 * @param declaration what they say about the model under test
 * @param slot of that model, kept here as a request may outlive the session
 */
record TestModels(Session session, List<Class<?>> classes, Declaration declaration, Optional<ModelSlot> slot) {

    static TestModels of(ExtensionContext test, Session session) {
        ExtensionContext declared = TestNames.declared(test);
        Declaration declaration = Declaration.of(declared);
        return new TestModels(
                session,
                Declaration.classes(declared),
                declaration,
                declaration.model().map(source -> session.model(source, device(declaration, session))));
    }

    /**
     * Returns the model under test.
     *
     * @throws ExtensionConfigurationException if there is none
     */
    ModelSlot underTest() {
        return slot.orElseThrow(() -> Declaration.missing(classes));
    }

    /** Returns the model of a factory method, alias or location. */
    ModelSlot named(String name) {
        return session.model(Declaration.source(name, classes), device(declaration, session));
    }

    /** The address that a name leads to; empty if a factory method makes the model. */
    Optional<String> address(String name) {
        return ModelFactories.named(name, classes).isPresent() ? Optional.empty() : Optional.of(session.address(name));
    }

    private static DeviceChoice device(Declaration declaration, Session session) {
        return declaration.device().orElseGet(session::device);
    }

    /**
     * Checks that a name means a model, without looking for its files.
     *
     * @throws ExtensionConfigurationException if it is an alias that is not set; the message begins with the place
     */
    void requireKnown(String name, String place) {
        if (ModelFactories.named(name, classes).isPresent()) {
            return;
        }
        try {
            session.address(name);
        } catch (ModelLoadException e) {
            throw new ExtensionConfigurationException(
                    place + ": " + e.getMessage() + " Or write a static method with @AttributionModel(\"" + name
                            + "\").",
                    e);
        }
    }
}
