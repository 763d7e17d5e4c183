package io.github.junitattrib.junit;

import io.github.junitattrib.Target;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import io.github.junitattrib.model.TextClassifier;
import java.lang.annotation.Annotation;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** Resolves parameters by our annotations, never by their type alone: other extensions inject too. */
final class InjectedParameter {

    private InjectedParameter() {}

    static boolean isOurs(ParameterContext parameter) {
        return parameter.isAnnotated(UnderTest.class) || parameter.isAnnotated(WithIntegratedGradients.class);
    }

    static Object resolve(ParameterContext parameter, TestScope scope) {
        if (parameter.isAnnotated(UnderTest.class)) {
            checkType(parameter, UnderTest.class, TextClassifier.class);
            return model(parameter, scope.model().model(scope.log().testName()));
        }
        checkType(parameter, WithIntegratedGradients.class, AttributionRunner.class);
        WithIntegratedGradients options =
                parameter.findAnnotation(WithIntegratedGradients.class).orElseThrow();
        return runner(options, parameter, scope);
    }

    private static AttributionRunner runner(
            WithIntegratedGradients options, ParameterContext parameter, TestScope scope) {
        try {
            IntegrationRule rule = options.steps() == 0
                    ? IntegrationRule.adaptive()
                    : IntegrationRule.fixed(options.rule(), options.steps());
            Target target = options.toward().isEmpty() ? Target.predicted() : Target.label(options.toward());
            return new AttributionRunner(scope, new IntegratedGradients(rule), target, options.baseline());
        } catch (IllegalArgumentException e) {
            throw new ParameterResolutionException(place(parameter) + ": " + e.getMessage(), e);
        }
    }

    /** Before the model is loaded, as a wrong type needs no model to be told. */
    private static void checkType(ParameterContext parameter, Class<? extends Annotation> annotation, Class<?> wanted) {
        Class<?> type = parameter.getParameter().getType();
        if (!wanted.isAssignableFrom(type)) {
            throw new ParameterResolutionException(
                    place(parameter) + " is annotated with @" + annotation.getSimpleName() + " but has the type "
                            + type.getSimpleName() + ". Declare it as " + wanted.getSimpleName() + ".");
        }
    }

    private static TextClassifier model(ParameterContext parameter, TextClassifier model) {
        Class<?> type = parameter.getParameter().getType();
        if (!type.isInstance(model)) {
            throw new ParameterResolutionException(place(parameter) + " has the type " + type.getSimpleName()
                    + ", but the model " + model.facts().name() + " is none. Declare it as TextClassifier, or test a"
                    + " model of a format that offers more.");
        }
        TextClassifier shared = SharedModel.of(model);
        // A type of the user's own is no rung of ours: such a model is handed out as it is.
        return type.isInstance(shared) ? shared : model;
    }

    private static String place(ParameterContext parameter) {
        return "Parameter " + parameter.getParameter().getName() + " of "
                + parameter.getDeclaringExecutable().toGenericString();
    }
}
