package io.github.junitattrib.junit;

import java.util.Optional;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Something that a machine may lack: its tests are then skipped, or fail where {@code attrib.require} names it. */
enum Requirement {
    MODEL,
    GPU;

    /** As in {@code attrib.require}. */
    String word() {
        return this == MODEL ? "model" : "gpu";
    }

    /**
     * Decides about a test that needs it. A class that runs once per variant has no tests yet, so that Surefire says nothing
     * of its skip: it is told here.
     *
     * @param missing why it is not there; empty if it is
     * @throws ExtensionConfigurationException if it is missing but required, since a skip would look green
     */
    ConditionEvaluationResult decide(Optional<String> missing, AttribProperties properties, ExtensionContext context) {
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("The " + word() + " is there.");
        }
        if (properties.required().contains(this)) {
            throw new ExtensionConfigurationException(missing.get() + " (required by attrib.require=" + word() + ")");
        }
        String reason = missing.get() + " (set attrib.require=" + word() + " to fail)";
        if (isClassTemplate(context)) {
            Console.say(context.getRequiredTestClass().getName() + " is skipped: " + reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    private static boolean isClassTemplate(ExtensionContext context) {
        return context.getTestMethod().isEmpty()
                && AnnotationSupport.isAnnotated(context.getElement(), ClassTemplate.class);
    }
}
