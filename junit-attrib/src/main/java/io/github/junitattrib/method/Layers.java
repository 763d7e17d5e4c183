package io.github.junitattrib.method;

import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.model.Layer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What methods that look at a layer have in common: their option and how it is named. */
final class Layers {

    private Layers() {}

    /** Refuses no layer at all. */
    static Layer require(Layer layer) {
        return Objects.requireNonNull(layer, "The layer must not be null. Name one, such as Layer.encoder(1).");
    }

    /** Names the layer before the other options. */
    static MethodFacts facts(String name, Layer layer, Map<String, String> options) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("layer", layer.toString());
        parameters.putAll(options);
        return new MethodFacts(name, parameters);
    }

    /** Names layer, token and unit before the other options. */
    static MethodFacts facts(String name, Layer layer, int token, int unit, Map<String, String> options) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("token", Integer.toString(token));
        parameters.put("unit", Integer.toString(unit));
        parameters.putAll(options);
        return facts(name, layer, parameters);
    }
}
