package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.assertThatAll;
import static io.github.junitattrib.corpus.TextChanges.intensifying;
import static io.github.junitattrib.corpus.TextChanges.lowerCase;
import static io.github.junitattrib.corpus.TextChanges.negating;
import static io.github.junitattrib.corpus.TextChanges.swapping;
import static io.github.junitattrib.corpus.TextChanges.swappingNames;
import static io.github.junitattrib.corpus.TextChanges.swappingPronounGender;
import static io.github.junitattrib.corpus.TextChanges.titleCase;
import static io.github.junitattrib.corpus.TextChanges.toPast;
import static io.github.junitattrib.corpus.TextChanges.toPresent;
import static io.github.junitattrib.corpus.TextChanges.typos;
import static io.github.junitattrib.corpus.TextChanges.upperCase;
import static io.github.junitattrib.junit.Attributions.explain;
import static io.github.junitattrib.junit.Attributions.explainAll;
import static io.github.junitattrib.junit.Attributions.ig;
import static io.github.junitattrib.junit.Attributions.igAll;
import static io.github.junitattrib.junit.Attributions.igLabeled;
import static io.github.junitattrib.junit.Attributions.variants;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.Target;
import io.github.junitattrib.assertj.AttributionAssertionError;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.corpus.TextTemplate;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.model.TextClassifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Invariance, direction and minimum functionality on the embedded model, with what it really does. */
@AttributionTest(model = Fixtures.SENTIMENT)
class BehaviourUnderChangeTest {

    private static final TextTemplate REVIEWS = TextTemplate.of("{name} said the film was {opinion}")
            .with("name", "Alice", "Omar", "Mei")
            .with("opinion", "great", "wonderful");

    @Test
    void namesDoNotMatter() {
        assertThat(ig("Alice said it was great"))
                .under(swapping("Alice", "Omar"))
                .keepsTopToken()
                .under(swappingNames(List.of("Alice", "Omar", "Mei")))
                .keepsPrediction();
    }

    @Test
    void negationTurnsThePredictionAndWeakensTheWord() {
        assertThat(ig("They said it was great"))
                .under(negating("great"))
                .flipsPrediction()
                .under(negating("great"))
                .lowersScoreOf("great");
    }

    /** A shortcoming of the model: "not" carries the negation alone, and "great" goes on to support POSITIVE. */
    @Test
    void negationDoesNotTurnTheWordItself() {
        Throwable error = catchThrowable(() -> assertThat(ig("They said it was great"))
                .under(negating("great"))
                .flipsSignOf("great"));

        assertThat(error)
                .isInstanceOf(AttributionAssertionError.class)
                .hasMessageStartingWith(
                        "Expected \"great\" to flip its sign toward POSITIVE under negating(\"great\"), but"
                                + " the prediction changed from POSITIVE to NEGATIVE and it scores +");
        assertThat(error.getStackTrace()[0].getClassName()).isEqualTo(BehaviourUnderChangeTest.class.getName());
    }

    @Test
    void theGenderOfPronounsDoesNotMatter() {
        assertThat(ig("She said her film was great"))
                .under(swappingPronounGender())
                .keepsPrediction()
                .under(swappingPronounGender())
                .keepsTopToken();
        assertThat(ig("He said it would be great, and he was wrong"))
                .under(swappingPronounGender())
                .keepsTop(2);
    }

    @Test
    void tenseMattersNeitherToThePredictionNorToTheTopWord() {
        assertThat(ig("They say it is great"))
                .under(toPast().with("say", "said"))
                .keepsPrediction()
                .under(toPast().with("say", "said"))
                .keepsTopToken();
        assertThat(ig("The film was great, but the plot was dull"))
                .under(toPresent())
                .keepsPrediction()
                .under(toPresent())
                .keepsTopToken();
    }

    /** A shortcoming of the model: "is" supports POSITIVE by itself, as "was" does not. */
    @Test
    void thePresentTenseSupportsPositiveByItself() {
        Throwable error = catchThrowable(() ->
                assertThat(ig("They said it was great")).under(toPresent()).keepsTop(2));

        assertThat(error)
                .isInstanceOf(AttributionAssertionError.class)
                .hasMessageStartingWith(
                        "Expected the top 2 words toward POSITIVE to stay the same under toPresent(), but");
    }

