package io.github.junitattrib.model.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds that start at once, as Surefire's forks do, download a model once. */
class TwoProcessesTest {

    @TempDir
    private Path directory;

    @Test
    void downloadOnce() throws Exception {
        try (FakeHub server = FakeHub.withModel()) {
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                processes.add(start(server));
            }
            for (Process process : processes) {
                String said = new String(process.getInputStream().readAllBytes(), UTF_8);
                assertThat(process.waitFor()).as(said).isZero();
            }
            assertThat(server.store().gets("model.safetensors")).hasSize(1);
        }
        assertThat(directory.resolve("models--owner--name/snapshots/" + FakeHub.COMMIT + "/model.safetensors"))
                .hasBinaryContent(FakeHub.weights());
    }

    private Process start(FakeHub server) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Main.class.getName(),
                        directory.toString(),
                        server.hub().uri().toString())
                .redirectErrorStream(true)
                .start();
    }

    /** The other process. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) {
            Variables variables = new Variables(Path.of(arguments[0]))
                    .with("HF_HUB_CACHE", arguments[0])
                    .with("HF_ENDPOINT", arguments[1])
                    .silence(Duration.ofSeconds(30));
            variables.hub(true).directory("hf:owner/name");
        }
    }
}
