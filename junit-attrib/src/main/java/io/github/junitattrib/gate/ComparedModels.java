package io.github.junitattrib.gate;

import io.github.junitattrib.ModelFacts;

/**
 * What a comparison is about.
 *
 * @param released the model that is in use
 * @param candidate the model that is to replace it
 * @param corpus how the corpus is called, with the choices among its cases
 * @param source where its cases come from, whichever of them are chosen
 * @param whole whether all of them were compared, none being left out
 * @param method the attribution method with its options
 */
public record ComparedModels(
        ModelFacts released, ModelFacts candidate, String corpus, String source, boolean whole, String method) {

    static String named(ModelFacts candidate, ModelFacts released, Object corpus) {
        return candidate.name() + " against " + released.name() + " over " + corpus;
    }

    /** Names models and corpus. */
    @Override
    public String toString() {
        return named(candidate, released, corpus);
    }
}
