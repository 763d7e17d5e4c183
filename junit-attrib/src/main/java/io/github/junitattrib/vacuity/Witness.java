package io.github.junitattrib.vacuity;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;

/** Notes in order what one replay of a check takes of the model under test, or of the mutant in its place. */
final class Witness implements Substitution {

    /** One answer. */
    record Taken(AttributionRequest request, Attribution attribution) {}

    private final Substitution answers;
    private final ModelAnswers own;
    private final List<Taken> taken = new ArrayList<>();
    private boolean askedModel;

    /**
     * Listens to answers.
     *
     * @param answers of the model or of a mutant
     * @param own answers of the model under test, and of those beside it
     */
    Witness(Substitution answers, ModelAnswers own) {
        this.answers = answers;
        this.own = own;
    }

    @Override
    public Attribution attribution(AttributionRequest request) {
        return attributions(List.of(request)).get(0);
    }

    @Override
    public List<Attribution> attributions(List<AttributionRequest> requests) {
        List<Attribution> attributions = answers.attributions(requests);
        for (int i = 0; i < requests.size(); i++) {
            if (own.isAsked(requests.get(i))) {
                taken.add(new Taken(requests.get(i), attributions.get(i)));
            }
        }
        return attributions;
    }

    @Override
    public TextClassifier model(AttributionRequest request) {
        askedModel |= own.isAsked(request);
        return answers.model(request);
    }

    /** The attributions that were asked for, as often as they were. */
    List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** Whether all that was taken is known: who has the model itself may ask it anything. */
    boolean sawAll() {
        return !askedModel;
    }
}
