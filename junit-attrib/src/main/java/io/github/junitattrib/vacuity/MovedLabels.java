package io.github.junitattrib.vacuity;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.vacuity.Witness.Taken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The answers that a check took of the model, in the same order and with the same scores of words, but with the classes
 * moved round by some places. No model is evaluated for it.
 */
final class MovedLabels implements Substitution {

    /** A check that asks otherwise than before cannot be answered from what it took. */
    private static final class AskedOtherwise extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final List<Taken> taken;
    private final int places;
    private final ModelAnswers own;
    private int next;

    private MovedLabels(List<Taken> taken, int places, ModelAnswers own) {
        this.taken = taken;
        this.places = places;
        this.own = own;
    }

    /** Whether a check passes whichever class is predicted in place of the model's. */
    static boolean changeNothing(Check check, List<Taken> taken, ModelAnswers own) {
        int classes = taken.get(0).attribution().prediction().labels().size();
        try {
            for (int places = 1; places < classes; places++) {
                var moved = new MovedLabels(taken, places, own);
                if (check.function().apply(moved).verdict() != Verdict.PASS) {
                    return false;
                }
            }
            return true;
        } catch (RuntimeException e) {
            // It fails for other labels, so it reads them.
            return false;
        }
    }

    @Override
    public Attribution attribution(AttributionRequest request) {
        if (!own.isAsked(request)) {
            return own.attribution(request);
        }
        if (next == taken.size() || !taken.get(next).request().text().equals(request.text())) {
            throw new AskedOtherwise();
        }
        return moved(taken.get(next++).attribution());
    }

    @Override
    public TextClassifier model(AttributionRequest request) {
        if (own.isAsked(request)) {
            throw new AskedOtherwise();
        }
        return own.model(request);
    }

    private Attribution moved(Attribution attribution) {
        return new Attribution(
                attribution.text(),
                attribution.tokens(),
                moved(attribution.target(), attribution.prediction().labels()),
                moved(attribution.prediction()),
                attribution.inputScore(),
                attribution.baselineScore(),
                attribution.convergence(),
                attribution.method(),
                attribution.model());
    }

    private TargetScore moved(TargetScore target, List<String> labels) {
        if (target instanceof TargetScore.OfClass one) {
            int index = (one.index() + places) % labels.size();
            return new TargetScore.OfClass(index, labels.get(index));
        }
        return target;
    }

    private Prediction moved(Prediction prediction) {
        return new Prediction(
                prediction.kind(), prediction.labels(), moved(prediction.scores()), moved(prediction.probabilities()));
    }

    private List<Double> moved(List<Double> numbers) {
        List<Double> moved = new ArrayList<>(numbers);
        Collections.rotate(moved, places);
        return moved;
    }
}
