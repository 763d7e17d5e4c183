package io.github.junitattrib.junit;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs what {@link ModelVariants} marks, a class or a method, once per variant. */
final class ModelVariantsExtension
        implements ClassTemplateInvocationContextProvider, TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestClass(), ModelVariants.class);
    }

    /** Of a marked class it is asked about every template, but only marked methods are ours. */
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestMethod(), ModelVariants.class);
    }

    @Override
    public Stream<VariantInvocation> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return invocations(context, context.getRequiredTestClass());
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return invocations(context, context.getRequiredTestMethod()).map(TestTemplateInvocationContext.class::cast);
    }

    private static Stream<VariantInvocation> invocations(ExtensionContext context, AnnotatedElement marked) {
        String place = DeclaredVariants.place(marked);
        VariantRun.of(context).ifPresent(outer -> {
            throw new ExtensionConfigurationException(place + " runs once per variant of "
                    + outer.type().getName() + " already. Remove one of the two annotations @ModelVariants.");
        });
        TestModels models = TestModels.of(context, new Session(context));
        List<String> names = DeclaredVariants.of(marked, models);
        Class<?> type = context.getRequiredTestClass();
        return names.stream().map(name -> new VariantInvocation(new VariantRun(name, type)));
    }
}
