package io.github.junitattrib.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.junitattrib.InvalidCorpusException;
import io.github.junitattrib.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases as they stand in files, and which of them are chosen. */
class CorpusTest {

    @TempDir
    private Path directory;

    private Corpus file(String name, String content) throws IOException {
        return Corpus.from(Files.writeString(directory.resolve(name), content).toString());
    }

    private static List<String> texts(Corpus corpus) {
        return corpus.toList().stream().map(CorpusCase::text).toList();
    }

    private static List<String> stretches(CorpusCase one) {
        return one.rationale().stream().map(span -> span.of(one.text())).toList();
    }

    @Test
    void readsAllFieldsOfJsonLines() throws IOException {
        Corpus corpus = file("a.jsonl", """
                {"text": "It was great", "label": "POSITIVE", "rationales": ["great"], "tags": ["short", "said"], "id": "r1"}
                {"id": 2, "other": {"text": [1, {}]}, "label": 0, "text": "Not \\"bad\\" \\ud83d\\ude00!", \
                "rationales": [[5, 8], {"start": 10, "end": 12, "text": "\\ud83d\\ude00", "by": "A"}], "tags": "negation"}
                {"text": "So so", "label": null, "rationales": null, "tags": null, "id": null}
                """);

        List<CorpusCase> cases = corpus.toList();

        String name = directory.resolve("a.jsonl").toString();
        assertThat(cases.get(0))
                .isEqualTo(new CorpusCase(
                        "It was great",
                        Optional.of("POSITIVE"),
                        List.of(new Span(7, 12)),
                        List.of("short", "said"),
                        Optional.of("r1"),
                        Optional.of(new CorpusPlace(name, 1))));
        assertThat(cases.get(1).text()).isEqualTo("Not \"bad\" \ud83d\ude00!");
        assertThat(cases.get(1).label()).contains("0");
        assertThat(cases.get(1).id()).contains("2");
        assertThat(cases.get(1).tags()).containsExactly("negation");
        assertThat(stretches(cases.get(1))).containsExactly("bad", "\ud83d\ude00");
        assertThat(cases.get(2))
                .isEqualTo(new CorpusCase(
                        "So so",
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.of(new CorpusPlace(name, 3))));
    }

    @Test
    void readsCsvAsTheStandardHasIt() throws IOException {
        Corpus corpus = file("a.csv", """
                id,text,label,rationales,tags,extra
                1,"It was ""great"",
                wasn't it",POSITIVE,great; 0-2,short;said,x

                2, # a 5" disk ,,,,
                """.replace("\n", "\r\n"));

        List<CorpusCase> cases = corpus.toList();

        assertThat(cases.get(0).text()).isEqualTo("It was \"great\",\r\nwasn't it");
        assertThat(stretches(cases.get(0))).containsExactly("great", "It");
        assertThat(cases.get(0).tags()).containsExactly("short", "said");
        assertThat(cases.get(0).label()).contains("POSITIVE");
        assertThat(cases.get(1).text()).as("blanks belong to a field").isEqualTo(" # a 5\" disk ");
        assertThat(cases.get(1).label()).isEmpty();
        assertThat(cases.get(1).rationale()).isEmpty();
        assertThat(cases)
                .extracting(one -> one.place().orElseThrow().line())
                .as("lines of the file")
                .containsExactly(2L, 5L);
    }

