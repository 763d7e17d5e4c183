package io.github.junitattrib.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The variant that tests run for at the moment; kept in the store of its invocation, where all its tests find it.
 *
 * @param name what {@link ModelVariants} calls the model
 * @param type the test class that runs, or whose method runs, once per variant
 */
record VariantRun(String name, Class<?> type) {

    static Optional<VariantRun> of(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(Session.NAMESPACE).get(VariantRun.class, VariantRun.class));
    }

    void begin(ExtensionContext invocation) {
        invocation.getStore(Session.NAMESPACE).put(VariantRun.class, this);
    }
}
