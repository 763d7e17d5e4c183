package io.github.junitattrib.report;

import java.util.Optional;

/**
 * A check that did not pass, with what it expected.
 *
 * @param call the assertion as the test wrote it, to be copied
 * @param subject which of several attributions was judged; empty text if there is one
 * @param order the expected order beside the actual one, where two orders tell the failure
 */
record FailedCheckView(String call, String subject, Optional<OrderView> order) {

    static FailedCheckView of(CheckRecord check, int attributions, PageLimits limits) {
        return new FailedCheckView(
                limits.line(check.call()),
                CheckView.subject(check, attributions),
                check.difference().map(difference -> OrderView.of(difference, limits)));
    }
}
