package io.github.junitattrib.axiom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Target;
import io.github.junitattrib.method.Question;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The class that one model predicts, named for all others. */
class NamedTest {

    private static final Target YES = Target.label("YES");
    private static final Target NO = Target.label("NO");
    private static final Predicting MODEL = Predicting.logit("positive", text -> 1.0);

    @ParameterizedTest
    @MethodSource
    void thePredictedClassIsNamedWhereverItIsAskedFor(Target asked, Target named) {
        Question question = Question.of("a good film").toward(asked);

        assertThat(Named.question(MODEL, question).target()).isEqualTo(named);
        assertThat(Named.question(MODEL, question).text()).isEqualTo("a good film");
    }

    static Stream<Arguments> thePredictedClassIsNamedWhereverItIsAskedFor() {
        return Stream.of(
                Arguments.of(Target.predicted(), YES),
                Arguments.of(Target.probability(Target.predicted()), Target.probability(YES)),
                Arguments.of(new Target.Contrast(Target.predicted(), NO), new Target.Contrast(YES, NO)),
                Arguments.of(new Target.Contrast(NO, Target.predicted()), new Target.Contrast(NO, YES)));
    }

    @Test
    void whatIsNamedStaysAsItIsAndAsksNoModel() {
        Predicting silent = Predicting.logit("silent", text -> {
            throw new AssertionError("The model was asked about \"" + text + "\".");
        });

        for (Target named : new Target[] {NO, Target.probability(NO), new Target.Contrast(NO, YES)}) {
            Question question = Question.of("a good film").toward(named);
            assertThat(Named.question(silent, question)).isSameAs(question);
        }
    }
}
