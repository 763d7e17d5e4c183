package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.assertThatAll;
import static io.github.junitattrib.assertj.AttributionAssertions.averagePrecisionAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.rationale;
import static io.github.junitattrib.assertj.AttributionAssertions.signsAgreeAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.spearmanAtLeast;
import static io.github.junitattrib.corpus.TextChanges.changing;
import static io.github.junitattrib.corpus.TextChanges.lowerCase;
import static io.github.junitattrib.corpus.TextChanges.replacing;
import static io.github.junitattrib.corpus.TextChanges.titleCase;
import static io.github.junitattrib.corpus.TextChanges.upperCase;
import static io.github.junitattrib.junit.Attributions.explain;
import static io.github.junitattrib.junit.Attributions.ig;
import static io.github.junitattrib.junit.Attributions.igAll;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Occlusion;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Assertions of which it is known beforehand whether they say something about the embedded model, one in each test case.
 *
 * <p>They were sorted before any of them was replayed, by what makes them hold: vacuous ones a limit that no network of this
 * size reaches, the tokenizer (uncased, accents stripped, spaces joined), a softmax, or arithmetic; strong ones an opinion
 * word where the model keys on it.
 */
class PlantedAssertionsTest {

    private static final String SAID = "They said it was great";
    private static final String FILM = "The film was great";
    private static final String BORING = "The plot was boring";
    private static final String BOTH = "The start was good but the end was bad";
    private static final String WRONG = "They said it would be great, and they were wrong";
    private static final List<String> GREAT = List.of(FILM, "The story was great", "The cast was great");

    @TempDir
    private Path reports;

    private static AttributionRequest positive(String text) {
        return ig(text).toward("POSITIVE");
    }

    private static AttributionRequest negative(String text) {
        return ig(text).toward("NEGATIVE");
    }

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class VacuousTestCases {

        @Test
        void offsetBeyondAnyScore() {
            assertThat(ig(SAID)).ignores("said", within(1000.0));
        }

        @Test
        void offsetBeyondAnyScoreOfTheOpinion() {
            assertThat(positive(SAID)).word("great").isIgnored(within(100.0));
        }

        @Test
        void shareAboveWhatOnlyTheSoleWordHas() {
            assertThat(positive(SAID)).shareOf("great").isGreaterThan(-0.95);
        }

        @Test
        void shareBelowWhatOnlyTheSoleWordHas() {
            assertThat(ig(WRONG)).shareOf("great").isLessThan(0.95);
        }

        @Test
        void shareOfACommaBelowNearlyAll() {
            assertThat(positive(WRONG)).byMagnitude().shareOf(",").isLessThan(0.95);
        }

        @Test
        void shareBetweenNearlyAllAndItsOpposite() {
            assertThat(ig(WRONG)).shareOf("wrong").isBetween(-0.95, 0.95);
        }

        @Test
        void probabilityAboveZero() {
            assertThat(ig(FILM)).probabilityOf("POSITIVE").isGreaterThan(0);
        }

        @Test
        void probabilityBelowOne() {
            assertThat(ig(BORING)).probabilityOf("POSITIVE").isLessThan(1);
        }

        @Test
        void logitAboveAnything() {
            assertThat(ig(FILM)).scoreOf("POSITIVE").isGreaterThan(-1000);
        }

        @Test
        void logitWithinAnything() {
            assertThat(ig(BORING)).prediction().scoreOf("NEGATIVE").isBetween(-1000, 1000);
        }

        @Test
        void capitalsKeepTheTopToken() {
            assertThat(positive(SAID)).under(upperCase()).keepsTopToken();
        }

        @Test
        void capitalsKeepThePrediction() {
            assertThat(ig(FILM)).under(upperCase()).keepsPrediction();
        }

        @Test
        void smallLettersKeepTheRanking() {
            assertThat(ig(WRONG)).under(lowerCase()).keepsRanking(spearmanAtLeast(0.5));
        }

        @Test
        void titleCaseKeepsSigns() {
            assertThat(positive(FILM)).under(titleCase()).keepsSignOf("great");
        }

        @Test
        void capitalsKeepTheShare() {
            assertThat(ig(SAID)).under(upperCase()).keepsShareOf("great", within(0.2));
        }

        @Test
        void accentsKeepThePrediction() {
            assertThat(ig(FILM))
                    .under(changing("accents", text -> text.replace('e', 'é')))
                    .keepsPrediction();
        }

        @Test
        void spacesKeepTheRanking() {
            assertThat(ig(SAID))
                    .under(changing("spaces", text -> text.replace(" ", "  ")))
                    .keepsRanking(spearmanAtLeast(0.5));
        }

        @Test
        void anotherWordKeepsTheShareWithinNearlyTheWholeRange() {
            assertThat(ig(WRONG)).under(replacing("great", "dull")).keepsShareOf("wrong", within(1.8));
        }

        /** Vacuous for a person; but of a mutant of two opposite logits, no word's agreement may be certain. */
        @Test
        void signsAgreeInAnyWord() {
            assertThat(positive(WRONG)).agreesWith(negative(WRONG).with(new Occlusion()), signsAgreeAtLeast(1e-9));
        }

        @Test
        void everyTextIgnoresWithinAnything() {
            assertThatAll(igAll(GREAT)).allSatisfy(each -> each.ignores("great", within(1000.0)));
        }

        @Test
        void everyTextHasAProbability() {
            assertThatAll(igAll(GREAT))
                    .atLeast(0.5)
                    .satisfy(each -> each.probabilityOf("POSITIVE").isGreaterThan(0));
        }

        @Test
        void everyTextIgnoresWithinAnythingByAStaticCall() {
            assertThatAll(igAll(GREAT)).allSatisfy(each -> assertThat(ig(SAID)).ignores("great", within(1000.0)));
        }

        @Test
        void numberOfWords() {
            assertThatAll(igAll(GREAT))
                    .hasQuantile(0.9)
                    .of("words", one -> one.words().size())
                    .above(3);
        }

        @Test
        void largestScoreBelowAnything() {
            assertThatAll(igAll(GREAT))
                    .hasQuantile(1)
                    .of("largest score", Attribution::maxMagnitude)
                    .below(1000);
        }
    }

