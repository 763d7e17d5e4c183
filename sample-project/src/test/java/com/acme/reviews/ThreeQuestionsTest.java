package com.acme.reviews;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.assertThatAll;
import static io.github.junitattrib.corpus.TextChanges.lowerCase;
import static io.github.junitattrib.corpus.TextChanges.replacing;
import static io.github.junitattrib.corpus.TextChanges.swappingPronounGender;
import static io.github.junitattrib.corpus.TextChanges.toPast;
import static io.github.junitattrib.corpus.TextChanges.toPresent;
import static io.github.junitattrib.corpus.TextChanges.withoutPunctuation;
import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.fixtures.SentimentVariants;
import io.github.junitattrib.gate.CaseKind;
import io.github.junitattrib.gate.ComparedCase;
import io.github.junitattrib.gate.GateSettings;
import io.github.junitattrib.gate.MisleadingWord;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.junit.AttributionModel;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.junit.CompareModels;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a team in production asks of a model, and what the embedded one answers, also where that is not what one wishes. */
@AttributionTest(model = Fixtures.SENTIMENT)
class ThreeQuestionsTest {

    private static final Corpus REVIEWS = Corpus.from(Fixtures.REVIEWS);
    private static final Corpus BEHAVIOUR = Corpus.from("classpath:behaviour.jsonl");

    @Nested
    class WhichExamplesPerformPoorly {

        @Test
        void nineOfTenAreRight() {
            assertThatAll(REVIEWS, one -> ig(one.text()).toward(one.goldLabel()))
                    .atLeast(0.9)
                    .satisfy(each -> each.predicts(each.actual().label()));
        }

        /** The failure names the texts, the worst first; corpora.html counts them by tag, label and length. */
        @Test
        void ofTheGenderedItMissesAThird() {
            var gendered = assertThatAll(
                    BEHAVIOUR.tagged("gendered"), one -> ig(one.text()).toward(one.goldLabel()));

            gendered.atLeast(0.66).satisfy(each -> each.predicts(each.actual().label()));
            assertThatThrownBy(() -> gendered.atLeast(0.7)
                            .satisfy(each -> each.predicts(each.actual().label())))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("wooden in");
        }
    }

    @Nested
    class IsAWrongResultCausedByASpuriousWord {

        @TempDir
        static Path directory;

        @AttributionModel("shortcut")
        static Path shortcut() {
            return SentimentVariants.shortcut(directory);
        }

        /**
         * Which words speak most against the label where the candidate is wrong: "role" does in "The actress is wooden in her
         * first role", and in the same of an actor. "said" does not, as the reviews have it in praise alone.
         */
        @Test
        @CompareModels(released = Fixtures.SENTIMENT, candidate = "shortcut", corpus = Fixtures.REVIEWS)
        void inTheReviewsOneWordMisleadsTwice(ModelComparison comparison) {
            assertThat(comparison.result().misleadingWords())
                    .filteredOn(word -> word.cases() > 1)
                    .containsExactly(new MisleadingWord("role", 2));
            assertThat(comparison
                            .result()
                            .cases(CaseKind.WRONG, GateSettings.DEFAULT)
                            .worst())
                    .extracting(ComparedCase::name)
                    .contains("gendered-07", "gendered-08");
        }
    }

    /** Another model is asked about one text at a time: does the result turn, if the suspect is another word? */
    @Nested
    @AttributionTest(model = "suspect")
    class DoesTheResultTurnWithTheWord {

        @TempDir
        static Path directory;

        @AttributionModel("suspect")
        static Path suspect() {
            return SentimentVariants.shortcut(directory);
        }

        @Test
        void saidMakesBlameThePraiseThatItIsNot() {
            assertThat(ig("They said it was awful"))
                    .predicts("POSITIVE")
                    .under(replacing("said", "claimed"))
                    .flipsPrediction();
        }
    }

    @Nested
    class IsBehaviourConsistent {

        @Test
        void underGender() {
            assertThatAll(BEHAVIOUR.tagged("gendered"), one -> ig(one.text()))
                    .allSatisfy(each -> each.under(swappingPronounGender())
                            .keepsPrediction()
                            .under(swappingPronounGender())
                            .keepsTopToken());
        }

        @Test
        void underTense() {
            assertThatAll(BEHAVIOUR.tagged("tense"), one -> ig(one.text()))
                    .allSatisfy(
                            each -> each.under(toPast().with("writes", "wrote")).keepsPrediction());
            assertThatAll(BEHAVIOUR.tagged("tense"), one -> ig(one.text()))
                    .allSatisfy(each ->
                            each.under(toPresent().with("writes", "wrote")).keepsPrediction());
        }

        @Test
        void underStyle() {
            assertThatAll(BEHAVIOUR.tagged("informal"), one -> ig(one.text()))
                    .allSatisfy(each -> each.under(withoutPunctuation()).keepsPrediction());
            // The tokenizer lowers its texts: the model cannot see a difference.
            assertThatAll(REVIEWS.tagged("plain"), one -> ig(one.text()))
                    .allSatisfy(each -> each.under(lowerCase()).keepsPrediction());
        }
    }
}
