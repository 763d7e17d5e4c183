package io.github.junitattrib.junit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JUnitVersionTest {

    @Test
    void theOneOfThisBuildIsNewEnough() {
        assertThatCode(JUnitVersion::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "junit-jupiter-api, 5.10.2",
        "junit-jupiter-engine, 5.13.4",
        "junit-jupiter-api, 5.9.0-M1",
        "junit-platform-commons, 1.10.2"
    })
    void anOldOneIsNamedWithTheRemedy(String artifact, String version) {
        var parts = List.of(
                new JUnitVersion.Found("junit-platform-engine", "1.14.4"), new JUnitVersion.Found(artifact, version));
        assertThatThrownBy(() -> JUnitVersion.check(parts))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageStartingWith("junit-attrib needs JUnit 5.14 or 6, but the class path has " + artifact + " "
                        + version + ". Import org.junit:junit-bom");
    }

    @ParameterizedTest
    @CsvSource({
        "junit-jupiter-api, 5.14.0",
        "junit-jupiter-engine, 6.0.3",
        "junit-platform-commons, 1.14.4",
        "junit-platform-commons, 6.1.0",
        "junit-jupiter-api, snapshot"
    })
    void newOnesAndThoseThatDoNotSayAreTaken(String artifact, String version) {
        assertThatCode(() -> JUnitVersion.check(List.of(new JUnitVersion.Found(artifact, version))))
                .doesNotThrowAnyException();
    }
}