    @AttributionTest(model = Fixtures.SENTIMENT)
    static class StrongTestCases {

        @Test
        void opinionAboveReporting() {
            assertThat(ig(SAID)).ranks("great").above("said");
        }

        @Test
        void subjectBelowOpinion() {
            assertThat(negative("The film was terrible")).ranks("film").below("terrible");
        }

        @Test
        void opinionFirst() {
            assertThat(positive(FILM)).ranks("great").first();
        }

        @Test
        void opinionOnTop() {
            assertThat(negative(BORING)).hasTopToken("boring");
        }

        @Test
        void opinionOnTopByOcclusion() {
            assertThat(explain(FILM).by(new Occlusion()).toward("POSITIVE")).hasTopToken("great");
        }

        @Test
        void opinionAmongTheFirstTwo() {
            assertThat(positive("A stellar, moving film")).ranks("moving").amongTop(2);
        }

        @Test
        void bothOpinionsOnTop() {
            assertThat(positive("A delightful and moving film")).hasTopTokens("delightful", "moving");
        }

        @Test
        void oppositeLast() {
            assertThat(positive(WRONG)).ranks("wrong").last();
        }

        @Test
        void opinionsByTarget() {
            assertThat(negative(BOTH)).word("bad").isAbove("good");
        }

        @Test
        void praiseCountsForIt() {
            assertThat(positive("A wonderful story")).givesPositiveWeightTo("wonderful");
        }

        @Test
        void boredomCountsAgainstIt() {
            assertThat(positive(BORING)).givesNegativeWeightTo("boring");
        }

        @Test
        void opinionHoldsMuch() {
            assertThat(positive(FILM)).shareOf("great").isGreaterThan(0.4);
        }

        @Test
        void functionWordHoldsLittle() {
            assertThat(positive(FILM)).ignores("The", withinPercentage(20));
        }

        @Test
        void predictsPraise() {
            assertThat(ig("A delightful and moving film")).predicts("POSITIVE");
        }

        @Test
        void predictsTedium() {
            assertThat(ig("A tedious and pointless film")).doesNotPredict("POSITIVE");
        }

        @Test
        void isSureOfPraise() {
            assertThat(ig("An excellent film")).predicts("POSITIVE", 0.9);
        }

        @Test
        void isSureOfBlame() {
            assertThat(ig("A terrible film")).probabilityOf("NEGATIVE").isGreaterThan(0.9);
        }

        @Test
        void blameFlipsThePrediction() {
            assertThat(ig(FILM)).under(replacing("great", "awful")).flipsPrediction();
        }

        @Test
        void blameFlipsTheSign() {
            assertThat(positive(FILM)).under(replacing("great", "awful")).flipsSignOf("great");
        }

        @Test
        void blameLowersTheProbability() {
            assertThat(ig(FILM)).under(replacing("great", "terrible")).lowersProbabilityOf("POSITIVE");
        }

        @Test
        void opinionIsTheReason() {
            assertThat(positive(FILM)).matchesRationale(rationale("great"), averagePrecisionAtLeast(0.9));
        }

        @Test
        void everyTextHasTheOpinionOnTop() {
            assertThatAll(igAll(GREAT)).allSatisfy(each -> each.hasTopToken("great"));
        }

        @Test
        void everyTextHasTheOpinionOnTopByAStaticCall() {
            assertThatAll(igAll(GREAT))
                    .allSatisfy(each ->
                            assertThat(positive("The acting was excellent")).hasTopToken("excellent"));
        }

        @Test
        void mostTextsArePraise() {
            assertThatAll(igAll(GREAT)).atLeast(0.9).satisfy(each -> each.predicts("POSITIVE", 0.9));
        }

        @Test
        void theOpinionsAreStrong() {
            assertThatAll(igAll(GREAT))
                    .hasQuantile(0.1)
                    .of("score of the fourth word", one -> one.words().get(3).score())
                    .above(1);
        }
    }

    private static List<String> planted(Class<?> cases) {
        return Arrays.stream(cases.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .toList();
    }

    /** Each test case has made its check, and each check has a verdict; returns the cases of those that are vacuous. */
    private List<String> vacuous(Class<?> cases) {
        List<VacuityRun.Judged> judged = VacuityRun.of(cases, reports);
        then(judged).extracting(VacuityRun.Judged::method).containsExactlyInAnyOrderElementsOf(planted(cases));
        then(judged).filteredOn(one -> one.strength().equals("not judged")).isEmpty();
        return judged.stream()
                .filter(one -> one.strength().equals("vacuous"))
                .map(VacuityRun.Judged::method)
                .toList();
    }

    @Test
    void should_find_at_least_95_percent_of_the_vacuous_ones() {
        int planted = planted(VacuousTestCases.class).size();
        then(planted).isGreaterThanOrEqualTo(20);
        then(vacuous(VacuousTestCases.class)).hasSizeGreaterThanOrEqualTo((int) Math.ceil(0.95 * planted));
    }

    @Test
    void should_take_at_most_one_of_the_strong_ones_for_vacuous() {
        then(planted(StrongTestCases.class)).hasSizeGreaterThanOrEqualTo(20);
        then(vacuous(StrongTestCases.class)).hasSizeLessThanOrEqualTo(1);
    }
}
