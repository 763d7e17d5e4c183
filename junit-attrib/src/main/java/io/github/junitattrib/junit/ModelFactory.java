package io.github.junitattrib.junit;

import io.github.junitattrib.AttributionException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.TextClassifier;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;

/**
 * A method of a test class that makes a model.
 *
 * @param method static and without parameters
 */
record ModelFactory(Method method) {

    /**
     * Checks the method.
     *
     * @param method annotated with {@link AttributionModel}
     * @throws ExtensionConfigurationException if it cannot be a factory
     */
    ModelFactory {
        if (!Modifier.isStatic(method.getModifiers())) {
            throw refusal(method, "is not static, but models outlive the instances of a test class. Make it static.");
        }
        if (method.getParameterCount() > 0) {
            throw refusal(method, "has parameters, which nobody gives it. Remove them.");
        }
        Class<?> type = method.getReturnType();
        if (!TextClassifier.class.isAssignableFrom(type)
                && type != String.class
                && !Path.class.isAssignableFrom(type)) {
            throw refusal(
                    method,
                    "returns " + type.getSimpleName()
                            + ". Let it return a TextClassifier, or a Path or String with a model's location.");
        }
    }

    private static ExtensionConfigurationException refusal(Method method, String problem) {
        return new ExtensionConfigurationException(
                "The method " + describe(method) + " is annotated with @AttributionModel but " + problem);
    }

    private static String describe(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName() + "()";
    }

    /** The name that tests use; empty for the model under test of its class. */
    String name() {
        return method.getAnnotation(AttributionModel.class).value();
    }

    /**
     * Calls the method.
     *
     * @return a classifier, a path or a text
     * @throws ModelLoadException if it fails, or gives nothing
     */
    Object make() {
        Object made;
        try {
            made = ReflectionSupport.invokeMethod(method, null);
        } catch (TestAbortedException | AttributionException e) {
            // An unmet assumption skips the tests, and our own exceptions say already where the remedy is.
            throw e;
        } catch (Exception e) {
            throw new ModelLoadException("The model factory " + this + " failed: " + e, e);
        }
        if (made == null) {
            throw new ModelLoadException("The model factory " + this + " returned null. Let it return a model.");
        }
        return made;
    }

    @Override
    public String toString() {
        return describe(method);
    }
}