    @Test
    void readsTsvWithoutQuotes() throws IOException {
        assertThat(file("a.tsv", "sentence\tlabel\n\"bad\" , he said\tNEGATIVE\n\"\tPOSITIVE")
                        .text("sentence"))
                .extracting(CorpusCase::text, one -> one.label().orElse(""))
                .containsExactly(tuple("\"bad\" , he said", "NEGATIVE"), tuple("\"", "POSITIVE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void acceptsAByteOrderMarkAnyLineEndsAndNoneAtTheEnd(String end) throws IOException {
        String mark = "\ufeff";
        assertThat(texts(file("a.csv", mark + "text" + end + "one" + end + end + "two" + end)))
                .containsExactly("one", "two");
        assertThat(texts(file("a.tsv", mark + "text" + end + "one" + end + "two")))
                .containsExactly("one", "two");
        assertThat(texts(file("a.ndjson", mark + "{\"text\": \"one\"}" + end + " " + end + "{\"text\": \"two\"}")))
                .containsExactly("one", "two");
    }

    @Test
    void takesCommentsForTextsUnlessToldOtherwise() throws IOException {
        Corpus csv = file("a.csv", "text\n#great\nbad\n");
        Corpus lines = file("a.jsonl", "# made by hand\n{\"text\": \"# great\"}\n");

        assertThat(texts(csv)).containsExactly("#great", "bad");
        assertThat(texts(csv.withComments())).containsExactly("bad");
        assertThat(texts(lines.withComments())).containsExactly("# great");
        assertThatThrownBy(lines::toList).isInstanceOf(InvalidCorpusException.class);
    }

    @Test
    void namesOfFieldsAndFormatsAreFree() throws IOException {
        Corpus corpus = file("a.txt", "gold,label,key,why,kind\nPOSITIVE,It was great,7,great,x;y\n")
                .format(CorpusFormat.CSV)
                .text("label")
                .label("gold")
                .id("key")
                .rationales("why")
                .tags("kind");

        assertThat(corpus.toList())
                .containsExactly(new CorpusCase(
                        "It was great",
                        Optional.of("POSITIVE"),
                        List.of(new Span(7, 12)),
                        List.of("x", "y"),
                        Optional.of("7"),
                        Optional.of(new CorpusPlace(directory.resolve("a.txt").toString(), 2))));
    }

    @Test
    void findsFilesByAddressPropertyAndClassPath() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("with space"));
        Path csv = Files.writeString(folder.resolve("a.csv"), "text\none\n");
        Path jar = directory.resolve("a.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("packed/b.csv"));
            out.write("text\ntwo\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(texts(Corpus.from("file:" + csv))).containsExactly("one");
        assertThat(texts(Corpus.from("${here}/a.csv", name -> Optional.of(folder.toString()))))
                .containsExactly("one");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL(), jar.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            assertThat(texts(Corpus.from("classpath:a.csv"))).containsExactly("one");
            assertThat(texts(Corpus.from("classpath:/packed/b.csv"))).containsExactly("two");
            assertThatThrownBy(() -> Corpus.from("classpath:packed/c.csv").toList())
                    .isInstanceOf(InvalidCorpusException.class)
                    .hasMessage(
                            "The corpus \"classpath:packed/c.csv\" cannot be read: the class path has no file"
                                    + " packed/c.csv. Check the name, and that the folder or jar that has it is on the class path.");
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void choosesByLabelTagAndPredicateInTheOrderOfTheCalls() throws IOException {
        Corpus corpus = file("a.csv", "text,label,tags\na,X,s\nb,Y,s;t\nc,X,t\nd,,\ne,Z,u\n");

        assertThat(texts(corpus.labeled("X"))).containsExactly("a", "c");
        assertThat(texts(corpus.labeled("X", "Z"))).containsExactly("a", "c", "e");
        assertThat(texts(corpus.tagged("t", "u"))).containsExactly("b", "c", "e");
        assertThat(texts(corpus.where(one -> one.label().isEmpty()))).containsExactly("d");
        assertThat(texts(corpus.limit(3).labeled("X"))).containsExactly("a", "c");
        assertThat(texts(corpus.labeled("X").limit(1))).containsExactly("a");
        assertThat(texts(corpus.labeled("X").tagged("t"))).containsExactly("c");
        assertThat(corpus.limit(1)
                        .map(one -> one.withLabel("POSITIVE"))
                        .toList()
                        .get(0)
                        .goldLabel())
                .isEqualTo("POSITIVE");
        assertThatThrownBy(() -> corpus.labeled("X").tagged("u").toList())
                .isInstanceOf(InvalidCorpusException.class)
                .hasMessage("No case of the corpus " + directory.resolve("a.csv")
                        + " is left by labeled[X].tagged[u]. There are s, t: choose among them.");
    }

    @Test
    void readsNoFurtherThanTheLimit() throws IOException {
        Corpus corpus = file("a.jsonl", "{\"text\": \"one\"}\nnonsense\n");

        assertThat(texts(corpus.limit(1))).containsExactly("one");
        assertThatThrownBy(() -> corpus.limit(2).toList()).isInstanceOf(InvalidCorpusException.class);
    }

    @Test
    void takesTemplatesAndCasesInMemory() {
        Corpus template =
                Corpus.of(TextTemplate.of("{a} {b}").with("a", "x", "y").with("b", "1", "2"));

        assertThat(texts(template)).containsExactly("x 1", "x 2", "y 1", "y 2");
        assertThat(texts(Corpus.of(CorpusCase.labeled(List.of("a", "b"), "X")).labeled("X")))
                .containsExactly("a", "b");
        assertThatIllegalStateException()
                .isThrownBy(() -> template.format(CorpusFormat.CSV))
                .withMessage("A format and its columns are those of a file, but the cases are template \"{a} {b}\".");
        assertThatThrownBy(() -> Corpus.of(List.of()).toList())
                .isInstanceOf(InvalidCorpusException.class)
                .hasMessage("The corpus the cases given has no cases. Give at least one.");
    }

    @Test
    void refusesChoicesThatLeaveNothing() {
        Corpus corpus = Corpus.from("a.csv");

        assertThatIllegalArgumentException().isThrownBy(corpus::labeled);
        assertThatIllegalArgumentException().isThrownBy(corpus::tagged);
        assertThatIllegalArgumentException().isThrownBy(() -> corpus.limit(0));
        assertThatIllegalArgumentException().isThrownBy(() -> corpus.sample(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> corpus.text(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> corpus.text("a").label("a"));
    }

    @Test
    void closesItsFile() throws IOException {
        Corpus corpus = file("a.jsonl", "{\"text\":\"one\"}\n{\"text\":\"second\"}\n");
        CorpusCursor cursor = corpus.open();

        assertThat(cursor.next().text()).isEqualTo("one");
        assertThat(cursor.fraction()).isEqualTo(15.0 / 33.0);
        cursor.close();
        assertThat(cursor.hasNext()).isFalse();
        assertThatThrownBy(cursor::next).isInstanceOf(NoSuchElementException.class);
        try (Stream<CorpusCase> stream = corpus.stream()) {
            assertThat(stream.findFirst()).map(CorpusCase::text).contains("one");
        }
    }

    @Test
    void casesRefuseWhatIsNoStretchOfTheirText() {
        String text = "a \ud83d\ude00";
        for (Span wrong : List.of(new Span(0, 5), new Span(1, 1), new Span(0, 3), new Span(3, 4))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CorpusCase(
                            text, Optional.empty(), List.of(wrong), List.of(), Optional.empty(), Optional.empty()));
        }
        assertThatThrownBy(() -> CorpusCase.of("a").goldLabel())
                .isInstanceOf(InvalidCorpusException.class)
                .hasMessage("The case \"a\" has no label. Give it one, or explain the predicted class.");
    }
}
