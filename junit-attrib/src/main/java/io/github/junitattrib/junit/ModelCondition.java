package io.github.junitattrib.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Behind {@link EnabledIfModel}. */
final class ModelCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        JUnitVersion.check();
        return AnnotationSupport.findAnnotation(context.getElement(), EnabledIfModel.class)
                .map(asked -> decide(asked.value(), context))
                .orElseGet(() -> ConditionEvaluationResult.enabled("No model is asked for."));
    }

    private static ConditionEvaluationResult decide(String name, ExtensionContext context) {
        Session session = new Session(context);
        boolean isMade =
                ModelFactories.named(name, Declaration.classes(context)).isPresent();
        return Requirement.MODEL.decide(
                isMade ? Optional.empty() : session.missing(name), session.properties(), context);
    }
}
