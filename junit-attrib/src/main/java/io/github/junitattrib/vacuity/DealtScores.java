package io.github.junitattrib.vacuity;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Target;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Random answers of the usual size: the model's scores dealt anew among the words of each text, all with one random sign,
 * and its scores of the classes dealt anew among these.
 */
final class DealtScores implements Substitution {

    /** A check that looks further than at attributions has no chance that could be measured so. */
    static final class NoDealtModel extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final ModelAnswers model;
    private final Random random;
    private final Map<AttributionRequest, Attribution> dealt = new HashMap<>();

    /**
     * Deals once.
     *
     * @param model whose scores are dealt
     * @param random the draws
     */
    DealtScores(ModelAnswers model, Random random) {
        this.model = model;
        this.random = random;
    }

    @Override
    public Attribution attribution(AttributionRequest request) {
        Attribution own = model.attribution(request);
        return model.isAsked(request) ? dealt.computeIfAbsent(request, asked -> deal(asked, own)) : own;
    }

    @Override
    public TextClassifier model(AttributionRequest request) {
        throw new NoDealtModel();
    }

    private Attribution deal(AttributionRequest request, Attribution own) {
        boolean turned = random.nextBoolean();
        Prediction prediction = deal(own.prediction());
        TargetScore target = request.target() instanceof Target.Predicted
                ? new TargetScore.OfClass(prediction.index(), prediction.label())
                : own.target();
        return new Attribution(
                own.text(),
                deal(own, turned ? -1 : 1),
                target,
                prediction,
                turned ? own.baselineScore() : own.inputScore(),
                turned ? own.inputScore() : own.baselineScore(),
                own.convergence(),
                own.method(),
                own.model());
    }

    private Prediction deal(Prediction own) {
        List<Integer> order = order(own.labels().size());
        List<Double> probabilities = own.probabilities();
        return new Prediction(
                own.kind(),
                own.labels(),
                order.stream().map(own.scores()::get).toList(),
                probabilities.isEmpty()
                        ? probabilities
                        : order.stream().map(probabilities::get).toList());
    }

    /** Each word gets the score of another, its pieces equal parts of it. */
    private List<TokenScore> deal(Attribution own, int sign) {
        List<WordScore> words = own.words();
        List<Integer> order = order(words.size());
        List<Integer> places = words.stream().map(WordScore::index).toList();
        return own.tokens().stream()
                .map(token -> {
                    int place = token.word().isEmpty()
                            ? -1
                            : places.indexOf(token.word().getAsInt());
                    return place < 0
                            ? token
                            : withScore(
                                    token,
                                    words.get(order.get(place)),
                                    sign,
                                    words.get(place).pieces().size());
                })
                .toList();
    }

    private static TokenScore withScore(TokenScore token, WordScore source, int sign, int pieces) {
        return new TokenScore(
                token.text(),
                token.span(),
                token.word(),
                token.special(),
                sign * source.score() / pieces,
                source.uncertainty() / pieces);
    }

    private List<Integer> order(int count) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(order, random);
        return order;
    }
}
