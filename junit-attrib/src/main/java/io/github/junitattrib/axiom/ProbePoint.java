package io.github.junitattrib.axiom;

import io.github.junitattrib.Span;
import java.util.List;

/**
 * An input at which functions are compared.
 *
 * @param description such as {@code path point alpha=0.5 with token "great" displaced to alpha=0}
 * @param onPath whether it lies on the path between baseline and text, where all parts of the text stand at the same α
 * @param places the stretches of the text that are displaced or taken away; empty if there is none or they are all
 */
public record ProbePoint(String description, boolean onPath, List<Span> places) {

    /**
     * Copies the places.
     *
     * @param description such as {@code path point alpha=0.5 with token "great" displaced to alpha=0}
     * @param onPath whether it lies on the path between baseline and text
     * @param places the stretches of the text that are displaced or taken away
     */
    public ProbePoint {
        places = List.copyOf(places);
    }

    @Override
    public String toString() {
        return description;
    }
}
