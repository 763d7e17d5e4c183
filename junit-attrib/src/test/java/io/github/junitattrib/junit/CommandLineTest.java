package io.github.junitattrib.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class CommandLineTest {

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
