package io.github.junitattrib.report;

import io.github.junitattrib.Verdict;

/**
 * A check as pages show it.
 *
 * @param verdict the outcome
 * @param call the assertion as the test wrote it
 * @param subject which of several attributions was judged; empty text if there is one
 * @param headline first line of its message
 */
record CheckView(StatusView verdict, String call, String subject, String headline) {

    static CheckView of(CheckRecord check, int attributions, PageLimits limits) {
        return new CheckView(
                verdict(check.verdict()),
                limits.line(check.call()),
                subject(check, attributions),
                limits.line(Headline.of(check.message())));
    }

    static String subject(CheckRecord check, int attributions) {
        return attributions > 1 ? "attribution " + (check.attribution() + 1) : "";
    }

    static StatusView verdict(Verdict verdict) {
        return StatusView.of(
                switch (verdict) {
                    case PASS -> TestStatus.PASSED;
                    case FAIL -> TestStatus.FAILED;
                    case INCONCLUSIVE -> TestStatus.INCONCLUSIVE;
                });
    }
}
