package io.github.junitattrib.model.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativesTest {

    private static final DjlVersions VERSIONS =
            new DjlVersions("0.35.1", Optional.of("0.35.1"), Optional.of("2.7.1-0.35.1"));

    private static Natives natives(boolean jni, String... classifiers) {
        return new Natives(List.of(classifiers), jni, "linux-x86_64", false);
    }

    @Test
    void findsThoseOfThisMachine() {
        assertThat(Natives.detect(DjlVersions.detect()).problem()).isEmpty();
    }

    @Test
    void missingOnesAreToldWithTheClassifierToAdd() {
        assertThat(natives(true).problem())
                .contains("ai.djl.pytorch:pytorch-native-cpu is missing from the test class path. Add it with the"
                        + " classifier linux-x86_64; with DJL 0.35.1 its version is 2.7.1.");
        assertThat(natives(false, "linux-x86_64").problem())
                .contains("ai.djl.pytorch:pytorch-jni is missing from the test class path. Add it; with DJL 0.35.1 its"
                        + " version is 2.7.1-0.35.1.");
    }

    @Test
    void thoseOfAnotherPlatformAreNamed() {
        assertThat(natives(true, "osx-aarch64").problem())
                .contains("the test class path has native libraries for osx-aarch64, but this machine is linux-x86_64."
                        + " Give ai.djl.pytorch:pytorch-native-cpu the classifier linux-x86_64.");
        assertThat(natives(true, "osx-aarch64", "linux-x86_64").problem()).isEmpty();
    }

    @Test
    void aFolderOfLibrariesNeedsNoneOnTheClassPath() {
        assertThat(new Natives(List.of(), true, "linux-x86_64", true).problem()).isEmpty();
    }

    @Test
    void whatDjlSaysIsToldOnlyWhereTheCauseIsNotKnown() {
        RuntimeException failure = new IllegalStateException("Failed to save pytorch index file");

        assertThat(TorchEngine.whyNot(VERSIONS, natives(true, "osx-aarch64"), failure))
                .startsWith("The PyTorch engine cannot start: the test class path has native libraries for osx-aarch64")
                .doesNotContain("index file");
        assertThat(TorchEngine.whyNot(VERSIONS, natives(true, "linux-x86_64"), failure))
                .startsWith("The PyTorch engine cannot start: its native libraries (linux-x86_64) do not belong to DJL"
                        + " 0.35.1, or cannot be unpacked.")
                .endsWith("DJL says: Failed to save pytorch index file");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x86_64",
        "Mac OS X, aarch64, osx-aarch64",
        "Windows 11, amd64, win-x86_64",
        "Linux, aarch64, linux-aarch64"
    })
    void callsMachinesAsTheArtifactsDo(String system, String processor, String classifier) {
        assertThat(Natives.machine(system, processor)).isEqualTo(classifier);
    }
}
