package io.github.junitattrib.model.torch.transformer;

import java.util.List;
import java.util.Set;

/**
 * How a file calls the weights of a family: those saved from within another model have a prefix more, those of a model
 * without the usual wrapper one less.
 *
 * @param base the family's own prefix, such as {@code bert.}
 * @param storedBase what the file has in its place
 * @param outer what the file has before every name
 */
record WeightNames(String base, String storedBase, String outer) {

    private static final String WORDS = "embeddings.word_embeddings.weight";

    /** Finds the prefixes by the word embeddings, which every family calls the same. */
    static WeightNames of(Family family, Set<String> stored) {
        String base = family.prefix();
        List<String> words =
                stored.stream().filter(name -> name.endsWith(WORDS)).toList();
        if (stored.contains(base + WORDS) || words.size() != 1) {
            return new WeightNames(base, base, "");
        }
        String found = words.get(0).substring(0, words.get(0).length() - WORDS.length());
        // A part of a name is no prefix: "distilbert." is another family than "bert.".
        return found.endsWith("." + base)
                ? new WeightNames(base, base, found.substring(0, found.length() - base.length()))
                : new WeightNames(base, found, "");
    }

    /** Says whether a name in the file is that of the word embeddings. */
    static boolean isOfWords(String stored) {
        return stored.endsWith(WORDS);
    }

    /** Returns the name in the file of what the family calls so. */
    String stored(String name) {
        return outer + (name.startsWith(base) ? storedBase + name.substring(base.length()) : name);
    }
}
