package io.github.junitattrib.model.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.pytorch.jni.JniUtils;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.torch.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for a whole process is tried in processes of its own. */
class TorchThreadsTest {

    @TempDir
    private Path directory;

    @Test
    void thatWereAskedForInVainAreToldWithBothNumbers() {
        TorchThreads.check(4, 4);
        assertThatThrownBy(() -> TorchThreads.check(4, 2))
                .isInstanceOf(EngineException.class)
                .hasMessage(
                        "attrib.threads is 4, but PyTorch was started with 2 threads in this process, by other code or"
                                + " by the property ai.djl.pytorch.num_threads. Remove one of the two, or give both the same"
                                + " number.");
    }

    @Test
    void areNotManyMoreThanTheProcessors() {
        int processors = Runtime.getRuntime().availableProcessors();

        assertThat(TorchThreads.MOST).isEqualTo(Math.max(64, 4 * processors));
        assertThatThrownBy(() -> TorchThreads.use(TorchThreads.MOST + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be a whole number from 1 to " + TorchThreads.MOST + ": this machine has "
                        + processors + " processor");
    }

    @Test
    void areOneUnlessAskedFor() throws Exception {
        assertThat(ChildJvm.run(Start.class, "")).contains("threads: 1");
        assertThat(ChildJvm.run(Start.class, "", "-Dask=3")).contains("threads: 3");
        assertThat(ChildJvm.run(Start.class, "", "-Dai.djl.pytorch.num_threads=2"))
                .contains("threads: 2");
    }

    @Test
    void cannotBeOfTwoNumbersInOneProcess() throws Exception {
        assertThat(ChildJvm.run(Start.class, "", "-Dask=3", "-Dai.djl.pytorch.num_threads=2"))
                .contains("attrib.threads is 3, but PyTorch was started with 2 threads");
        assertThat(ChildJvm.run(Start.class, "", "-Dask=3", "-Dthen=2"))
                .contains("threads: 3")
                .contains("PyTorch was to use 3 threads, and cannot use 2 in the same process.");
        assertThat(ChildJvm.run(Start.class, "", "-Dthen=2"))
                .contains("threads: 1")
                .contains("attrib.threads is 2, but PyTorch was started with 1 thread in");
    }

    @Test
    void aMixedClassPathIsToldBeforeWhatDjlSaysOfIt() throws IOException, InterruptedException {
        Path properties = directory.resolve("jnilib/pytorch.properties");
        Files.createDirectories(directory.resolve("jnilib"));
        Files.writeString(properties, "jni_version=9.9.9-0.1.0");

        // A cache that cannot be written to keeps the natives from being unpacked, and the start from succeeding.
        String output = ChildJvm.run(
                Start.class, directory + File.pathSeparator, "-DDJL_CACHE_DIR=" + properties.resolve("cache"));

        assertThat(output)
                .contains("The class path mixes versions of DJL: ai.djl:api ")
                .contains(
                        ", pytorch-jni 9.9.9-0.1.0. Take one version for all of them",
                        "or manage them by ai.djl:bom. The PyTorch engine cannot start: ")
                .doesNotContain("threads:");
    }

    /** Starts the engine and prints its number of threads, or what it says instead. */
    static final class Start {

        private Start() {}

        public static void main(String[] arguments) {
            try {
                use("ask");
                TorchEngine.start(new DeviceChoice("cpu"));
                System.out.println("threads: " + JniUtils.getNumThreads());
                use("then");
            } catch (EngineException e) {
                System.out.println(e.getMessage());
            }
        }

        private static void use(String property) {
            Integer threads = Integer.getInteger(property);
            if (threads != null) {
                TorchThreads.use(threads);
            }
        }
    }
}
