package io.github.junitattrib.method;

import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Writes the scores of units to their places in the text: a run of neighbouring words is one place. */
final class Scoring {

    private Scoring() {}

    /** A stretch of one unit: its atoms from first to last. */
    private record Place(int unit, Atom first, Atom last, int ofUnit) {

        Span span() {
            return new Span(
                    first.span().start(),
                    Math.max(first.span().end(), last.span().end()));
        }
    }

    /** Units of several places share their score evenly, so that the sum stays. */
    static List<TokenScore> shared(PerturbedText text, double[] scores, double[] errors) {
        return scored(text, scores, errors, true);
    }

    /** The whole score stands at each place, as Captum's groups and lime's repeated words have it. */
    static List<TokenScore> repeated(PerturbedText text, double[] scores, double[] errors) {
        return scored(text, scores, errors, false);
    }

    private static List<TokenScore> scored(PerturbedText text, double[] scores, double[] errors, boolean shared) {
        List<TokenScore> scored = new ArrayList<>();
        for (Place place : places(text)) {
            boolean single = place.first().equals(place.last());
            double share = shared ? 1.0 / place.ofUnit() : 1;
            scored.add(new TokenScore(
                    single
                            ? place.first().text()
                            : place.span().of(text.question().text()),
                    Optional.of(place.span()),
                    place.first().word(),
                    false,
                    share * scores[place.unit()],
                    share * errors[place.unit()]));
        }
        return List.copyOf(scored);
    }

    private static List<Place> places(PerturbedText text) {
        List<Place> places = new ArrayList<>();
        for (int unit = 0; unit < text.units().size(); unit++) {
            List<int[]> runs = runs(text.units().get(unit));
            for (int[] run : runs) {
                List<Atom> atoms = text.cut().atoms();
                places.add(new Place(unit, atoms.get(run[0]), atoms.get(run[1]), runs.size()));
            }
        }
        places.sort(Comparator.comparingInt(place -> place.span().start()));
        return places;
    }

    /** First and last of each run of consecutive atoms. */
    private static List<int[]> runs(List<Integer> atoms) {
        List<int[]> runs = new ArrayList<>();
        for (int atom : atoms) {
            int[] last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last[1] == atom - 1) {
                last[1] = atom;
            } else {
                runs.add(new int[] {atom, atom});
            }
        }
        return runs;
    }
}
