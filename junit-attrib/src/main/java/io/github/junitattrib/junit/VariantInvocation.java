package io.github.junitattrib.junit;

import java.util.List;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * One invocation of a class or method that runs once per variant.
 *
 * @param run the variant
 */
record VariantInvocation(VariantRun run) implements ClassTemplateInvocationContext, TestTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocationIndex) {
        return "[" + invocationIndex + "] " + run.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(new BeforeConstructor(run));
    }

    @Override
    public void prepareInvocation(ExtensionContext context) {
        run.begin(context);
    }

    /** JUnit makes the instance of a method's invocation before it prepares the invocation. */
    private record BeforeConstructor(VariantRun run) implements TestInstancePreConstructCallback {

        @Override
        public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
            return ExtensionContextScope.TEST_METHOD;
        }

        @Override
        public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
            run.begin(context);
        }
    }
}
