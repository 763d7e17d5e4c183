package io.github.junitattrib.junit;

import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.TextClassifier;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

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
 *
 * <p>The field must be static. The innermost class that names a model wins; a class that names two is refused. Without a
 * model, the extension fixes the device alone.
 */
public final class AttributionExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback,
                ParameterResolver,
                InvocationInterceptor {

    private final Optional<Declaration> declaration;

    /** Made by JUnit for {@link AttributionTest}. */
    public AttributionExtension() {
        this(Optional.empty());
        JUnitVersion.check();
    }

    private AttributionExtension(Optional<Declaration> declaration) {
        this.declaration = declaration;
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
        // Not when it is built: in a static initializer, the message would stand below another.
        JUnitVersion.check();
        requireStaticField(context);
        ClassChecks.begin(context, new Session(context));
        TestModels models = scope(context).models();
        Class<?> type = context.getRequiredTestClass();
        boolean compares = DeclaredComparison.verify(type);
        if (!DeclaredVariants.verify(type) && !compares) {
            models.underTest();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        requireStaticField(context);
    }

    /** JUnit registers an instance field after the constructor, which then has another model or none. */
    private void requireStaticField(ExtensionContext context) {
        if (declaration.isPresent() && !Declaration.isInStaticField(this, context)) {
            throw new ExtensionConfigurationException("An AttributionExtension of "
                    + context.getRequiredTestClass().getName()
                    + " is registered in an instance field. Make the field with @RegisterExtension static.");
        }
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        boolean ours = InjectedParameter.isOurs(parameter)
                || DeclaredComparison.of(parameter, Declaration.classes(context))
                        .isPresent();
        return ours && scope(context).isServedBy(this);
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
        if (isConfigured(context) && scope(context).isServedBy(this)) {
            Session session = new Session(context);
            session.approved().endClass(context, session.properties().failsIfStale());
            ClassEnd.of(context, session).judge();
        }
    }

    private void finish(ExtensionContext context) {
        if (isConfigured(context) && scope(context).isServedBy(this)) {
            finish(context, context.getExecutionException());
        }
    }

    /** What was never configured has nothing to report, and would fail with the same words again. */
    private static boolean isConfigured(ExtensionContext context) {
        return context.getExecutionException()
                .filter(ExtensionConfigurationException.class::isInstance)
                .isEmpty();
    }

    private void finish(ExtensionContext context, Optional<Throwable> failure) {
        TestScope scope = scope(context);
        Session session = new Session(context);
        boolean passed = false;
        try {
            TestEnd.of(context, scope.log(), session).finish(failure);
            passed = failure.isEmpty();
        } finally {
            boolean ended = passed;
            session.approved().ended(context, ended);
            ClassChecks.of(context).ifPresent(checks -> checks.add(scope, ended));
        }
    }

    /**
     * The scope of a test or class: the same for all callbacks and methods of one context.
     *
     * <p>An annotated class with a registered extension has two extensions of ours: the first that JUnit calls serves
     * the context, and the other steps aside. Both find the same model.
     */
    private TestScope scope(ExtensionContext context) {
        // The key holds the context: stores of a method look into those of its class.
        return context.getStore(Session.NAMESPACE)
                .getOrComputeIfAbsent(new ScopeKey(context.getUniqueId()), key -> newScope(context), TestScope.class);
    }

    private TestScope newScope(ExtensionContext context) {
        Session session = new Session(context);
        return new TestScope(TestModels.of(context, session), TestNames.log(context, session), this);
    }

    private record ScopeKey(String uniqueId) {}

    Optional<Declaration> declaration() {
        return declaration;
    }

    private <T> T run(Invocation<T> invocation, ExtensionContext context) throws Throwable {
        TestScope scope = scope(context);
        return scope.isServedBy(this) ? scope.run(invocation) : invocation.proceed();
    }

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> method, ExtensionContext context)
            throws Throwable {
        return run(invocation, context);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, context);
    }

    @Override
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        return run(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        CorpusArguments.given(method).forEach(scope(context).log()::noteGold);
        run(invocation, context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext method, ExtensionContext context)
            throws Throwable {
        if (!scope(context).isServedBy(this)) {
            invocation.proceed();
            return;
        }
        // No callback comes after a dynamic test, so that it ends here.
        try {
            run(invocation, context);
        } catch (Throwable e) {
            finish(context, Optional.of(e));
            throw e;
        }
        finish(context, Optional.empty());
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, context);
    }

    /** Options of a registered extension. */
    public static final class Builder {

        private Optional<ModelSource> model = Optional.empty();
        private Optional<DeviceChoice> device = Optional.empty();

        private Builder() {}

        /**
         * Names the model.
         *
         * @param location a location, alias or the name of a factory method, as in {@link AttributionTest#model()}
         * @return this builder
         */
        public Builder model(String location) {
            this.model = Optional.of(new ModelSource.Located(location));
            return this;
        }

        /**
         * Gives a model that is there already. It stays the caller's: the extension does not close it.
         *
         * @param given the model; may be called by several threads at once
         * @return this builder
         */
        public Builder model(TextClassifier given) {
            this.model = Optional.of(ModelSource.Given.model(given));
            return this;
        }

        /**
         * Gives a way to make the model, once, when a test first asks for it. It is closed when the test session ends.
         *
         * @param supplier makes the model, on a thread of its own
         * @return this builder
         */
        public Builder model(Supplier<TextClassifier> supplier) {
            this.model = Optional.of(ModelSource.Given.supplier(supplier));
            return this;
        }

        /**
         * Fixes the device, whatever {@code attrib.device} says.
         *
         * @param name {@code auto}, {@code cpu}, {@code cuda:N} or {@code mps}; without effect on a model given as an object
         * @return this builder
         * @throws IllegalArgumentException if it is none of these
         */
        public Builder device(String name) {
            this.device = Optional.of(new DeviceChoice(name));
            return this;
        }

        /**
         * Makes the extension. If neither it nor its class names a model, the class fails before its first test.
         *
         * @return to be kept in a static field with {@code @RegisterExtension}
         */
        public AttributionExtension build() {
            return new AttributionExtension(Optional.of(new Declaration(model, device)));
        }
    }
}
