package io.github.junitattrib.vacuity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.check.Check;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Judgments of checks that are known beforehand, on the embedded model. */
class PlantedChecksTest {

    private static List<String> vacuousOf(List<Check> checks) {
        assertThat(checks).hasSizeGreaterThanOrEqualTo(20);
        List<Judgment> judgments =
                new VacuityJudge(SentimentModel::get, request -> true, VacuitySettings.DEFAULT).judge(checks);
        assertThat(judgments).extracting(Judgment::strength).doesNotContain(Strength.NOT_JUDGED);
        return IntStream.range(0, checks.size())
                .filter(i -> judgments.get(i).strength() == Strength.VACUOUS)
                .mapToObj(i -> checks.get(i).kind())
                .toList();
    }

    @Test
    void atLeast95PercentOfTheVacuousOnesAreFound() {
        List<Check> planted = PlantedChecks.vacuous();
        assertThat(vacuousOf(planted)).hasSizeGreaterThanOrEqualTo((int) Math.ceil(0.95 * planted.size()));
    }

    @Test
    void atMostOneOfTheStrongOnesIsTakenForVacuous() {
        assertThat(vacuousOf(PlantedChecks.strong())).hasSizeLessThanOrEqualTo(1);
    }
}
