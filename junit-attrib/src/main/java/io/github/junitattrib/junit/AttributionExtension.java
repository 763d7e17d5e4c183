package io.github.junitattrib.junit;

import io.github.junitattrib.model.DeviceChoice;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives tests their model, binds static calls to them and writes their reports; behind {@link AttributionTest}.
 *
 * <p>Where the model is only known at run time, register it instead of the annotation:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final AttributionExtension attribution =
 *     AttributionExtension.builder().model("models/" + release).device("cpu").build();
 * }</pre>
 */
public final class AttributionExtension
        implements BeforeAllCallback, AfterAllCallback, AfterEachCallback, ParameterResolver, InvocationInterceptor {

    private final @Nullable String model;
    private final @Nullable DeviceChoice device;

    /** Made by JUnit for {@link AttributionTest}. */
    public AttributionExtension() {
        this(null, null);
    }

    private AttributionExtension(@Nullable String model, @Nullable DeviceChoice device) {
        this.model = model;
        this.device = device;
    }

    /**
     * Begins an extension to be registered with {@code @RegisterExtension} on a static field.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Verifies the configuration before the first test, so that a typing error is one error and not many. */
    @Override
    public void beforeAll(ExtensionContext context) {
        location(context);
        Session session = new Session(context);
        session.properties().reportsAll();
        device(session);
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return InjectedParameter.isOurs(parameter);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return InjectedParameter.resolve(parameter, scope(context));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        finish(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        finish(context);
    }

    private void finish(ExtensionContext context) {
        TestEnd.of(context, scope(context).log(), new Session(context)).finish();
    }

    /** The scope of a test or class: the same for all callbacks and methods of one context. */
    private TestScope scope(ExtensionContext context) {
        // The key holds the context: stores of a method look into those of its class.
        return context.getStore(Session.NAMESPACE)
                .getOrComputeIfAbsent(
                        new ScopeKey(context.getUniqueId()),
                        key -> {
                            Session session = new Session(context);
                            return new TestScope(
                                    session.model(location(context), device(session)), TestNames.log(context, session));
                        },
                        TestScope.class);
    }

    private record ScopeKey(String uniqueId) {}

    private String location(ExtensionContext context) {
        if (model != null) {
            return model;
        }
        return AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), AttributionTest.class, context.getEnclosingTestClasses())
                .map(AttributionTest::model)
                .orElseThrow(() -> new ExtensionConfigurationException("AttributionExtension is registered on "
                        + context.getRequiredTestClass().getName()
                        + " without a model. Put @AttributionTest(model = …) on the class, or register"
                        + " AttributionExtension.builder().model(…).build() in a static field."));
    }

    private DeviceChoice device(Session session) {
        return device != null ? device : session.properties().device();
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> method, ExtensionContext context)
            throws Throwable {
        return scope(context).run(invocation);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        scope(context).run(invocation);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        scope(context).run(invocation);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        scope(context).run(invocation);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        return scope(context).run(invocation);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        scope(context).run(invocation);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext method, ExtensionContext context)
            throws Throwable {
        // A dynamic test has a context of its own but no end that extensions see: it belongs to its factory.
        scope(context.getParent().orElse(context)).run(invocation);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        scope(context).run(invocation);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        scope(context).run(invocation);
    }

    /** Options of a registered extension. */
    public static final class Builder {

        private Optional<String> model = Optional.empty();
        private Optional<DeviceChoice> device = Optional.empty();

        private Builder() {}

        /**
         * Names the model.
         *
         * @param location as in {@link AttributionTest#model()}
         * @return this builder
         */
        public Builder model(String location) {
            this.model = Optional.of(location);
            return this;
        }

        /**
         * Fixes the device, whatever {@code attrib.device} says.
         *
         * @param name {@code auto}, {@code cpu} or {@code cuda:N}
         * @return this builder
         * @throws IllegalArgumentException if it is none of these
         */
        public Builder device(String name) {
            this.device = Optional.of(new DeviceChoice(name));
            return this;
        }

        /**
         * Makes the extension.
         *
         * @return to be kept in a static field with {@code @RegisterExtension}
         * @throws IllegalStateException if no model was named
         */
        public AttributionExtension build() {
            return new AttributionExtension(
                    model.orElseThrow(() -> new IllegalStateException(
                            "An AttributionExtension needs a model: call model(…) before build().")),
                    device.orElse(null));
        }
    }
}
