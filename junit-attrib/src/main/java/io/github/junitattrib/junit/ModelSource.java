package io.github.junitattrib.junit;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.TextClassifier;
import java.util.function.Supplier;

/** Where a model of a test comes from; equal sources are one model. */
sealed interface ModelSource {

    /** How messages call it before it is there. */
    String name();

    /**
     * A model to be loaded.
     *
     * @param name the location as the test writes it
     */
    record Located(String name) implements ModelSource {}

    /**
     * What a factory method of a test class makes.
     *
     * @param factory the method
     */
    record Made(ModelFactory factory) implements ModelSource {
        @Override
        public String name() {
            return factory.toString();
        }
    }

    /** What a builder was given: the same object is the same model. */
    final class Given implements ModelSource {

        private final Object identity;
        private final Supplier<TextClassifier> supplier;

        private Given(Object identity, Supplier<TextClassifier> supplier) {
            this.identity = identity;
            this.supplier = supplier;
        }

        static Given model(TextClassifier model) {
            return new Given(model, () -> model);
        }

        static Given supplier(Supplier<TextClassifier> supplier) {
            return new Given(supplier, supplier);
        }

        TextClassifier get() {
            TextClassifier model = supplier.get();
            if (model == null) {
                throw new ModelLoadException(
                        "The supplier given to AttributionExtension.builder() returned null. Let it return a model.");
            }
            return model;
        }

        /** Who makes a model closes it: the extension only what it had made. */
        boolean isMadeByUser() {
            return identity instanceof TextClassifier;
        }

        @Override
        public String name() {
            return "of AttributionExtension.builder().model(…)";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Given that && identity == that.identity;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(identity);
        }
    }
}
