package io.github.junitattrib.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.report.TestCase;
import io.github.junitattrib.report.TestReport;
import io.github.junitattrib.report.TestStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndedTestsTest {

    private final EndedTests ended = new EndedTests();

    @Test
    void givesATestAwayOnce() {
        ended.add(report(1));

        assertThat(ended.take("1")).contains(report(1));
        assertThat(ended.take("1")).isEmpty();
        assertThat(ended.take("2")).isEmpty();
    }

    @Test
    void forgetsTheOldestOfManyThatNobodyTakes() {
        for (int i = 0; i <= EndedTests.MOST; i++) {
            ended.add(report(i));
        }

        assertThat(ended.take("0")).isEmpty();
        assertThat(ended.take("1")).isPresent();
        assertThat(ended.take(String.valueOf(EndedTests.MOST))).isPresent();
    }

    @Test
    void remembersWhichOfTheForgottenHadFailed() {
        ended.add(report(0, TestStatus.FAILED));
        for (int i = 1; i <= EndedTests.MOST + 1; i++) {
            ended.add(report(i));
        }

        assertThat(ended.hasFailed("0")).isTrue();
        assertThat(ended.hasFailed("1")).isFalse();
        ended.add(report(0));
        assertThat(ended.hasFailed("0")).as("of a rerun").isFalse();
    }

    private static TestReport report(int number) {
        return report(number, TestStatus.PASSED);
    }

    private static TestReport report(int number, TestStatus status) {
        TestCase test = new TestCase("com.acme.T", "m", 1, String.valueOf(number));
        return new TestReport(test, status, "", List.of(), List.of());
    }
}
