package io.github.junitattrib.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.model.torch.ChildJvm;
import java.io.BufferedWriter;
import java.io.IOException;
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

        assertThat(inASmallHeap(corpus)).isEqualTo("1000000 read, sample of 100 sorted true\n");
    }

    private static void write(Path corpus) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(corpus)) {
            for (int i = 0; i < LINES; i++) {
                out.write("{\"id\": \"review-" + i + "\", \"text\": \"Review " + i
                        + " says that it was great\", \"label\": \"POSITIVE\", \"rationales\": [\"great\"]}\n");
            }
        }
    }

    private static String inASmallHeap(Path corpus) throws IOException, InterruptedException {
        return ChildJvm.run(Reading.class, "", "-Xmx96m", "-XX:+UseSerialGC", "-Dcorpus=" + corpus);
    }

    /** What the other process does. */
    static final class Reading {

        private Reading() {}

        @SuppressWarnings("SystemOut") // how it tells what it found
        public static void main(String[] arguments) {
            Corpus corpus = Corpus.from(System.getProperty("corpus"));
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
