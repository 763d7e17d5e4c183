package io.github.junitattrib.method;

import java.util.Locale;
import java.util.Objects;

/**
 * How methods that perturb a text take a part of it away.
 *
 * <p>Rows of the baseline keep the number of tokens and all positions, as Captum's ablation of embeddings does; deleting
 * and replacing need nothing but predictions, and give the model another text to tokenize.
 */
public sealed interface Removal {

    /** {@link #BASELINE} where the model is differentiable, else {@link #DELETE}: the default of most methods. */
    Removal BY_MODEL = Kind.BY_MODEL;

    /** Leaves the part out of the text, with the space in front of it. */
    Removal DELETE = Kind.DELETE;

    /** Puts the embeddings of the question's baseline in its place, for differentiable models (rung 2). */
    Removal BASELINE = Kind.BASELINE;

    /**
     * Writes something else in place of every word or piece of the part.
     *
     * <p>A tokenizer may read a written {@code [MASK]} as text. For the mask token of a differentiable model take {@link
     * #BASELINE} and {@link io.github.junitattrib.Baseline#MASK}.
     *
     * @param mask what the model reads as nothing, such as {@code [MASK]}; {@code 0} for a formula of numbers
     * @return the removal
     * @throws IllegalArgumentException if the mask is blank: that is {@link #DELETE}
     */
    static Removal replaceBy(String mask) {
        return new Replacement(mask);
    }

    /** Removals without an option. */
    enum Kind implements Removal {
        /** Rows of the baseline where the model is differentiable, else deletion. */
        BY_MODEL,
        /** Deletion from the text. */
        DELETE,
        /** Rows of the baseline. */
        BASELINE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * Another text in place of every word.
     *
     * @param mask what is written
     */
    record Replacement(String mask) implements Removal {

        /**
         * Checks the mask.
         *
         * @param mask what is written
         * @throws IllegalArgumentException if it is blank
         */
        public Replacement {
            Objects.requireNonNull(mask, "The mask must not be null. Give a text, or take Removal.DELETE.");
            if (mask.isBlank()) {
                throw new IllegalArgumentException(
                        "The mask must not be blank. Take Removal.DELETE to leave words out.");
            }
        }

        @Override
        public String toString() {
            return "replace by \"" + mask + "\"";
        }
    }
}
