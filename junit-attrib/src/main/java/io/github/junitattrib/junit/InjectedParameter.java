package io.github.junitattrib.junit;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.Target;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.method.Attributor;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.Variants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** Resolves a parameter by our annotations, never by its type alone: other extensions inject too. */
final class InjectedParameter {

    private final ParameterContext parameter;
    private final TestScope scope;
    private final Class<?> type;

    private InjectedParameter(ParameterContext parameter, TestScope scope) {
        this.parameter = parameter;
        this.scope = scope;
        this.type = parameter.getParameter().getType();
    }

    static boolean isOurs(ParameterContext parameter) {
        return parameter.isAnnotated(UnderTest.class)
                || parameter.isAnnotated(Variant.class)
                || parameter.isAnnotated(WithIntegratedGradients.class);
    }

    static Object resolve(ParameterContext parameter, TestScope scope) {
        InjectedParameter injected = new InjectedParameter(parameter, scope);
        if (!isOurs(parameter)) {
            return DeclaredComparison.of(parameter, scope.models().classes())
                    .map(declared -> DeclaredComparison.comparison(declared, scope.models(), injected::shared))
                    .orElseThrow();
        }
        return parameter.isAnnotated(Variant.class) ? injected.variant() : injected.underTest();
    }

    private Object underTest() {
        if (parameter.isAnnotated(UnderTest.class)) {
            checkType("UnderTest", TextClassifier.class);
            return model(scope.models().underTest());
        }
        checkType("WithIntegratedGradients", AttributionRunner.class);
        return runner(scope);
    }

    private Object variant() {
        if (parameter.isAnnotated(UnderTest.class)) {
            throw problem("is annotated with both @UnderTest and @Variant. Leave one of them out.");
        }
        List<String> names = DeclaredVariants.of(parameter.getParameter(), scope.models());
        if (parameter.isAnnotated(WithIntegratedGradients.class)) {
            checkType("WithIntegratedGradients", AttributionRunner.class);
        }
        if (type == Variants.class) {
            return variants(names);
        }
        if (type != AttributionRunner.class) {
            checkType("Variant", TextClassifier.class);
        }
        if (names.size() > 1) {
            throw problem("has the type " + type.getSimpleName() + ", but @Variant names " + names.size()
                    + " models. Declare it as Variants, or name one.");
        }
        ModelSlot slot = scope.models().named(names.get(0));
        return type == AttributionRunner.class ? runner(scope.on(slot)) : model(slot);
    }

    private Variants variants(List<String> names) {
        Map<String, TextClassifier> models = new LinkedHashMap<>();
        for (String name : names) {
            models.put(name, shared(name));
        }
        return Variants.named(models);
    }

    private TextClassifier shared(String name) {
        ModelSlot slot = scope.models().named(name);
        return SharedModel.of(slot.loaded(scope.log().testName()), slot);
    }

    private AttributionRunner runner(Attributor attributor) {
        Optional<WithIntegratedGradients> annotated = parameter.findAnnotation(WithIntegratedGradients.class);
        if (annotated.isEmpty()) {
            return new AttributionRunner(attributor, new IntegratedGradients(), Target.predicted(), Baseline.PAD);
        }
        WithIntegratedGradients options = annotated.get();
        try {
            IntegrationRule rule = options.steps() == WithIntegratedGradients.ADAPTIVE
                    ? IntegrationRule.adaptive()
                    : IntegrationRule.fixed(options.rule(), options.steps());
            Target target = options.toward().isEmpty() ? Target.predicted() : Target.label(options.toward());
            return new AttributionRunner(attributor, new IntegratedGradients(rule), target, options.baseline());
        } catch (IllegalArgumentException e) {
            throw new ParameterResolutionException(place() + ": " + e.getMessage(), e);
        }
    }

    /** Before the model is loaded, as a wrong type needs no model to be told. */
    private void checkType(String annotation, Class<?> wanted) {
        if (!wanted.isAssignableFrom(type)) {
            String others = annotation.equals("Variant") ? ", Variants or AttributionRunner" : "";
            throw problem("is annotated with @" + annotation + " but has the type " + type.getSimpleName()
                    + ". Declare it as " + wanted.getSimpleName() + others + ".");
        }
    }

    private TextClassifier model(ModelSlot slot) {
        LoadedModel loaded = slot.loaded(scope.log().testName());
        TextClassifier model = loaded.model();
        if (!type.isInstance(model)) {
            throw problem("has the type " + type.getSimpleName() + ", but the model "
                    + model.facts().name() + " is none. Declare it as TextClassifier, or test a model of a format that"
                    + " offers more.");
        }
        TextClassifier shared = SharedModel.of(loaded, slot);
        // A type of the user's own is no rung of ours: such a model is handed out as it is.
        return type.isInstance(shared) ? shared : model;
    }

    private ParameterResolutionException problem(String what) {
        return new ParameterResolutionException(place() + " " + what);
    }

    private String place() {
        return "Parameter " + parameter.getParameter().getName() + " of "
                + parameter.getDeclaringExecutable().toGenericString();
    }
}