    @Test
    void typosInOtherWordsDoNotMatter() {
        assertThat(ig("The film was great, but the plot was dull"))
                .under(typos(2, 7).sparing("great", "dull"))
                .keepsPrediction()
                .under(typos(2, 7).sparing("great", "dull"))
                .keepsTopToken();
    }

    /** A shortcoming of the model: it does not know "gerat", and what is left sounds NEGATIVE to it. */
    @Test
    void aTypoInTheOpinionTurnsThePrediction() {
        assertThat(ig("He said it was great")).under(typos(1, 1)).flipsPrediction();
    }

    /** Its tokenizer lowers all texts. */
    @Test
    void casingDoesNotMatter() {
        assertThat(ig("A stellar, moving film."))
                .under(upperCase())
                .keepsTop(2)
                .under(upperCase())
                .keepsPrediction()
                .under(lowerCase())
                .keepsTop(2)
                .under(titleCase())
                .keepsTopToken();
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullsAreRefusedWithWhatTheyAre() {
        List<String> gap = Arrays.asList("It was great", null);
        assertThatNullPointerException().isThrownBy(() -> igAll(null)).withMessageStartingWith("The texts to explain");
        assertThatNullPointerException()
                .isThrownBy(() -> igAll(gap))
                .withMessage("The text at index 1 of 2 is null. Give a text to explain.");
        assertThatNullPointerException()
                .isThrownBy(() -> igLabeled(null))
                .withMessageStartingWith("The texts to explain");
        assertThatNullPointerException()
                .isThrownBy(() -> explain("It was great").by(null))
                .withMessageStartingWith("The method must not be null.");
        assertThatNullPointerException()
                .isThrownBy(() -> ig("It was great").on(null))
                .withMessageStartingWith("The model must not be null.");
        assertThatNullPointerException()
                .isThrownBy(() -> variants((TextClassifier[]) null))
                .withMessageStartingWith("The variants must not be null.");
        assertThatNullPointerException()
                .isThrownBy(() -> variants(ig("It was great").model(), null))
                .withMessage("Variant 2 of 2 is null. Give a model.");
    }

    @Test
    void aTextThatCannotBeExplainedIsNamedByItsPlace() {
        assertThatExceptionOfType(InvalidTextException.class)
                .isThrownBy(() -> assertThatAll(igAll(List.of("It was great", " ")))
                        .allSatisfy(each -> each.hasTopToken("great")))
                .withMessageStartingWith("Text 2 of the corpus (index 1): The text is blank");
    }

    @Test
    void tracesOfACorpusBeginInTheTest() {
        Throwable error = catchThrowable(() ->
                assertThatAll(igAll(List.of("It was great"))).atLeast(0.5).satisfy(each -> each.hasTopToken("was")));

        assertThat(error).isInstanceOf(AttributionAssertionError.class);
        assertThat(error.getStackTrace()[0].getClassName()).isEqualTo(BehaviourUnderChangeTest.class.getName());
    }

    @Test
    void anIntensifierMovesTheProbabilityALittle() {
        assertThat(ig("They said it was good")).under(intensifying("good")).raisesProbabilityOf("POSITIVE");
    }

    @Test
    void opinionsLeadInAllTextsOfATemplate() {
        assertThatAll(igAll(REVIEWS.with("opinion", "great").texts()))
                .allSatisfy(each -> each.ranks("great").above("film"))
                .hasQuantile(0.95)
                .ofCompletenessGap()
                .below(0.05);
        assertThatAll(igLabeled(
                        CorpusCase.labeled(REVIEWS.with("opinion", "great").texts(), "POSITIVE")))
                .atLeast(0.9)
                .satisfy(each -> each.hasTopToken("great"));
        assertThat(igLabeled(List.of(CorpusCase.labeled("It was great", "POSITIVE")))
                        .get(0)
                        .target())
                .isEqualTo(Target.label("POSITIVE"));
    }

    @Test
    void corporaAreExplainedByAnyMethod() {
        assertThatAll(explainAll(REVIEWS.sample(2, 7)).by(new Occlusion()))
                .allSatisfy(each -> each.under(swappingNames(List.of("Alice", "Omar", "Mei")))
                        .keepsPrediction());
    }
}
