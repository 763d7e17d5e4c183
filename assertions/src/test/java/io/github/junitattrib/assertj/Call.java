package io.github.junitattrib.assertj;

import io.github.junitattrib.Verdict;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call of a public method of the assertions, which can be made in every form and with other arguments.
 *
 * @param on begins the assertions or the step that has the method
 * @param method the method
 * @param arguments what it is given
 * @param verdict how it ends
 */
record Call(Function<Form, Object> on, Method method, List<@Nullable Object> arguments, Verdict verdict) {

    static Call fails(Function<Form, Object> on, String method, Object... arguments) {
        return of(on, method, Verdict.FAIL, arguments);
    }

    static Call cannotTell(Function<Form, Object> on, String method, Object... arguments) {
        return of(on, method, Verdict.INCONCLUSIVE, arguments);
    }

    /** One that asserts nothing, or does not come to it. */
    static Call goesOn(Function<Form, Object> on, String method, Object... arguments) {
        return of(on, method, Verdict.PASS, arguments);
    }

    private static Call of(Function<Form, Object> on, String name, Verdict verdict, Object... arguments) {
        Object begun = on.apply(Form.then());
        Method method = AssertionMethods.all().stream()
                .filter(one -> one.getName().equals(name)
                        && one.getDeclaringClass().isInstance(begun)
                        && takes(one, arguments))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        begun.getClass() + " has no " + name + " for " + Arrays.toString(arguments)));
        return new Call(on, method, Arrays.asList(arguments), verdict);
    }

    private static boolean takes(Method method, Object... arguments) {
        Class<?>[] types = method.getParameterTypes();
        boolean fits = types.length == arguments.length;
        for (int i = 0; fits && i < types.length; i++) {
            fits = types[i].isPrimitive() || types[i].isInstance(arguments[i]);
        }
        return fits;
    }

    /** The same with null in one place. */
    Call withNullAt(int place) {
        List<@Nullable Object> changed = new ArrayList<>(arguments);
        changed.set(place, null);
        return new Call(on, method, Collections.unmodifiableList(changed), verdict);
    }

    /** Makes the call, and returns what it returns. */
    Object in(Form form) throws Throwable {
        try {
            return method.invoke(on.apply(form), arguments.toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public String toString() {
        return AssertionMethods.name(method);
    }
}
