package io.github.junitattrib.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @TempDir
    private Path directory;

    @Test
    void warnsOfPropertiesThatAreNoneOfOurs() {
        Properties system = new Properties();
        system.setProperty("attrib.devices", "cpu");
        system.setProperty("attrib.modle.reviews", "x");
        system.setProperty("attrib.model.reviews", "x");
        AttribProperties.NAMES.forEach(name -> system.setProperty(name, "x"));
        system.setProperty("attribute", "x");
        assertThat(CommandLine.warnings(system))
                .containsExactly(
                        "the system property attrib.devices has no effect. There are attrib.model.<alias>,"
                                + " attrib.cache, attrib.device, attrib.download, attrib.progress, attrib.report,"
                                + " attrib.report.attachment, attrib.report.dir, attrib.report.github,"
                                + " attrib.report.junit-xml, attrib.report.previous, attrib.require, attrib.run, attrib.threads, attrib.vacuity,"
                                + " attrib.vacuity.mutants, attrib.vacuity.seed.",
                        "the system property attrib.modle.reviews has no effect. There are attrib.model.<alias>,"
                                + " attrib.cache, attrib.device, attrib.download, attrib.progress, attrib.report,"
                                + " attrib.report.attachment, attrib.report.dir, attrib.report.github,"
                                + " attrib.report.junit-xml, attrib.report.previous, attrib.require, attrib.run, attrib.threads, attrib.vacuity,"
                                + " attrib.vacuity.mutants, attrib.vacuity.seed.");
    }

    /** Every name that the code reads: a new property that is not listed would be warned of. */
    @Test
    void knowsEveryPropertyThatIsRead() {
        Set<String> read = new TreeSet<>();
        var properties = new AttribProperties(name -> {
            read.add(name);
            return Optional.empty();
        });
        properties.verified();
        properties.cache();
        properties.run();
        assertThat(AttribProperties.NAMES).containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void theWarningIsPrintedOncePerSession() {
        PrintStream console = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setProperty("attrib.devices", "cpu");
        try {
            assertThat(Run.errors(new Run(directory).execute(TwoTestCases.class)))
                    .isEmpty();
        } finally {
            System.clearProperty("attrib.devices");
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.startsWith("[junit-attrib] the system property attrib.devices has no effect."))
                .hasSize(1);
    }

    @AttributionTest(model = Run.FAKE)
    static class TwoTestCases {
        @Test
        void one() {
            assertThat(AttributionLog.current()).isPresent();
        }

        @Test
        void two() {
            assertThat(AttributionLog.current()).isPresent();
        }
    }

    @Test
    void keepsWhatTellsHowTestsAreJudged() {
        Properties system = new Properties();
        system.setProperty("attrib.model.reviews", "models/reviews-2.0");
        system.setProperty("attrib.device", "cpu");
        system.setProperty("attrib.report", "all");
        system.setProperty("attrib.report.dir", "reports");
        system.setProperty("attrib.run", "7");
        system.setProperty("java.version", "17");
        assertThat(CommandLine.toRunAgain(system))
                .containsExactly(entry("attrib.device", "cpu"), entry("attrib.model.reviews", "models/reviews-2.0"));
    }
}
