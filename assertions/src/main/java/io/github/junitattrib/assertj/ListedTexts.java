package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.method.AttributionRequest;
import java.util.List;
import java.util.Objects;

/** The texts of a list, each of which is named by its place where something is wrong with it. */
final class ListedTexts {

    private ListedTexts() {}

    /** Refuses a corpus without texts, or with a gap. */
    static List<AttributionRequest> of(List<AttributionRequest> requests) {
        if (requests.isEmpty()) {
            throw new IllegalArgumentException(
                    "The corpus has no texts, so that there is nothing to check. Give at least one.");
        }
        for (int i = 0; i < requests.size(); i++) {
            Objects.requireNonNull(
                    requests.get(i), place(i) + " is null. Give a request for each, as igAll(texts) does.");
        }
        return List.copyOf(requests);
    }

    /** Explains all texts together. */
    static List<Attribution> explained(List<AttributionRequest> requests, Substitution models) {
        try {
            return models.attributions(requests);
        } catch (InvalidTextException e) {
            throw named(e, requests, models);
        }
    }

    /** Together they do not say which text it is, so each is asked alone. */
    private static InvalidTextException named(
            InvalidTextException unnamed, List<AttributionRequest> requests, Substitution models) {
        for (int i = 0; i < requests.size(); i++) {
            try {
                models.attribution(requests.get(i));
            } catch (InvalidTextException e) {
                InvalidTextException named = new InvalidTextException(place(i) + ": " + e.getMessage());
                named.initCause(e);
                return named;
            }
        }
        return unnamed;
    }

    /** Such as {@code Text 2 of the corpus (index 1)}. */
    static String place(long index) {
        return "Text " + (index + 1) + " of the corpus (index " + index + ")";
    }
}
