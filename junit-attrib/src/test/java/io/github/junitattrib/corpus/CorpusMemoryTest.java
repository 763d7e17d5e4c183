package io.github.junitattrib.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million lines are read in a heap of 96 MB, in which {@code toList()} runs out of memory. */
class CorpusMemoryTest {

    private static final int LINES = 1_000_000;

    @TempDir
    private Path directory;

    @Test
    void aMillionLinesAreReadWithASmallHeap() throws Exception {
        Path corpus = directory.resolve("million.jsonl");
        write(corpus);

        assertThat(inASmallHeap(corpus)).isEqualTo("rc 0: 1000000 read, sample of 100 sorted true\n");
    }

    private static void write(Path corpus) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(corpus)) {
            for (int i = 0; i < LINES; i++) {
                out.write("{\"id\": \"review-" + i + "\", \"text\": \"Review " + i
                        + " says that it was great\", \"label\": \"POSITIVE\", \"rationales\": [\"great\"]}\n");
            }
        }
    }

    private String inASmallHeap(Path corpus) throws Exception {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Reading.class.getName(),
                        corpus.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int rc = process.waitFor();
        return "rc " + rc + ": " + Files.readString(output, StandardCharsets.UTF_8);
    }

    /** What the other process does. */
    static final class Reading {

        private Reading() {}

        @SuppressWarnings("SystemOut") // how it tells what it found
        public static void main(String[] arguments) {
            Corpus corpus = Corpus.from(arguments[0]);
            System.out.println(rationales(corpus) + " read, " + sample(corpus));
        }

        private static long rationales(Corpus corpus) {
            long read = 0;
            for (CorpusCase one : corpus) {
                read += one.rationale().size();
            }
            return read;
        }

        private static String sample(Corpus corpus) {
            List<Long> lines = corpus.sample(100, 1).toList().stream()
                    .map(one -> one.place().orElseThrow().line())
                    .toList();
            return "sample of " + lines.size() + " sorted "
                    + lines.equals(lines.stream().sorted().toList());
        }
    }
}
