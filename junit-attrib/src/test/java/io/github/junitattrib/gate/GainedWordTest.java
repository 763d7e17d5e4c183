package io.github.junitattrib.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.report.GateText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a message says of the word that decides, and of the case that shows it. */
class GainedWordTest {

    private static ComparedCase gaining(String word, double score, double bar) {
        String text = word + " rest";
        Attribution before = Stated.scored(text, 0, 0, 10, 0);
        return Stated.compared(before, Stated.scored(text, score, bar, 10 - score, 0));
    }

    private static GateResult judged(List<ComparedCase> cases) {
        return Gate.of(GateKey.WORD_GAIN_MAX, 0.1).judge(Stated.result(cases));
    }

    @Test
    void aWordThatGainedIsShownInACaseWithIt() {
        GateResult broken = judged(Collections.nCopies(5, gaining("thing", 4, 0)));

        assertThat(broken.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(GateText.of(broken)).contains("\n  where \"thing\" gained\n    thing rest\n");
    }

    @Test
    void aWordThatMayHaveGainedIsSaidToBeSo() {
        GateResult unclear = judged(Collections.nCopies(5, gaining("thing", 4, 4)));

        assertThat(unclear.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(GateText.of(unclear)).contains("\n  where \"thing\" may have gained\n    thing rest\n");
    }

    @Test
    void aCaseWithoutTheWordDoesNotStandForIt() {
        // All others seem to gain more, but "thing" alone certainly does.
        List<ComparedCase> cases = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            cases.addAll(Collections.nCopies(5, gaining("other" + i, 3, 3)));
        }
        cases.addAll(Collections.nCopies(5, gaining("thing", 1.2, 0.01)));
        GateResult broken = judged(cases);

        assertThat(broken.gained().map(WordShare::word)).contains("thing");
        assertThat(broken.shown().places("thing")).isEmpty();
        assertThat(GateText.of(broken))
                .contains("\n  where \"thing\" gained: no case with it is kept, and another one stands here\n    other")
                .doesNotContain("thing rest");
    }
}
