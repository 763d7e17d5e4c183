package io.github.junitattrib.junit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Behind {@link EnabledIfModel}. */
final class ModelCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), EnabledIfModel.class)
                .map(asked -> decide(asked.value(), new Session(context)))
                .orElseGet(() -> ConditionEvaluationResult.enabled("No model is asked for."));
    }

    private static ConditionEvaluationResult decide(String location, Session session) {
        return Requirement.MODEL.decide(session.missing(location), session.properties());
    }
}
