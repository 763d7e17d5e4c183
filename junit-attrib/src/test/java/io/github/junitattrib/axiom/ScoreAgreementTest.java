package io.github.junitattrib.axiom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The verdict over many numbers. */
class ScoreAgreementTest {

    private static final Attribution DONE = Texts.ofWords("good", 1);
    private static final Attribution OPEN = DONE.withConvergence(
            new Convergence(false, 512, 0.01, "The path has a kink. Give 1024 evaluations.", List.of()));
    private static final Comparison HOLDS = Comparison.equal("a", 1, 1, 0, 1);
    private static final Comparison OFF_BY_A_TENTH = Comparison.equal("b", 1, 0.9, 0, 1);
    private static final Comparison OFF_BY_TWO = Comparison.equal("c", 1, -1, 0.5, 1);
    private static final Comparison UNKNOWN = Comparison.equal("d", 1, Double.NaN, 0, 1);

    @Test
    void allMustHold() {
        assertThat(of(HOLDS, HOLDS).verdict()).isEqualTo(Verdict.PASS);
        assertThat(of(HOLDS, OFF_BY_A_TENTH, UNKNOWN).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(of(HOLDS, UNKNOWN).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void nothingComparedIsNoPass() {
        assertThat(of().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(of().open()).isEqualTo("nothing was compared");
    }

    @Test
    void theWorstIsThatFurthestBeyondItsTolerance() {
        // Off by 2 within 1.5, against off by 0.1 within nothing.
        assertThat(of(OFF_BY_A_TENTH, HOLDS, OFF_BY_TWO).worst()).contains(OFF_BY_TWO);
        assertThat(of(OFF_BY_A_TENTH, Comparison.equal("e", 1, 2.55, 0.5, 1)).worst())
                .contains(OFF_BY_A_TENTH);
        assertThat(of(HOLDS, UNKNOWN).worst()).isEmpty();
    }

    @Test
    void aMethodThatIsNotDoneKeepsNumbersFromPassingButNotFromFailing() {
        ScoreAgreement agreement = new ScoreAgreement(List.of(HOLDS), List.of(DONE, OPEN));

        assertThat(agreement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(agreement.unconverged()).containsSame(OPEN);
        assertThat(agreement.open())
                .isEqualTo("the method has not converged: The path has a kink. Give 1024 evaluations");
        assertThat(new ScoreAgreement(List.of(OFF_BY_A_TENTH), List.of(OPEN)).verdict())
                .isEqualTo(Verdict.FAIL);
        assertThat(of(HOLDS).unconverged()).isEmpty();
    }

    @Test
    void whatIsTheSameToTheLastBitIsTheSameBeforeTheMethodIsDone() {
        Comparison same = Comparison.same("F(x)", 1, 1);

        assertThat(new ScoreAgreement(List.of(same), List.of(OPEN)).verdict()).isEqualTo(Verdict.PASS);
        assertThat(new ScoreAgreement(List.of(same, HOLDS), List.of(OPEN)).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void whatCannotBeComparedSaysWhy() {
        ScoreAgreement agreement = ScoreAgreement.impossible("the texts are different", List.of(DONE));

        assertThat(agreement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(agreement.open()).isEqualTo("the texts are different");
        assertThat(of(HOLDS, UNKNOWN).open()).isEqualTo("d is no finite number: NaN \u00b1 0.0");
    }

    private static ScoreAgreement of(Comparison... comparisons) {
        return new ScoreAgreement(List.of(comparisons), List.of(DONE));
    }
}
