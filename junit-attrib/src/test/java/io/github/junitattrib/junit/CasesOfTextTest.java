package io.github.junitattrib.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.report.CaseNote;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CasesOfTextTest {

    private final CasesOfText cases = new CasesOfText("It was fine");

    @Test
    void oneCaseThatIsReadTwiceIsOne() {
        add("POSITIVE", "line 1 (x1)");
        add("POSITIVE", "line 1 (x1)");

        assertThat(cases.note()).isEqualTo(new CaseNote(Optional.of("POSITIVE"), "line 1 (x1)"));
    }

    @Test
    void aLabelThatNobodyContradictsStands() {
        cases.add(Optional.empty(), "line 1");
        add("POSITIVE", "");
        add("POSITIVE", "line 3");

        assertThat(cases.note()).isEqualTo(new CaseNote(Optional.of("POSITIVE"), "line 1; line 3"));
    }

    @Test
    void labelsThatDifferAreNone() {
        add("POSITIVE", "line 1");
        add("NEGATIVE", "line 2");
        add("POSITIVE", "line 3");
        add("NEUTRAL", "line 2");

        assertThat(cases.note()).isEqualTo(new CaseNote(Optional.empty(), "line 1; line 2; and others"));
    }

    private void add(String label, String origin) {
        cases.add(Optional.of(label), origin);
    }
}
