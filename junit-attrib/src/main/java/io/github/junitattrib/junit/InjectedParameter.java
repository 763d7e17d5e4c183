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
            TextClassifier model = scope.model().model(scope.log().testName());
            return fitting(parameter, UnderTest.class, TextClassifier.class, model);
        }
        WithIntegratedGradients options =
                parameter.findAnnotation(WithIntegratedGradients.class).orElseThrow();
        return fitting(
                parameter, WithIntegratedGradients.class, AttributionRunner.class, runner(options, parameter, scope));
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

    private static Object fitting(
            ParameterContext parameter, Class<? extends Annotation> annotation, Class<?> wanted, Object value) {
        Class<?> type = parameter.getParameter().getType();
        if (!type.isInstance(value) || type == Object.class) {
            throw new ParameterResolutionException(
                    place(parameter) + " is annotated with @" + annotation.getSimpleName() + " but has the type "
                            + type.getSimpleName() + ". Declare it as " + wanted.getSimpleName() + ".");
        }
        return value;
    }

    private static String place(ParameterContext parameter) {
        return "Parameter " + parameter.getParameter().getName() + " of "
                + parameter.getDeclaringExecutable().toGenericString();
    }
}
