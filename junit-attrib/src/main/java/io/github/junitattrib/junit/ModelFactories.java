package io.github.junitattrib.junit;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** The factory methods that a class has or inherits, by name. */
final class ModelFactories {

    private final Map<String, ModelFactory> byName;

    private ModelFactories(Map<String, ModelFactory> byName) {
        this.byName = byName;
    }

    /**
     * Finds the methods of a class; a subclass wins over its superclass.
     *
     * @throws ExtensionConfigurationException if one cannot be a factory, or a class has two of one name
     */
    static ModelFactories of(Class<?> type) {
        Map<String, ModelFactory> byName = new LinkedHashMap<>();
        for (Method method :
                AnnotationSupport.findAnnotatedMethods(type, AttributionModel.class, HierarchyTraversalMode.TOP_DOWN)) {
            ModelFactory factory = new ModelFactory(method);
            ModelFactory other = byName.put(factory.name(), factory);
            if (other != null && other.method().getDeclaringClass() == method.getDeclaringClass()) {
                throw new ExtensionConfigurationException("The methods " + other + " and " + factory
                        + " are both annotated with @AttributionModel"
                        + (factory.name().isEmpty() ? " without a name" : "(\"" + factory.name() + "\")")
                        + ". Give each a name of its own.");
            }
        }
        return new ModelFactories(byName);
    }

    /** The factory of the class's model under test. */
    Optional<ModelFactory> unnamed() {
        return Optional.ofNullable(byName.get(""));
    }

    static Optional<ModelFactory> named(String name, List<Class<?>> innermostFirst) {
        return innermostFirst.stream()
                .map(ModelFactories::of)
                .flatMap(factories -> Optional.ofNullable(factories.byName.get(name)).stream())
                .findFirst();
    }
}
