package io.github.junitattrib.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Something that a machine may lack: its tests are then skipped, or fail where {@code attrib.require} names it. */
enum Requirement {
    MODEL,
    GPU;

    /** As in {@code attrib.require}. */
    String word() {
        return this == MODEL ? "model" : "gpu";
    }

    /**
     * Decides about a test that needs it.
     *
     * @param missing why it is not there; empty if it is
     * @throws ExtensionConfigurationException if it is missing but required, since a skip would look green
     */
    ConditionEvaluationResult decide(Optional<String> missing, AttribProperties properties) {
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("The " + word() + " is there.");
        }
        if (properties.required().contains(this)) {
            throw new ExtensionConfigurationException("attrib.require names " + word() + ", but: " + missing.get());
        }
        return ConditionEvaluationResult.disabled("attrib.require does not name " + word() + ", and: " + missing.get());
    }
}
