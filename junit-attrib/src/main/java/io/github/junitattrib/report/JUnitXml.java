package io.github.junitattrib.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes junit.xml: what tools that know JUnit's files read. Wrong behaviour is a failure, what could not be judged an error,
 * and what was given up is skipped.
 *
 * <p>JUnit itself has no schema. Names, order and required attributes are those of the one for Ant's task, which is the
 * strictest of those in use.
 */
final class JUnitXml {

    private JUnitXml() {}

    static String of(RunIndex index) {
        Map<String, List<IndexEntry>> suites = new TreeMap<>();
        Stream.concat(index.entries().stream(), index.passed().stream())
                .forEach(entry -> suites.computeIfAbsent(entry.className(), unused -> new ArrayList<>())
                        .add(entry));
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        int id = 0;
        for (Map.Entry<String, List<IndexEntry>> suite : suites.entrySet()) {
            append(xml, id++, suite.getKey(), suite.getValue());
        }
        return xml.append("</testsuites>\n").toString();
    }

    private static void append(StringBuilder xml, int id, String className, List<IndexEntry> tests) {
        int simple = className.lastIndexOf('.') + 1;
        long failures = tests.stream().filter(JUnitXml::isFailure).count();
        long errors = tests.stream().filter(test -> isError(test.status())).count();
        long skipped = tests.stream()
                .filter(test -> test.status() == TestStatus.ABORTED)
                .count();
        double seconds =
                tests.stream().mapToDouble(test -> test.seconds().orElse(0)).sum();
        xml.append("<testsuite")
                .append(attribute("id", String.valueOf(id)))
                .append(attribute("package", simple == 0 ? "" : className.substring(0, simple - 1)))
                .append(attribute("name", className.substring(simple)))
                .append(attribute("timestamp", now()))
                .append(attribute("hostname", "localhost"))
                .append(attribute("tests", String.valueOf(tests.size())))
                .append(attribute("failures", String.valueOf(failures)))
                .append(attribute("errors", String.valueOf(errors)))
                .append(attribute("skipped", String.valueOf(skipped)))
                .append(attribute("time", seconds(seconds)))
                .append(">\n<properties/>\n");
        tests.forEach(test -> append(xml, test));
        xml.append("<system-out/>\n<system-err/>\n</testsuite>\n");
    }

    private static void append(StringBuilder xml, IndexEntry test) {
        String invocation = InvocationLabel.of(test.invocation(), test.variant());
        xml.append("<testcase")
                .append(attribute("name", test.method() + (invocation.isEmpty() ? "" : " (" + invocation + ")")))
                .append(attribute("classname", test.className()))
                .append(attribute("time", seconds(test.seconds().orElse(0))))
                .append(">");
        if (isFailure(test)) {
            appendProblem(xml, "failure", test);
        } else if (isError(test.status())) {
            appendProblem(xml, "error", test);
        } else if (test.status() == TestStatus.ABORTED) {
            xml.append("<skipped").append(attribute("message", test.headline())).append("/>");
        }
        xml.append("</testcase>\n");
    }

    private static void appendProblem(StringBuilder xml, String element, IndexEntry test) {
        xml.append("<")
                .append(element)
                .append(attribute("message", test.headline()))
                .append(attribute("type", test.status().word()))
                .append(">")
                .append(escaped(test.headline()))
                .append("\nreport: ")
                .append(escaped(test.page()))
                .append("</")
                .append(element)
                .append(">");
    }

    private static boolean isFailure(IndexEntry test) {
        return test.status() == TestStatus.FAILED;
    }

    private static boolean isError(TestStatus status) {
        return status == TestStatus.ERROR || status == TestStatus.INCONCLUSIVE;
    }

    private static String seconds(double seconds) {
        return Decimals.plain(seconds, 3);
    }

    private static String now() {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(Instant.now());
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + escaped(value) + "\"";
    }

    /** What XML does not allow at all, such as control characters and lone surrogates, is written as in Java. */
    private static String escaped(String text) {
        return VisibleText.inLine(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
