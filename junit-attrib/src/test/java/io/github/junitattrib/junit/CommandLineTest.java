package io.github.junitattrib.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        system.setProperty("attrib.known-failure.write", "true");
        system.setProperty("attrib.nothing-like-it", "x");
        system.setProperty("attrib.quite.another", "x");
        system.setProperty("attrib.model.reviews", "x");
        AttribProperties.NAMES.forEach(name -> system.setProperty(name, "x"));
        system.setProperty("attribute", "x");
        String known = " There are attrib.model.<alias>, "
                + AttribProperties.NAMES.stream().sorted().collect(Collectors.joining(", ")) + ".";
        assertThat(CommandLine.warnings(system))
                .containsExactly(
                        "the system property attrib.devices has no effect. Do you mean attrib.device?",
                        "the system property attrib.known-failure.write has no effect. Do you mean"
                                + " attrib.known-failures.write?",
                        "the system property attrib.modle.reviews has no effect. Do you mean attrib.model.reviews?",
                        "the system property attrib.nothing-like-it has no effect." + known,
                        "the system property attrib.quite.another has no effect.");
        assertThat(known).contains(" attrib.cache,", " attrib.vacuity.seed.");
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
        properties.gate();
        properties.knownFailures();
        assertThat(AttribProperties.NAMES).containsExactlyInAnyOrderElementsOf(read);
    }

    @Test
    void theWarningIsPrintedOncePerSession() {
        System.setProperty("attrib.devices", "cpu");
        try {
            String printed = Printed.during(() -> assertThat(Run.errors(new Run(directory).execute(TwoTestCases.class)))
                    .isEmpty());
            assertThat(printed.lines())
                    .filteredOn(
                            line -> line.startsWith("[junit-attrib] the system property attrib.devices has no effect."))
                    .hasSize(1);
        } finally {
            System.clearProperty("attrib.devices");
        }
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
