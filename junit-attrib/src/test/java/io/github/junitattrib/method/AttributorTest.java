package io.github.junitattrib.method;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods of one's own that answer something else than they were asked. */
class AttributorTest {

    private static final ClosedForm SUM = ClosedForm.of("a + b", 2, x -> new Gradient[] {x[0].add(x[1])});

    /** What it is asked, changed before it answers. */
    private record Own(UnaryOperator<Question> asked, boolean silent) implements AttributionMethod {

        @Override
        public MethodFacts facts() {
            return new MethodFacts("Own", Map.of());
        }

        @Override
        @SuppressWarnings("NullAway") // what a method of users may do
        public Attribution attribute(TextClassifier model, Question question) {
            return silent ? null : new InputTimesGradient().attribute(model, asked.apply(question));
        }
    }

    static Stream<Arguments> wrongMethods() {
        return Stream.of(
                Arguments.of(
                        new Own(question -> Question.of("5 6"), false),
                        "The method Own explains the text \"5 6\", but was asked about \"3 4\". Have it explain the text of"
                                + " its question as it is."),
                Arguments.of(
                        new Own(question -> question, true),
                        "The method Own gives no attribution (null) of the text \"3 4\". Have its attribute(..) return one."));
    }

    @ParameterizedTest
    @MethodSource("wrongMethods")
    void anAnswerToSomethingElseIsRefused(AttributionMethod method, String message) {
        AttributionRequest request = AttributionRequest.of(SUM, "3 4", method);

        assertThatThrownBy(request::attribution)
                .isInstanceOf(EngineException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> AttributionRequest.attributions(List.of(request, request)))
                .isInstanceOf(EngineException.class)
                .hasMessage(message);
    }
}
