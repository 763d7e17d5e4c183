package io.github.junitattrib.junit;

import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.torch.engine.TorchDevices;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Behind {@link EnabledIfGpu}; tests of it replace what it asks of the machine. */
class GpuCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        JUnitVersion.check();
        if (!isAsked(context)) {
            return ConditionEvaluationResult.enabled("No GPU is asked for.");
        }
        Session session = new Session(context);
        return Requirement.GPU.decide(missing(session.device()), session.properties(), context);
    }

    /** Also called for the tests of a marked class, which are not marked themselves. */
    boolean isAsked(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getElement(), EnabledIfGpu.class);
    }

    Optional<String> missing(DeviceChoice device) {
        return TorchDevices.whyNoGpu(device);
    }
}
