package io.github.junitattrib.vacuity;

import static io.github.junitattrib.vacuity.Judged.all;
import static io.github.junitattrib.vacuity.Judged.amongTop;
import static io.github.junitattrib.vacuity.Judged.byMagnitude;
import static io.github.junitattrib.vacuity.Judged.hasTop;
import static io.github.junitattrib.vacuity.Judged.holds;
import static io.github.junitattrib.vacuity.Judged.ranks;
import static io.github.junitattrib.vacuity.Judged.score;
import static io.github.junitattrib.vacuity.Judged.share;
import static io.github.junitattrib.vacuity.Judged.sign;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Target;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import io.github.junitattrib.method.Occlusion;
import java.util.List;

/**
 * Checks of which it is known beforehand whether they say something about the embedded model.
 *
 * <p>They were written down before any of them was replayed. Strong ones name an opinion word where the model keys on
 * it; vacuous ones hold by arithmetic, by the tokenizer or by a limit so loose that any network of this kind keeps it.
 */
final class PlantedChecks {

    private static final String SAID = "They said it was great";
    private static final String FILM = "The film was great";
    private static final String BORING = "The plot was boring";
    private static final String BOTH = "The start was good but the end was bad";
    private static final String WRONG = "They said it would be great, and they were wrong";

    private PlantedChecks() {}

    private static AttributionRequest ig(String text) {
        return AttributionRequest.of(SentimentModel.get(), text, new IntegratedGradients());
    }

    private static AttributionRequest positive(String text) {
        return ig(text).toward("POSITIVE");
    }

    private static AttributionRequest negative(String text) {
        return ig(text).toward("NEGATIVE");
    }

    private static Check predicts(String text, String label) {
        return holds(
                "predicts(" + label + ")",
                ig(text),
                it -> it.prediction().label().equals(label));
    }

    private static Check probability(String text, String label, double least) {
        return holds(
                "hasProbabilityAbove(" + label + ", " + least + ")",
                ig(text),
                it -> it.prediction().label().equals(label)
                        && it.prediction().probability().orElseThrow() > least);
    }

    static List<Check> strong() {
        return List.of(
                ranks(ig(SAID), "great", "said"),
                ranks(positive(SAID), "great", "it"),
                hasTop(positive(FILM), "great"),
                hasTop(negative("The film was terrible"), "terrible"),
                ranks(negative("The film was terrible"), "terrible", "film"),
                sign(positive("A wonderful story"), "wonderful", 1),
                sign(positive(BORING), "boring", -1),
                hasTop(ig(BORING), "boring"),
                amongTop(positive("A stellar, moving film"), "moving", 2),
                hasTop(negative("The film was awful"), "awful"),
                ranks(positive("The actor was brilliant in this film"), "brilliant", "actor"),
                ranks(negative("The story was dull and slow"), "dull", "story"),
                predicts("A delightful and moving film", "POSITIVE"),
                predicts("A tedious and pointless film", "NEGATIVE"),
                holds("shareOf(great) above 0.4", ig(FILM), it -> share(it, "great") > 0.4),
                ranks(positive(BOTH), "good", "bad"),
                ranks(negative(BOTH), "bad", "good"),
                holds(
                        "hasTopTokens(delightful, moving)",
                        positive("A delightful and moving film"),
                        it -> it.ranking().stream()
                                .limit(2)
                                .map(WordScore::text)
                                .toList()
                                .containsAll(List.of("delightful", "moving"))),
                holds("ranks(wrong).last()", positive(WRONG), it -> {
                    List<WordScore> ranking = it.ranking();
                    return ranking.get(ranking.size() - 1).text().equals("wrong");
                }),
                ranks(
                        ig("The acting was excellent").toward(Target.contrast("POSITIVE", "NEGATIVE")),
                        "excellent",
                        "acting"),
                probability("An excellent film", "POSITIVE", 0.9),
                probability("A terrible film", "NEGATIVE", 0.9),
                all(
                        "sign of great and awful",
                        List.of(positive(FILM), positive("The film was awful")),
                        both -> score(both.get(0), "great") > 0 && score(both.get(1), "awful") < 0),
                hasTop(positive(FILM).with(new Occlusion()), "great"));
    }

