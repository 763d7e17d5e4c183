package io.github.junitattrib.lessons;

import static io.github.junitattrib.Numbers.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.IntegratedGradients;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;

/**
 * Lesson: an explanation belongs to a class, so ask toward the true class where a classifier errs.
 *
 * <p>A linear classifier learns three kinds of flowers from four measurements, but is stopped after three steps of gradient
 * descent. It takes a flower of the middle kind for one of the large kind. The long leaf speaks for its
 * answer and against the truth, which an explanation of the answer alone would hide. Both can be computed by hand:
 * toward class c, measurement i has w_{c,i} (x_i − x'_i).
 */
class UndertrainedClassifierLessonTest {

    private static final Offset<Double> EXACT = within(1e-9);
    private static final List<String> KINDS = List.of("small", "middle", "large");
    private static final int STEPS = 3;
    private static final double RATE = 0.1;

    /** Length and width of the leaf, length and width of the petal, in cm: invented. */
    private static final double[][] FLOWERS = {
        {5.0, 3.5, 1.4, 0.2}, {4.8, 3.1, 1.5, 0.2}, {5.3, 3.8, 1.3, 0.3},
        {6.0, 2.8, 4.3, 1.3}, {5.6, 2.7, 4.0, 1.2}, {6.3, 2.9, 4.6, 1.5},
        {6.6, 3.0, 5.6, 2.1}, {7.0, 3.2, 6.0, 2.3}, {6.3, 2.8, 5.2, 1.9}
    };

    private static final double[] FLOWER = FLOWERS[5];

    private final double[][] weights = train();
    private final ClosedForm classifier = ClosedForm.of(
            "three steps of training",
            4,
            KINDS,
            x -> IntStream.range(0, 3).mapToObj(kind -> logit(weights[kind], x)).toArray(Gradient[]::new));

    private static double[][] train() {
        double[][] weights = new double[3][4];
        for (int step = 0; step < STEPS; step++) {
            double[][] slopes = new double[3][4];
            for (int f = 0; f < FLOWERS.length; f++) {
                double[] probabilities = probabilities(weights, FLOWERS[f]);
                for (int kind = 0; kind < 3; kind++) {
                    double error = probabilities[kind] - (f / 3 == kind ? 1 : 0);
                    for (int i = 0; i < 4; i++) {
                        slopes[kind][i] += error * FLOWERS[f][i] / FLOWERS.length;
                    }
                }
            }
            for (int kind = 0; kind < 3; kind++) {
                for (int i = 0; i < 4; i++) {
                    weights[kind][i] -= RATE * slopes[kind][i];
                }
            }
        }
        return weights;
    }

    private static double[] probabilities(double[][] weights, double[] x) {
        double[] exponentials = IntStream.range(0, 3)
                .mapToDouble(kind -> Math.exp(IntStream.range(0, 4)
                        .mapToDouble(i -> weights[kind][i] * x[i])
                        .sum()))
                .toArray();
        double total =
                IntStream.range(0, 3).mapToDouble(kind -> exponentials[kind]).sum();
        return IntStream.range(0, 3)
                .mapToDouble(kind -> exponentials[kind] / total)
                .toArray();
    }

    private static Gradient logit(double[] weights, Gradient[] x) {
        Gradient sum = x[0].getField().getZero();
        for (int i = 0; i < x.length; i++) {
            sum = sum.add(x[i].multiply(weights[i]));
        }
        return sum;
    }

    private AttributionRequest request() {
        return AttributionRequest.of(classifier, ClosedForm.text(FLOWER), new IntegratedGradients());
    }

    private double[] byHand(int kind, double baseline) {
        return IntStream.range(0, 4)
                .mapToDouble(i -> weights[kind][i] * (FLOWER[i] - baseline))
                .toArray();
    }

    @Test
    void theClassifierErrs() {
        assertThat(classifier.predict(ClosedForm.text(FLOWER)).label()).isEqualTo("large");
    }

    @Test
    void towardThePredictedClassTheLengthOfTheLeafSpeaksForIt() {
        Attribution predicted = request().attribution();

        assertThat(predicted.label()).isEqualTo("large");
        assertThat(scores(predicted)).containsExactly(byHand(2, 0), EXACT);
        assertThat(scores(predicted)[0]).isPositive();
        assertThat(predicted.ranking()).extracting(WordScore::text).containsExactly("4.6", "1.5", "6.3", "2.9");
    }

    @Test
    void towardTheTrueClassItSpeaksAgainst() {
        Attribution truth = request().toward("middle").attribution();

        assertThat(scores(truth)).containsExactly(byHand(1, 0), EXACT);
        assertThat(scores(truth)[0]).isNegative();
        assertThat(truth.delta()).isCloseTo(0, EXACT);
    }

    @Test
    void theTwoExplanationsDifferAsTheScoresDo() {
        double[] predicted = scores(request().attribution());
        double[] truth = scores(request().toward("middle").attribution());

        double difference =
                IntStream.range(0, 4).mapToDouble(i -> predicted[i] - truth[i]).sum();
        List<Double> logits = classifier.predict(ClosedForm.text(FLOWER)).scores();
        assertThat(difference).isPositive().isCloseTo(logits.get(2) - logits.get(1), EXACT);
    }

    @Test
    void fromAnotherBaselineAnotherShare() {
        ClosedForm compared = classifier.baseline(Baseline.MASK, 3);
        Attribution attribution = AttributionRequest.of(compared, ClosedForm.text(FLOWER), new IntegratedGradients())
                .toward("middle")
                .from(Baseline.MASK)
                .attribution();

        assertThat(scores(attribution)).containsExactly(byHand(1, 3), EXACT);
    }
}
