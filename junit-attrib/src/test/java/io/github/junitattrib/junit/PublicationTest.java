package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;

/** What JUnit's listeners and CI servers hear of a failing test. */
@ResourceLock(Resources.SYSTEM_OUT)
class PublicationTest {

    @TempDir
    private Path directory;

    /** Keeps what tests publish, with the names of the tests. */
    private static final class Heard implements TestExecutionListener {
        private final List<String> names = new ArrayList<>();
        private final List<Map<String, String>> entries = new ArrayList<>();
        private final List<FileEntry> files = new ArrayList<>();

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            names.add(test.getDisplayName());
            entries.add(entry.getKeyValuePairs());
        }

        @Override
        public void fileEntryPublished(TestIdentifier test, FileEntry file) {
            names.add(test.getDisplayName());
            files.add(file);
        }
    }

    @Test
    void pageAndFactsOfAFailingTestReachListeners() throws IOException {
        Run run = run();
        Heard heard = new Heard();
        output(run, heard);

        assertThat(heard.names).containsExactly("fails()", "fails()");
        assertThat(heard.entries)
                .singleElement()
                .satisfies(facts -> assertThat(facts)
                        .containsOnlyKeys("attrib.model", "attrib.device", "attrib.method", "attrib.page")
                        .contains(entry("attrib.method", "IntegratedGradients")));
        String page = heard.entries.get(0).get("attrib.page");
        assertThat(heard.files).singleElement().satisfies(file -> {
            assertThat(file.getMediaType())
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
            assertThat(file.getPath()).startsWith(directory.resolve("out")).hasSameTextualContentAs(Path.of(page));
        });
    }

    @Test
    void aLineNamesThePageOnRequest() {
        assertThat(output(run(), new Heard())).doesNotContain("[[ATTACHMENT");
        Run run = run().with("attrib.report.attachment", "stdout");

        assertThat(output(run, new Heard()).lines())
                .filteredOn(line -> line.contains("ATTACHMENT"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line).startsWith("[[ATTACHMENT|").endsWith("]]");
                    Path page = Path.of(line.substring("[[ATTACHMENT|".length(), line.length() - 2));
                    assertThat(page).isAbsolute().isRegularFile().hasFileName("fails-1.html");
                });
    }

    @Test
    void aCopyStandsBesideSurefiresFilesOnRequest() throws IOException {
        Path copy = Path.of("target/surefire-reports", EndsTestCases.class.getName(), "fails-1.html");
        Run run = run().with("attrib.report.attachment", "surefire-dir");
        try {
            Heard heard = new Heard();
            output(run, heard);
            Path page = Path.of(heard.entries.get(0).get("attrib.page"));
            assertThat(copy).hasSameTextualContentAs(page);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "attrib.report.attachment, jenkins",
        "attrib.report.junit-xml, yes",
        "attrib.report.github, 1",
        "attrib.report.previous, a\0b"
    })
    void aMisspeltValueIsAConfigurationError(String property, String value) {
        assertThat(Run.errors(run().with(property, value).execute(EndsTestCases.class)))
                .singleElement()
                .satisfies(error -> assertThat(error)
                        .isInstanceOf(ExtensionConfigurationException.class)
                        .hasMessageContaining(property));
    }

    @Test
    void junitXmlHasTheTestsThatPassedToo() throws IOException {
        Run run = run().with("attrib.report.junit-xml", "true");
        output(run, new Heard());

        assertThat(Files.readString(run.reports().resolve("junit.xml")))
                .contains("tests=\"2\" failures=\"1\"", "<testcase name=\"passes\"");
    }

    private Run run() {
        return new Run(directory)
                .with(
                        "junit.platform.reporting.output.dir",
                        directory.resolve("out").toString());
    }

    private static String output(Run run, Heard heard) {
        PrintStream console = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (var session = LauncherFactory.openSession()) {
            session.getLauncher().execute(run.request(EndsTestCases.class), heard);
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    @AttributionTest(model = Run.FAKE)
    static class EndsTestCases {
        @Test
        void passes() {
            assertThat(ig("great").attribution().tokens()).hasSize(1);
        }

        @Test
        void fails() {
            assertThat(ig("great").attribution().tokens()).isEmpty();
        }
    }
}