    static List<Check> vacuous() {
        return List.of(
                holds(
                        "some word ranks first",
                        ig(SAID),
                        it -> it.ranking().get(0).score() >= it.words().get(0).score()),
                amongTop(ig(SAID), "great", 5),
                holds("ignores(great, within 1000)", ig(SAID), it -> Math.abs(score(it, "great")) <= 1000),
                holds("every score within 1000", ig(WRONG), it -> it.maxMagnitude() <= 1000),
                holds("shareOf(great) at least 0", ig(SAID), it -> share(it, "great") >= 0),
                holds("shareOf(great) at most 1", ig(SAID), it -> share(it, "great") <= 1 + 1e-12),
                holds(
                        "shareOf(strongest) at least 1/n",
                        ig(SAID),
                        it -> share(it, byMagnitude(it).get(0)) >= 0.2 - 1e-12),
                holds(
                        "the predicted class has half",
                        ig(FILM),
                        it -> it.prediction().probability().orElseThrow() >= 0.5),
                holds(
                        "predicts one of both",
                        ig(FILM),
                        it -> it.prediction().labels().contains(it.prediction().label())),
                holds(
                        "strongest above weakest",
                        ig(WRONG),
                        it -> it.ranking().get(0).score()
                                >= it.ranking().get(it.ranking().size() - 1).score()),
                all(
                        "capital letters keep the ranking (uncased)",
                        List.of(ig(SAID), ig("THEY SAID IT WAS GREAT")),
                        both -> places(both.get(0)).equals(places(both.get(1)))),
                all(
                        "spaces keep the ranking",
                        List.of(ig(SAID), ig("They  said  it  was  great")),
                        both -> places(both.get(0)).equals(places(both.get(1)))),
                all(
                        "accents keep the ranking (stripped)",
                        List.of(ig(FILM), ig("Thé film was gréat")),
                        both -> places(both.get(0)).equals(places(both.get(1)))),
                all(
                        "equal texts have equal scores",
                        List.of(ig(SAID), ig(SAID)),
                        both -> both.get(0).tokens().equals(both.get(1).tokens())),
                all(
                        "two rules agree on the strongest word",
                        List.of(ig(WRONG), ig(WRONG).with(new IntegratedGradients(IntegrationRule.gaussLegendre(64)))),
                        both -> byMagnitude(both.get(0))
                                .get(0)
                                .equals(byMagnitude(both.get(1)).get(0))),
                holds("has five words", ig(SAID), it -> it.words().size() == 5),
                holds(
                        "probabilities sum to 1",
                        ig(FILM),
                        it -> Math.abs(it.prediction().probabilities().stream()
                                                .mapToDouble(Double::doubleValue)
                                                .sum()
                                        - 1)
                                < 1e-9),
                holds(
                        "the three strongest of five hold three fifths",
                        ig(SAID),
                        it -> byMagnitude(it).stream()
                                        .limit(3)
                                        .mapToDouble(word -> share(it, word))
                                        .sum()
                                >= 0.6 - 1e-12),
                holds("great opposes NEGATIVE by less than 1000", negative(SAID), it -> score(it, "great") > -1000),
                holds(
                        "great above or below said",
                        ig(SAID),
                        it -> Math.abs(score(it, "great") - score(it, "said")) >= 0),
                all(
                        "a name swapped keeps the top five of five",
                        List.of(ig("Alice said it was great"), ig("Omar said it was great")),
                        both -> both.get(0).ranking().stream().limit(5).count()
                                == both.get(1).ranking().stream().limit(5).count()),
                holds(
                        "probability below certainty",
                        ig(FILM),
                        it -> it.prediction().probability().orElseThrow() <= 1),
                holds("shareOf(They) at most 0.95", ig(WRONG), it -> share(it, "They") <= 0.95),
                holds("shareOf(,) at most 0.95", positive(WRONG), it -> share(it, ",") <= 0.95),
                holds(
                        "no word holds everything",
                        ig(WRONG),
                        it -> share(it, byMagnitude(it).get(0)) <= 0.98),
                all(
                        "classes have probabilities that complement each other",
                        List.of(positive(FILM), negative(FILM)),
                        both -> Math.abs(
                                        both.get(0).prediction().probabilities().get(0)
                                                - both.get(1)
                                                        .prediction()
                                                        .probabilities()
                                                        .get(0))
                                < 1e-6));
    }

    /** Where the words of the ranking stand in the text: words themselves are written otherwise. */
    private static List<Integer> places(Attribution attribution) {
        return attribution.ranking().stream().map(WordScore::index).toList();
    }
}
