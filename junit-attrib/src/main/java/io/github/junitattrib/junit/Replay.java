package io.github.junitattrib.junit;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.CheckResult;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.check.ThreadBound;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Judges a check of a test again, after the test: static calls inside it find the test's models, and whatever they ask is
 * answered by the models of the replay.
 */
final class Replay implements Substitution {

    private static final ThreadBound<Replay> CURRENT = new ThreadBound<>();

    private final Substitution models;

    private Replay(Substitution models) {
        this.models = models;
    }

    /** The same check, to be judged when its test has ended; it notes nothing in the test's log. */
    static Check of(TestScope scope, Check check) {
        return new Check(
                check.kind(),
                check.arguments(),
                check.call(),
                check.about(),
                check.requests(),
                models -> new Replay(models).judge(scope.replayed(), check));
    }

    /** Answers what a check that is judged again computes by itself, such as {@code ig(..).attribution()}. */
    static Attribution answer(AttributionRequest request, Supplier<Attribution> ofItsModel) {
        return CURRENT.current().map(replay -> replay.attribution(request)).orElseGet(ofItsModel);
    }

    /** The same for several requests. */
    static List<Attribution> answers(List<AttributionRequest> requests, Supplier<List<Attribution>> ofTheirModel) {
        return CURRENT.current().map(replay -> replay.attributions(requests)).orElseGet(ofTheirModel);
    }

    private CheckResult judge(TestScope scope, Check check) {
        return CURRENT.during(
                Optional.of(this), () -> scope.call(() -> check.function().apply(this)));
    }

    @Override
    public Attribution attribution(AttributionRequest request) {
        return outside(() -> models.attribution(request));
    }

    @Override
    public List<Attribution> attributions(List<AttributionRequest> requests) {
        return outside(() -> models.attributions(requests));
    }

    @Override
    public TextClassifier model(AttributionRequest request) {
        return outside(() -> models.model(request));
    }

    /** The models of the replay ask the model under test itself, too, and then mean it. */
    private static <T> T outside(Supplier<T> answer) {
        return CURRENT.during(Optional.empty(), answer);
    }
}
