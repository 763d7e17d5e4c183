package io.github.junitattrib.model.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.torch.HuggingFaceLoader;
import io.github.junitattrib.model.torch.TinyCheckpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelemetryTest {

    private static final String OPTED_OUT = "opted out of tracking";

    @TempDir
    Path directory;

    /** In a JVM of its own, as DJL starts once per process: its log of initialised classes holds our line too. */
    @Test
    void isSwitchedOffBeforeTheFirstClassOfDjlRuns() throws IOException, InterruptedException {
        new TinyCheckpoint().write(directory);
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+init=info:stdout:none",
                "-cp",
                System.getProperty("java.class.path"),
                FreshJvm.class.getName(),
                directory.toString());
        builder.environment().remove("OPT_OUT_TRACKING");
        Process process = builder.redirectErrorStream(true).start();
        List<String> lines;
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            lines = output.lines().toList();
        }

        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        int optedOut = lines.indexOf(OPTED_OUT);
        int engine = first(lines, "initializing 'ai/djl/");
        assertThat(optedOut).isNotNegative();
        assertThat(engine).isGreaterThan(optedOut);
        assertThat(lines).contains("OPT_OUT_TRACKING=true");
    }

    private static int first(List<String> lines, String part) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).toLowerCase(Locale.ROOT);
            if (line.contains(part) && !line.contains("no class initializer")) {
                return i;
            }
        }
        return -1;
    }

    /** Loads a model, and says when the property is set. */
    static final class FreshJvm {

        private FreshJvm() {}

        public static void main(String[] arguments) {
            Properties told = new Properties() {
                private static final long serialVersionUID = 1L;

                @Override
                public synchronized Object setProperty(String key, String value) {
                    if (key.equals("OPT_OUT_TRACKING")) {
                        System.out.println(OPTED_OUT);
                    }
                    return super.setProperty(key, value);
                }
            };
            told.putAll(System.getProperties());
            System.setProperties(told);
            new HuggingFaceLoader()
                    .load(Path.of(arguments[0]), "tiny", new DeviceChoice("cpu"))
                    .close();
            System.out.println("OPT_OUT_TRACKING=" + System.getProperty("OPT_OUT_TRACKING"));
        }
    }
}
