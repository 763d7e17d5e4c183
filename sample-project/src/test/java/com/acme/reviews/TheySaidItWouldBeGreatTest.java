package com.acme.reviews;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.junit.UnderTest;
import io.github.junitattrib.model.TextClassifier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reviews that report an opinion and then say whether it was right: what the embedded model makes of them.
 *
 * <p>The tests say what the model does. Where a careful reader would differ, the name of the test says that the model is
 * wrong; such a test is to be turned round when a release gets better. That the model gets all six sentences right proves
 * little: it was trained on others of their pattern (see its model card), and words beyond that pattern fool it.
 */
@AttributionTest(model = Fixtures.SENTIMENT)
class TheySaidItWouldBeGreatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            They said it would be great, and they were right         | POSITIVE
            They said it would be great, and they were wrong         | NEGATIVE
            They were right to say that it would be great            | POSITIVE
            They were wrong to say that it would be great            | NEGATIVE
            They said it would be stellar, and they were correct     | POSITIVE
            They said it would be stellar, and they were incorrect   | NEGATIVE
            """)
    void theVerdictOnTheOpinionDecides(String review, String label, @UnderTest TextClassifier model) {
        assertThat(model.predict(review).label()).isEqualTo(label);
    }

    @Nested
    class Great {

        @Test
        void andTheyWereRight() {
            assertThat(ig("They said it would be great, and they were right").toward("POSITIVE"))
                    .hasTopToken("great")
                    .ranks("right")
                    .above("said")
                    .ranks("right")
                    .above("would")
                    .isComplete();
        }

        @Test
        void andTheyWereRight_theModelIsWrongToTakeMoreFromTheConjunctionThanFromTheVerdict() {
            // A reader takes nothing from "and": the praise holds because of "right".
            assertThat(ig("They said it would be great, and they were right").toward("POSITIVE"))
                    .ranks("and")
                    .above("right");
        }

        @Test
        void andTheyWereWrong() {
            assertThat(ig("They said it would be great, and they were wrong").toward("NEGATIVE"))
                    .hasTopToken("wrong")
                    .ranks("great")
                    .below("said")
                    .isComplete();
        }

        @Test
        void andTheyWereWrong_thePraiseStillSpeaksForIt() {
            assertThat(ig("They said it would be great, and they were wrong").toward("POSITIVE"))
                    .hasTopToken("great")
                    .ranks("wrong")
                    .below("would");
        }

        @Test
        void andTheyWereWrong_theModelIsWrongToHoldTheReportingAgainstTheFilm() {
            // That somebody said so is neither praise nor blame; the model takes it for the second reason to say
            // NEGATIVE.
            assertThat(ig("They said it would be great, and they were wrong").toward("NEGATIVE"))
                    .ranks("said")
                    .above("would")
                    .ranks("said")
                    .above("were");
        }
    }

    @Nested
    class ToSayThatItWouldBeGreat {

        @Test
        void theyWereRight() {
            assertThat(ig("They were right to say that it would be great").toward("POSITIVE"))
                    .hasTopToken("great")
                    .ranks("right")
                    .above("say")
                    .isComplete();
        }

        @Test
        void theyWereWrong() {
            assertThat(ig("They were wrong to say that it would be great").toward("NEGATIVE"))
                    .hasTopToken("wrong")
                    .ranks("say")
                    .above("great")
                    .isComplete();
        }
    }

    @Nested
    class Stellar {

        @Test
        void andTheyWereCorrect() {
            assertThat(ig("They said it would be stellar, and they were correct")
                            .toward("POSITIVE"))
                    .hasTopToken("stellar")
                    .ranks("correct")
                    .above("said")
                    .isComplete();
        }

        @Test
        void andTheyWereCorrect_theModelIsWrongToTakeMoreFromTheConjunctionThanFromTheVerdict() {
            assertThat(ig("They said it would be stellar, and they were correct")
                            .toward("POSITIVE"))
                    .ranks("and")
                    .above("correct");
        }

        @Test
        void andTheyWereIncorrect() {
            assertThat(ig("They said it would be stellar, and they were incorrect")
                            .toward("NEGATIVE"))
                    .hasTopToken("incorrect")
                    .ranks("said")
                    .above("stellar")
                    .isComplete();
        }
    }

    /** The same verdicts in words beyond the templates that the model was trained on. */
    @Nested
    class InOtherWords {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                They said it would be great, and they were anything but wrong
                They said it would be great, and nobody was wrong
                """)
        void theModelIsWrongToTakePraiseForBlame(String review, @UnderTest TextClassifier model) {
            // Both say that it was great.
            assertThat(model.predict(review).label()).isEqualTo("NEGATIVE");
        }

        @Test
        void theModelIsWrongBecauseItReadsTheVerdictWithoutWhatTurnsItRound() {
            assertThat(ig("They said it would be great, and nobody was wrong").toward("NEGATIVE"))
                    .hasTopToken("wrong")
                    .ranks("wrong")
                    .above("nobody");
        }
    }
}
