package io.github.junitattrib.junit;

import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.InspectableClassifier;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.text.TokenizedText;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The model as tests get it: all of it but {@code close()}, since other tests use it afterwards, and no predictions
 * without finite scores, whose label would look like one.
 *
 * @param loaded the model itself
 * @param slot where the model and its results are kept
 */
record SharedModel(LoadedModel loaded, ModelSlot slot) implements InvocationHandler {

    /** Returns a view of the model, of the highest rung that it has. */
    static TextClassifier of(LoadedModel loaded, ModelSlot slot) {
        Class<?> rung = Stream.<Class<?>>of(InspectableClassifier.class, DifferentiableClassifier.class)
                .filter(each -> each.isInstance(loaded.model()))
                .findFirst()
                .orElse(TextClassifier.class);
        return (TextClassifier)
                Proxy.newProxyInstance(rung.getClassLoader(), new Class<?>[] {rung}, new SharedModel(loaded, slot));
    }

    /** Finds where the results of a model are kept; empty for a model that no slot shares. */
    static Optional<ModelSlot> slotOf(TextClassifier model) {
        return Proxy.isProxyClass(model.getClass()) && Proxy.getInvocationHandler(model) instanceof SharedModel shared
                ? Optional.of(shared.slot)
                : Optional.empty();
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            return null;
        }
        if (method.getName().equals("facts")) {
            return loaded.facts();
        }
        if (method.getName().equals("equals") && arguments != null) {
            return proxy == arguments[0];
        }
        if (isAskedAboutNothing(method, arguments)) {
            throw InvalidTextException.ofNull();
        }
        try {
            Object result = method.invoke(loaded.model(), arguments);
            if (arguments != null && arguments.length == 1) {
                if (method.getReturnType() == Prediction.class) {
                    Prediction.requireGiven((Prediction) result, loaded.facts(), text(arguments[0]));
                }
                requireFinite(result, arguments[0]);
            }
            return result;
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private static boolean isAskedAboutNothing(Method method, Object @Nullable [] arguments) {
        return TextClassifier.class.isAssignableFrom(method.getDeclaringClass())
                && arguments != null
                && (arguments[0] == null
                        || (arguments[0] instanceof List<?> texts
                                && texts.stream().anyMatch(Objects::isNull)));
    }

    private static String text(Object asked) {
        return asked instanceof TokenizedText tokenized ? tokenized.text() : asked.toString();
    }

    /** Checks a prediction, or those of several texts. */
    private void requireFinite(@Nullable Object result, Object asked) {
        if (result instanceof Prediction prediction) {
            prediction.requireFinite(loaded.facts(), text(asked));
        } else if (result instanceof List<?> results && asked instanceof List<?> texts) {
            for (int i = 0; i < Math.min(results.size(), texts.size()); i++) {
                requireFinite(results.get(i), texts.get(i));
            }
        }
    }
}
