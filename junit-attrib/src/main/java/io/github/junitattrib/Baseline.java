package io.github.junitattrib;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The input without information that path methods start from (x').
 *
 * <p>Special tokens stay as they are. Rows are taken as embeddings and not as ids, so that nothing but the word
 * embeddings changes along the path.
 */
public sealed interface Baseline {

    /** The embedding of the model's padding token at every position: the default. */
    Row PAD = Row.PAD;

    /** A row of zeros at every position. */
    Row ZERO = Row.ZERO;

    /** The embedding of the model's mask token at every position. */
    Row MASK = Row.MASK;

    /** The embedding of the model's token for unknown words at every position. */
    Row UNK = Row.UNK;

    /**
     * Starts at another text, token by token: what changes between the two is what is explained.
     *
     * @param text a text with as many tokens as the explained one
     * @return the baseline
     */
    static Baseline text(String text) {
        return new OfText(text);
    }

    /**
     * Starts at several baselines; attributions are averaged over them.
     *
     * @param baselines at least one
     * @return the baseline
     * @throws IllegalArgumentException if there is none
     */
    static Baseline average(Baseline... baselines) {
        return new Average(List.of(baselines));
    }

    /**
     * Starts at the text itself but for some places: there alone another baseline is put, so that what these places change
     * is what is explained.
     *
     * <pre>{@code
     * ig("They said it was great").from(Baseline.partial(Baseline.PAD, new Span(17, 22))) // all but "great" stays
     * }</pre>
     *
     * @param of what is put there
     * @param places stretches of the text, at least one; every token that shares a character with one is replaced
     * @return the baseline
     * @throws IllegalArgumentException if there is no place
     */
    static Baseline partial(Baseline of, Span... places) {
        return new Partial(of, List.of(places));
    }

    /** One embedding row in place of every token that is not special; as an enum, for annotations. */
    enum Row implements Baseline {
        /** The embedding of the model's padding token: the default. */
        PAD,
        /** A row of zeros. */
        ZERO,
        /** The embedding of the model's mask token. */
        MASK,
        /** The embedding of the model's token for unknown words. */
        UNK
    }

    /**
     * The embeddings of another text.
     *
     * @param text as many tokens as the explained one
     */
    record OfText(String text) implements Baseline {
        @Override
        public String toString() {
            return "\"" + text + "\"";
        }
    }

    /**
     * Several baselines, averaged.
     *
     * @param baselines at least one
     */
    record Average(List<Baseline> baselines) implements Baseline {

        /**
         * Copies the list.
         *
         * @param baselines at least one
         * @throws IllegalArgumentException if there is none
         */
        public Average {
            baselines = List.copyOf(baselines);
            if (baselines.isEmpty()) {
                throw new IllegalArgumentException("An average needs at least one baseline. Name one.");
            }
        }

        @Override
        public String toString() {
            return "average of " + baselines;
        }
    }

    /**
     * Another baseline at some places of the text, and the text everywhere else.
     *
     * @param of what is put there
     * @param places stretches of the text, at least one
     */
    record Partial(Baseline of, List<Span> places) implements Baseline {

        /**
         * Copies the list.
         *
         * @param of what is put there
         * @param places stretches of the text, at least one
         * @throws IllegalArgumentException if there is none
         */
        public Partial {
            places = List.copyOf(places);
            if (places.isEmpty()) {
                throw new IllegalArgumentException(
                        "A baseline at some places of the text needs at least one place. Name one, or take the other baseline whole.");
            }
        }

        @Override
        public String toString() {
            return of + " at "
                    + places.stream()
                            .map(place -> "[" + place.start() + ", " + place.end() + ")")
                            .collect(Collectors.joining(", "));
        }
    }
}
