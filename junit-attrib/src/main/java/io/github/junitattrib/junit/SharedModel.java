package io.github.junitattrib.junit;

import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.TextClassifier;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;

/** The model as tests get it: all of it but {@code close()}, since other tests use it afterwards. */
final class SharedModel {

    private SharedModel() {}

    /** Returns a view whose {@code close()} does nothing. */
    static TextClassifier of(TextClassifier model) {
        Class<?> rung =
                model instanceof DifferentiableClassifier ? DifferentiableClassifier.class : TextClassifier.class;
        return (TextClassifier) Proxy.newProxyInstance(
                rung.getClassLoader(), new Class<?>[] {rung}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    if (method.getName().equals("equals")) {
                        return proxy == arguments[0];
                    }
                    try {
                        return method.invoke(model, arguments);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNull(e.getCause());
                    }
                });
    }
}
