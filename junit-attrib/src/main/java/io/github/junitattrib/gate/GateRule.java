package io.github.junitattrib.gate;

import io.github.junitattrib.Verdict;
import java.util.Optional;

/**
 * A threshold.
 *
 * @param key what it limits
 * @param slice the slice that it holds for; empty for the whole corpus
 * @param limit the limit itself is allowed
 * @param because the reason that failures tell; empty text if none is given
 */
public record GateRule(GateKey key, Optional<String> slice, double limit, String because) {

    /** Begins the key of a slice in the file. */
    static final String SLICE = "slice.";

    /**
     * Returns the key as it stands in a file.
     *
     * @return such as {@code slice.negation.accuracy.min}
     */
    public String name() {
        return slice.map(name -> SLICE + name + ".").orElse("") + key.key();
    }

    GateRule of(String otherSlice) {
        return new GateRule(key, Optional.of(otherSlice), limit, because);
    }

    Verdict verdict(Figure figure) {
        double worst = key.isMinimum() ? figure.low() : figure.high();
        double best = key.isMinimum() ? figure.high() : figure.low();
        if (allows(worst)) {
            return Verdict.PASS;
        }
        return allows(best) ? Verdict.INCONCLUSIVE : Verdict.FAIL;
    }

    private boolean allows(double number) {
        return key.isMinimum() ? number >= limit : number <= limit;
    }
}
