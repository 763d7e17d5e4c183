package io.github.junitattrib.vacuity;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Notes in order what one replay of a check takes of the model under test, or of the mutant in its place. */
final class Witness implements Substitution {

    /** One answer. */
    record Taken(AttributionRequest request, Attribution attribution) {}

    private final Substitution answers;
    private final Predicate<AttributionRequest> replaced;
    private final List<Taken> taken = new ArrayList<>();
    private boolean askedModel;

    /**
     * Listens to answers.
     *
     * @param answers of the model or of a mutant
     * @param replaced whether a request asks the model under test
     */
    Witness(Substitution answers, Predicate<AttributionRequest> replaced) {
        this.answers = answers;
        this.replaced = replaced;
    }

    @Override
    public Attribution attribution(AttributionRequest request) {
        Attribution attribution = answers.attribution(request);
        if (replaced.test(request)) {
            taken.add(new Taken(request, attribution));
        }
        return attribution;
    }

    @Override
    public TextClassifier model(AttributionRequest request) {
        askedModel |= replaced.test(request);
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
