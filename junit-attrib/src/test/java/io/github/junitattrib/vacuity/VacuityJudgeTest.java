package io.github.junitattrib.vacuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.CheckResult;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Target;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.model.MutableClassifier;
import io.github.junitattrib.model.Shuffle;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VacuityJudgeTest {

    private static final String TEXT = "they said it was great";

    private final WeightedWords model = new WeightedWords();

    private static AttributionRequest ask(TextClassifier asked) {
        return AttributionRequest.of(asked, TEXT, new Occlusion()).toward("POSITIVE");
    }

    private Judgment judge(Check check) {
        return judge(model, check);
    }

    private static Judgment judge(TextClassifier asked, Check check) {
        return new VacuityJudge(() -> asked, request -> request.model() == asked, VacuitySettings.DEFAULT)
                .judge(List.of(check))
                .get(0);
    }

    private static Check top(AttributionRequest request) {
        return Judged.hasTop(request, "great");
    }

    private static Check anything(AttributionRequest request) {
        return Judged.holds("holds for anything", request, attribution -> true);
    }

    @Test
    void tellsAStrongCheckFromAVacuousOne() {
        assertThat(judge(top(ask(model))).strength()).isEqualTo(Strength.STRONG);
        Judgment vacuous = judge(anything(ask(model)));
        assertThat(vacuous.strength()).isEqualTo(Strength.VACUOUS);
        assertThat(vacuous.survivors()).isEqualTo(8);
        assertThat(vacuous.mutants())
                .extracting(MutantVerdict::mutant)
                .containsExactly(
                        "weights 1",
                        "embeddings 1",
                        "weights 2",
                        "embeddings 2",
                        "weights 3",
                        "embeddings 3",
                        "weights 4",
                        "labels 1");
    }

    @Test
    void keepsOneMutantAtATimeAndAsksItOnceForEqualRequests() {
        List<Check> checks = List.of(top(ask(model)), anything(ask(model)), anything(ask(model)));
        new VacuityJudge(() -> model, request -> true, VacuitySettings.DEFAULT).judge(checks);

        assertThat(model.made).hasValue(7);
        assertThat(model.mostOpen).hasValue(1);
        assertThat(model.open).hasValue(0);
        assertThat(model.asked).hasValue(7 * WeightedWords.textsOf(ask(model)));
    }

    /** Occlusion that counts how often it is asked, and about how many texts at once. */
    private static final class Counting implements AttributionMethod {

        private final List<Integer> sizes = new ArrayList<>();

        @Override
        public MethodFacts facts() {
            return new Occlusion().facts();
        }

        @Override
        public Attribution attribute(TextClassifier asked, Question question) {
            return attributeAll(asked, List.of(question)).get(0);
        }

        @Override
        public List<Attribution> attributeAll(TextClassifier asked, List<Question> questions) {
            sizes.add(questions.size());
            return new Occlusion().attributeAll(asked, questions);
        }
    }

    @Test
    void asksForTheTextsOfACorpusTogetherAndOnce() {
        WeightedWords other = new WeightedWords();
        Counting counting = new Counting();
        List<AttributionRequest> corpus = List.of(
                ask(model).with(counting),
                ask(model).about("it was great").with(counting),
                ask(other).about("it was awful").with(counting));
        // A requirement finds out which texts it asks about only while it is judged.
        Check check = new Check("each", List.of(), Check.About.MODEL, corpus.subList(0, 1), models -> {
            models.attributions(corpus);
            return pass();
        });
        new VacuityJudge(() -> model, request -> request.model() == model, VacuitySettings.DEFAULT)
                .judge(List.of(check));

        // The model: both of its texts, and that of the other model, which no mutant asks again.
        assertThat(counting.sizes.subList(0, 2)).containsExactly(2, 1);
        // Each of eight mutants: what the check named beforehand, and what it asked for besides.
        assertThat(counting.sizes.subList(2, counting.sizes.size())).hasSize(16).containsOnly(1);
    }

    @Test
    void judgesACheckOnceOnTheModelItself() {
        AtomicInteger ofModel = new AtomicInteger();
        AttributionRequest request = ask(model);
        Check check = new Check("counts", List.of(), Check.About.MODEL, List.of(request), models -> {
            boolean own = models.attribution(request)
                    .model()
                    .name()
                    .equals(model.facts().name());
            ofModel.addAndGet(own && models.model(request) == model ? 1 : 0);
            return pass();
        });
        judge(check);
        assertThat(ofModel).hasValue(1);
    }

    @Test
    void judgesACheckTheSameBesideAnyOthers() {
        Check check = top(ask(model));
        List<Judgment> together = new VacuityJudge(() -> model, request -> true, VacuitySettings.DEFAULT)
                .judge(List.of(anything(ask(model)), check, anything(ask(model))));
        assertThat(together.get(1)).isEqualTo(judge(check));
    }

    @Test
    void doesNotCountPermutedLabelsTowardThePredictedClass() {
        AttributionRequest predicted = AttributionRequest.of(model, TEXT, new Occlusion());
        Judgment judgment = judge(anything(predicted));

        assertThat(judgment.strength()).isEqualTo(Strength.VACUOUS);
        assertThat(judgment.counted()).isEqualTo(7);
        assertThat(judgment.mutants().get(7)).isEqualTo(new MutantVerdict("labels 1", Reaction.EQUIVALENT, ""));
        assertThat(judge(Judged.holds(
                                "predicts",
                                predicted,
                                attribution -> attribution.prediction().label().equals("POSITIVE")))
                        .mutants()
                        .get(7)
                        .reaction())
                .isEqualTo(Reaction.KILLED);
    }

    @Test
    void doesNotCountPermutedLabelsIfFurtherTextsAreAskedTowardTheClassOfTheFirst() {
        AttributionRequest predicted = AttributionRequest.of(model, TEXT, new Occlusion());
        AttributionRequest changed = predicted.about("they said it was awful");
        Check under = new Check(
                "under", List.of(), Check.About.MODEL, List.of(predicted, changed.toward(Target.index(1))), models -> {
                    int first = models.attribution(predicted).prediction().index();
                    models.attribution(changed.toward(Target.index(first)));
                    return pass();
                });
        assertThat(labelsOf(under)).isEqualTo(Reaction.EQUIVALENT);
    }

    @Test
    void countsPermutedLabelsIfACheckAsksTheModelItselfOrNothing() {
        AttributionRequest predicted = AttributionRequest.of(model, TEXT, new Occlusion());
        Check asking = new Check("asks", List.of(), Check.About.MODEL, List.of(predicted), models -> {
            models.attribution(predicted);
            return models.model(predicted).labels().isEmpty() ? new CheckResult(Verdict.FAIL, "", List.of()) : pass();
        });
        Check silent = new Check("silent", List.of(), Check.About.MODEL, List.of(predicted), models -> pass());
        assertThat(labelsOf(asking)).isEqualTo(Reaction.SURVIVED);
        assertThat(labelsOf(silent)).isEqualTo(Reaction.SURVIVED);
    }

    private Reaction labelsOf(Check check) {
        MutantVerdict last = judge(check).mutants().get(7);
        assertThat(last.mutant()).isEqualTo("labels 1");
        return last.reaction();
    }

    @Test
    void countsPermutedLabelsIfTheVerdictDependsOnThem() {
        record Topics() implements TextClassifier {
            @Override
            public List<String> labels() {
                return List.of("SPORT", "FILM", "NEWS");
            }

            @Override
            public Prediction predict(String text) {
                return Prediction.ofLogits(labels(), new double[] {0, text.length(), -text.length()});
            }
        }
        TextClassifier topics = new Topics();
        AttributionRequest predicted = AttributionRequest.of(topics, TEXT, new Occlusion());

        assertThat(reactions(
                        topics,
                        Judged.holds(
                                "doesNotPredict",
                                predicted,
                                it -> !it.prediction().label().equals("SPORT"))))
                .containsExactlyInAnyOrder(Reaction.KILLED, Reaction.SURVIVED);
        assertThat(reactions(topics, Judged.ranks(predicted, "great", "it")))
                .containsExactly(Reaction.EQUIVALENT, Reaction.EQUIVALENT);
        assertThat(reactions(
                        topics,
                        Judged.holds(
                                "is sure",
                                predicted,
                                it -> it.prediction().probability().orElseThrow() > 0.9)))
                .containsExactly(Reaction.EQUIVALENT, Reaction.EQUIVALENT);
    }

    private static List<Reaction> reactions(TextClassifier asked, Check check) {
        return judge(asked, check).mutants().stream()
                .map(MutantVerdict::reaction)
                .toList();
    }

    /** Adds to the score of one class what no word changes. */
    private record Biased(WeightedWords words, double bias) implements MutableClassifier {

        @Override
        public List<String> labels() {
            return words.labels();
        }

        @Override
        public Prediction predict(String text) {
            List<Double> scores = words.predict(text).scores();
            return Prediction.ofLogits(labels(), new double[] {scores.get(0), scores.get(1) + bias});
        }

        @Override
        public TextClassifier mutant(Shuffle lost, long seed) {
            return new Biased(words, 1);
        }
    }

    @Test
    void countsMutantsWithEqualScoresOfWordsAndAnotherScoreOfTheText() {
        TextClassifier biased = new Biased(model, 0);
        Judgment judgment = judge(biased, Judged.holds("F is high", ask(biased), it -> it.inputScore() > 3));
        assertThat(judgment.survivors()).isEqualTo(7);
        assertThat(judgment.count(Reaction.KILLED)).isEqualTo(1);
    }

    @Test
    void countsInconclusiveMutantsAndErrorsAsKilled() {
        Check unsure = Judged.of(
                "unsure",
                List.of(ask(model)),
                all -> Judged.score(all.get(0), "great") == 2
                        ? Verdict.PASS
                        : Judged.score(all.get(0), "great") == -2 ? Verdict.FAIL : Verdict.INCONCLUSIVE);
        assertThat(judge(unsure).strength()).isEqualTo(Strength.STRONG);
        assertThat(judge(unsure).count(Reaction.INCONCLUSIVE)).isEqualTo(7);
        assertThat(judge(unsure).counted()).isEqualTo(8);

        Check touchy = Judged.of("touchy", List.of(ask(model)), all -> {
            double score = Judged.score(all.get(0), "great");
            if (score < 0) {
                throw new ModelLoadException("No.");
            }
            return score == 2 ? Verdict.PASS : Verdict.FAIL;
        });
        assertThat(judge(touchy).strength()).isEqualTo(Strength.STRONG);
        assertThat(judge(touchy).count(Reaction.ERROR)).isPositive();
        assertThat(judge(touchy).counted()).isEqualTo(8);
    }

    @Test
    void judgesNoCheckOfWhichNoMutantGivesAVerdict() {
        Judgment unsure = judge(Judged.of(
                "unsure",
                List.of(ask(model)),
                all -> Judged.score(all.get(0), "great") == 2 ? Verdict.PASS : Verdict.INCONCLUSIVE));
        assertThat(unsure.strength()).isEqualTo(Strength.NOT_JUDGED);
        assertThat(unsure.reason()).isEqualTo("no mutant gives a verdict: 8 are inconclusive and 0 end in an error");
        assertThat(unsure.count(Reaction.INCONCLUSIVE)).isEqualTo(8);

        Judgment mixed = judge(Judged.of("mixed", List.of(ask(model)), all -> {
            double score = Judged.score(all.get(0), "great");
            if (score == -2) {
                throw new ModelLoadException("No.");
            }
            return score == 2 ? Verdict.PASS : Verdict.INCONCLUSIVE;
        }));
        assertThat(mixed.strength()).isEqualTo(Strength.NOT_JUDGED);
        assertThat(mixed.reason()).isEqualTo("no mutant gives a verdict: 7 are inconclusive and 1 ends in an error");
    }

    /** Its first mutant is the model again. */
    private record Patchy(WeightedWords words) implements MutableClassifier {

        @Override
        public List<String> labels() {
            return words.labels();
        }

        @Override
        public Prediction predict(String text) {
            return words.predict(text);
        }

        @Override
        public TextClassifier mutant(Shuffle lost, long seed) {
            return lost == Shuffle.WEIGHTS && seed == 1001 ? new Patchy(words) : words.mutant(lost, seed);
        }
    }

    /** Fails as native memory and programs of users do: by an error that is no exception. */
    private record Failing(WeightedWords words, boolean alsoToTell) implements MutableClassifier {

        @Override
        public List<String> labels() {
            return words.labels();
        }

        @Override
        public Prediction predict(String text) {
            return words.predict(text);
        }

        @Override
        public Set<Shuffle> shuffles() {
            if (alsoToTell) {
                throw new StackOverflowError("which mutants are there?");
            }
            return Set.of(Shuffle.WEIGHTS);
        }

        @Override
        public TextClassifier mutant(Shuffle lost, long seed) {
            throw new OutOfMemoryError("Java heap space");
        }
    }

    @Test
    void takesErrorsOfMutantsForMissingOnesSoThatTheRunGoesOn() {
        TextClassifier failing = new Failing(model, false);
        Judgment judgment = judge(failing, top(ask(failing)));
        assertThat(judgment.strength()).isEqualTo(Strength.NOT_JUDGED);
        assertThat(judgment.count(Reaction.MISSING)).isEqualTo(7);
        assertThat(judgment.mutants().get(0).note()).isEqualTo("Java heap space");

        TextClassifier silent = new Failing(model, true);
        Judgment none = judge(silent, top(ask(silent)));
        assertThat(none.strength()).isEqualTo(Strength.NOT_JUDGED);
        assertThat(none.mutants())
                .containsExactly(new MutantVerdict("mutants", Reaction.MISSING, "which mutants are there?"));
    }

    @Test
    void takesAnAssertionInsideOfACheckForAnErrorOfTheMutant() {
        Judgment judgment = judge(Judged.holds("asserts in a function", ask(model), attribution -> {
            assertThat(attribution.prediction().label()).isEqualTo("POSITIVE");
            return true;
        }));
        assertThat(judgment.count(Reaction.ERROR)).isPositive();
        assertThat(judgment.chance()).isEmpty();
    }

    @Test
    void saysWhyTheFirstOfTheErrorsCame() {
        TextClassifier patchy = new Patchy(model);
        Judgment judgment = judge(patchy, Judged.all("breaks on mutants", List.of(ask(patchy)), all -> {
            if (Judged.score(all.get(0), "great") != 2) {
                throw new IllegalStateException("Not this one.");
            }
            return true;
        }));
        assertThat(judgment.mutants().get(0).reaction()).isEqualTo(Reaction.EQUIVALENT);
        assertThat(judgment.reason()).isEqualTo("it cannot be judged on any mutant: Not this one.");
    }

    @Test
    void judgesNoCheckThatCannotBeAskedOfMutants() {
        assertThat(judge(new Check("ready", List.of(), Check.About.MODEL, List.of(), models -> pass()))
                        .reason())
                .isEqualTo("it judges a ready attribution rather than a request, which cannot be asked of a mutant");
        assertThat(judge(anything(ask(new WeightedWords()))).reason())
                .isEqualTo("it asks other models than the one under test");
        assertThat(judge(Judged.holds("fails", ask(model), attribution -> false))
                        .reason())
                .isEqualTo("judged a second time on the model itself, it is FAIL, so that mutants would tell nothing");
        Judgment never = judge(Judged.all("breaks on mutants", List.of(ask(model)), all -> {
            if (Judged.score(all.get(0), "great") != 2) {
                throw new IllegalStateException("Not this one.\nMore.");
            }
            return true;
        }));
        assertThat(never.strength()).isEqualTo(Strength.NOT_JUDGED);
        assertThat(never.reason()).isEqualTo("it cannot be judged on any mutant: Not this one.");
    }

    @Test
    void judgesNoCheckByMutantsThatAreTooFewOrCannotBeMade() {
        record Service() implements TextClassifier {
            @Override
            public List<String> labels() {
                return List.of("NEGATIVE", "POSITIVE");
            }

            @Override
            public Prediction predict(String text) {
                return WeightedWords.prediction(text, String::length);
            }
        }
        record Unloadable() implements MutableClassifier {
            @Override
            public List<String> labels() {
                return List.of("score");
            }

            @Override
            public Set<Shuffle> shuffles() {
                return Set.of(Shuffle.WEIGHTS);
            }

            @Override
            public Prediction predict(String text) {
                return Prediction.ofLogits(labels(), new double[] {text.length()});
            }

            @Override
            public TextClassifier mutant(Shuffle lost, long seed) {
                throw new ModelLoadException("The file is gone.");
            }
        }
        TextClassifier service = new Service();
        Judgment one = judge(service, anything(ask(service)));
        assertThat(one.strength()).isEqualTo(Strength.NOT_JUDGED);
        assertThat(one.counted()).isEqualTo(1);
        assertThat(one.reason())
                .isEqualTo("only 1 mutant tells it from the model, but 4 must: test a model that is loaded from a"
                        + " directory, or that is a MutableClassifier");
        assertThat(judge(service, Judged.sign(ask(service), "great", 1)).strength())
                .isEqualTo(Strength.NOT_JUDGED);

        TextClassifier unloadable = new Unloadable();
        Judgment none = judge(unloadable, anything(AttributionRequest.of(unloadable, TEXT, new Occlusion())));
        assertThat(none.strength()).isEqualTo(Strength.NOT_JUDGED);
        assertThat(none.count(Reaction.MISSING)).isEqualTo(8);
        assertThat(none.reason()).isEqualTo("mutants cannot be made: The file is gone.");
    }

    @Test
    void measuresTheChanceOfAnyCheck() {
        // Of distinct scores dealt at random: 1/2, 1/5, 2/5, 1/2 and 1/2; five deviations of 200 draws are 0.18.
        AttributionRequest request = AttributionRequest.of(model, "they said great awful films", new Occlusion())
                .toward("POSITIVE");
        assertThat(chance(Judged.ranks(request, "great", "said"))).isCloseTo(0.4, within(0.18));
        assertThat(chance(Judged.hasTop(request, "great"))).isCloseTo(0.2, within(0.15));
        assertThat(chance(Judged.amongTop(request, "great", 2))).isCloseTo(0.4, within(0.18));
        assertThat(chance(Judged.sign(request, "great", 1))).isCloseTo(0.5, within(0.18));
        assertThat(chance(Judged.holds(
                        "predicts", request, it -> it.prediction().label().equals("POSITIVE"))))
                .isCloseTo(0.5, within(0.18));
        Check asking = new Check(
                "asks",
                List.of(),
                Check.About.MODEL,
                List.of(request),
                models -> models.model(request) == null ? new CheckResult(Verdict.FAIL, "", List.of()) : pass());
        assertThat(judge(asking).chance()).isEmpty();
    }

    private double chance(Check check) {
        OptionalDouble chance = Chance.of(check, new ModelAnswers(request -> true), 1);
        return chance.orElseThrow();
    }

    private static CheckResult pass() {
        return new CheckResult(Verdict.PASS, "", List.of());
    }

    /** P(X ≥ survivors) of a binomial: 1/256 for 8 of 8 coins, 9/256 for 7 of 8, 1/128 for 7 of 7, 1/64 for 6 of 6. */
    @ParameterizedTest
    @CsvSource({
        "8, 8, 0.5, VACUOUS",
        "7, 8, 0.5, STRONG",
        "7, 7, 0.5, VACUOUS",
        "6, 6, 0.5, NOT_JUDGED",
        // By p = 1/5 it is 8 · 0.2^7 · 0.8 + 0.2^8 = 0.0001.
        "7, 8, 0.2, VACUOUS",
        "6, 8, 0.2, STRONG",
        // A check that chance passes nearly always is held to a coin.
        "8, 8, 0.99, VACUOUS",
        "7, 8, 0.99, STRONG",
        "14, 16, 0.5, VACUOUS",
        "13, 16, 0.5, STRONG",
        // √0.1 to the power of 4 is 1 %, which is at most 1 %.
        "4, 4, 0.31622776601683794, VACUOUS",
        "4, 4, 0.3163, NOT_JUDGED",
        "0, 4, 0.5, STRONG",
        // Three mutants tell nothing in either direction.
        "3, 3, 0.005, NOT_JUDGED",
        "1, 1, 0.005, NOT_JUDGED",
        "0, 3, 0.5, NOT_JUDGED",
        "0, 1, 0.5, NOT_JUDGED",
        "0, 0, 0.5, NOT_JUDGED",
        "8, 8, , VACUOUS"
    })
    void callsVacuousWhatSurvivesMoreThanChanceExplains(int survivors, int counted, Double chance, Strength expected) {
        assertThat(VacuityRule.of(
                        survivors, counted, chance == null ? OptionalDouble.empty() : OptionalDouble.of(chance)))
                .isEqualTo(expected);
    }

    @Test
    void refusesMutantsThatAreTooFew() {
        assertThatThrownBy(() -> new VacuitySettings(7, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A check is judged on 8 to 64 mutants, but 7 were asked for: fewer cannot be told from"
                        + " chance.");
    }
}
