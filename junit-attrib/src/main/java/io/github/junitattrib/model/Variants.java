package io.github.junitattrib.model;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Models that are meant to compute the same function, in a fixed order and each under a name of its own: builds, exports
 * or releases of one classifier.
 *
 * <pre>{@code
 * @Test
 * void exportsAgree(@Variant({"reviews-eager", "reviews-traced"}) Variants exports) {
 *   for (TextClassifier model : exports) {
 *     assertThat(model.predict("A stellar film").label()).isEqualTo("POSITIVE");
 *   }
 * }
 * }</pre>
 */
public final class Variants implements Iterable<TextClassifier> {

    private final Map<String, TextClassifier> models;

    private Variants(Map<String, TextClassifier> models) {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("There are no variants. Give at least one model.");
        }
        this.models = Collections.unmodifiableMap(models);
    }

    /**
     * Lists models under the names that they have in messages.
     *
     * @param models at least one model
     * @return the models in this order
     * @throws IllegalArgumentException if there is none, or two have the same name
     */
    public static Variants of(TextClassifier... models) {
        Objects.requireNonNull(models, "The variants must not be null. Give at least one model.");
        Map<String, TextClassifier> named = new LinkedHashMap<>();
        for (TextClassifier model : models) {
            Objects.requireNonNull(
                    model, "Variant " + (named.size() + 1) + " of " + models.length + " is null. Give a model.");
            String name = model.facts().name();
            if (named.putIfAbsent(name, model) != null) {
                throw new IllegalArgumentException("Two variants have the name \"" + name
                        + "\", so that messages could not tell them apart. Let facts() give each its own name, or use"
                        + " Variants.named(…).");
            }
        }
        return new Variants(named);
    }

    /**
     * Lists models under other names than their own.
     *
     * @param models at least one model by name; their order is kept if the map has one
     * @return the models in this order
     * @throws IllegalArgumentException if there is none
     */
    public static Variants named(Map<String, ? extends TextClassifier> models) {
        Objects.requireNonNull(models, "The variants must not be null. Give at least one model.");
        models.forEach(
                (name, model) -> Objects.requireNonNull(model, "Variant \"" + name + "\" is null. Give a model."));
        return new Variants(new LinkedHashMap<>(models));
    }

    /**
     * Returns the model of a name.
     *
     * @param name one of {@link #names()}
     * @return the model
     * @throws IllegalArgumentException if no variant has this name
     */
    public TextClassifier get(String name) {
        TextClassifier model = models.get(name);
        if (model == null) {
            throw new IllegalArgumentException(
                    "There is no variant \"" + name + "\" among " + names() + ". Name one of these.");
        }
        return model;
    }

    /**
     * Returns the names.
     *
     * @return in the order of the models
     */
    public List<String> names() {
        return List.copyOf(models.keySet());
    }

    /**
     * Returns the number of models.
     *
     * @return at least 1
     */
    public int size() {
        return models.size();
    }

    /**
     * Returns the models by name.
     *
     * @return an unmodifiable map in the order of the models
     */
    public Map<String, TextClassifier> asMap() {
        return models;
    }

    @Override
    public Iterator<TextClassifier> iterator() {
        return models.values().iterator();
    }

    @Override
    public String toString() {
        return "variants " + names();
    }
}
