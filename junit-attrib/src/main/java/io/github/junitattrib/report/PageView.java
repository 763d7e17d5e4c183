package io.github.junitattrib.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What the page of a test shows, as text ready to be escaped.
 *
 * @param className fully qualified name of the test class
 * @param method name of the method
 * @param invocation which of several invocations; empty text for the only one
 * @param status how the test ended
 * @param headline first line of the failure message; empty text if it passed
 * @param details the rest of the message, several lines
 * @param attributions what the test computed
 * @param checks what it checked
 * @param rerun command that runs it alone
 * @param index link to the index
 * @param run id of the run
 */
record PageView(
        String className,
        String method,
        String invocation,
        StatusView status,
        String headline,
        String details,
        List<AttributionView> attributions,
        List<CheckView> checks,
        String rerun,
        String index,
        String run) {

    static PageView of(TestReport report, String run, String index) {
        TestCase test = report.test();
        List<AttributionView> attributions = new ArrayList<>();
        for (int i = 0; i < report.attributions().size(); i++) {
            attributions.add(AttributionView.of(i, report.attributions().get(i), marks(report, i)));
        }
        return new PageView(
                VisibleText.inLine(test.className()),
                VisibleText.inLine(test.method()),
                InvocationLabel.of(test.invocation(), test.variant()),
                StatusView.of(report.status()),
                VisibleText.inLine(Headline.of(report.failure())),
                VisibleText.inBlock(Headline.rest(report.failure())),
                attributions,
                report.checks().stream()
                        .map(check -> CheckView.of(check, report.attributions().size()))
                        .toList(),
                VisibleText.inLine(test.rerunCommand()),
                index,
                VisibleText.inLine(run));
    }

    private static Marks marks(TestReport report, int attribution) {
        return Marks.of(report.checks().stream()
                .filter(check -> check.attribution() == attribution)
                .toList());
    }

    String library() {
        return Library.NAME;
    }
}
