package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class JUnitXmlTest {

    @TempDir
    private Path directory;

    @Test
    void tellsFailuresErrorsAndSkippedTestsApart() throws Exception {
        ReportWriter writer = writer();
        write(writer, "com.acme.A", "wrong", TestStatus.FAILED, "Expected \"great\" <first> & not 'last'.");
        write(writer, "com.acme.A", "broken", TestStatus.ERROR, "No model.");
        write(writer, "com.acme.A", "unclear", TestStatus.INCONCLUSIVE, "Cannot tell.");
        write(writer, "com.acme.A", "givenUp", TestStatus.ABORTED, "Assumption.");
        write(writer, "B", "fine", TestStatus.PASSED, "");
        writer.passed(new TestCase("com.acme.A", "quiet", 1, "quiet"), OptionalDouble.of(0.25));
        writer.writeIndex();

        NodeList suites = root().getElementsByTagName("testsuite");
        assertThat(attributes(
                        (Element) suites.item(0), "id", "package", "name", "tests", "failures", "errors", "skipped"))
                .containsExactly("0", "", "B", "1", "0", "0", "0");
        Element suite = (Element) suites.item(1);
        assertThat(attributes(suite, "id", "package", "name", "tests", "failures", "errors", "skipped", "time"))
                .containsExactly("1", "com.acme", "A", "5", "1", "2", "1", "0.250");
        assertThat(suite.getAttribute("timestamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
        assertThat(children(suite))
                .extracting(Element::getTagName)
                .containsExactly(
                        "properties",
                        "testcase",
                        "testcase",
                        "testcase",
                        "testcase",
                        "testcase",
                        "system-out",
                        "system-err");
        assertThat(children(suite).subList(1, 6))
                .extracting(test -> test.getAttribute("name") + " "
                        + children(test).stream().map(Element::getTagName).toList())
                .containsExactly(
                        "wrong [failure]", "broken [error]", "unclear [error]", "givenUp [skipped]", "quiet []");
        Element failure = children(children(suite).get(1)).get(0);
        assertThat(failure.getAttribute("message")).isEqualTo("Expected \"great\" <first> & not 'last'.");
        assertThat(failure.getAttribute("type")).isEqualTo("failed");
        assertThat(failure.getTextContent()).endsWith("\nreport: com.acme.A/wrong-1.html");
    }

    @Test
    void writesWhatXmlDoesNotAllowAsInJava() throws Exception {
        ReportWriter writer = writer();
        write(writer, "com.acme.A", "wrong", TestStatus.FAILED, "NUL \u0000 bell \u0007 lone \uD83D not \uFFFE ]]> 👍");
        writer.writeIndex();

        assertThat(((Element) root().getElementsByTagName("failure").item(0)).getAttribute("message"))
                .isEqualTo("NUL \\u0000 bell \\u0007 lone \\ud83d not \\ufffe ]]> 👍");
    }

    @Test
    void isWrittenOnRequestAlone() {
        ReportWriter writer = new ReportWriter(directory, "run");
        write(writer, "com.acme.A", "wrong", TestStatus.FAILED, "No.");
        writer.writeIndex();

        assertThat(directory.resolve("junit.xml")).doesNotExist();
    }

    private ReportWriter writer() {
        return new ReportWriter(directory, "run", new ReportOptions(Optional.empty(), true, Optional.empty()));
    }

    private static void write(ReportWriter writer, String type, String method, TestStatus status, String message) {
        writer.write(Examples.report(new TestCase(type, method, 1, method), status, message));
    }

    private Element root() throws Exception {
        String xml = Files.readString(directory.resolve("junit.xml"));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static List<String> attributes(Element element, String... names) {
        return List.of(names).stream().map(element::getAttribute).toList();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
