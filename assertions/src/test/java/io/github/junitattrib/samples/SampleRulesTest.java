package io.github.junitattrib.samples;

import static io.github.junitattrib.samples.Expected.CANNOT_TELL;
import static io.github.junitattrib.samples.Expected.FAILS;
import static io.github.junitattrib.samples.Expected.PASSES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the check of the samples would find. */
class SampleRulesTest {

    private static final String CODE = """
            Map<String, String> words = Map.of("// passes", ")");
            assertThat(words); // passes
            check(it -> {
                it.runs();
            }); // fails, as it must
            last()
                .call(); // cannot tell
            """;

    @Test
    void checkedStatementsHaveTheUncheckedOnesBeforeThem() {
        List<Sample> samples = Sample.in(CODE);

        assertThat(samples).extracting(Sample::expected).containsExactly(PASSES, FAILS, CANNOT_TELL);
        assertThat(samples)
                .extracting(Sample::statement)
                .containsExactly("assertThat(words);", "check(it -> {\n    it.runs();\n});", "last()\n    .call();");
        assertThat(samples)
                .allSatisfy(sample -> assertThat(sample.preparation())
                        .containsExactly("Map<String, String> words = Map.of(\"// passes\", \")\");"));
    }

    @Test
    void wordsThatGoOnWithoutACommaAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.in("a(); // passes if it rains"))
                .withMessageContaining("passes if it rains");
    }

    @Test
    void otherEndsThanTheCommentSaysAreProblems() {
        Sample passes = Sample.in("a(); // passes").get(0);
        Sample fails = Sample.in("a(); // fails").get(0);

        assertThat(passes.problem(Optional.empty())).isEmpty();
        assertThat(passes.problem(Optional.of(new AssertionError("no"))))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .isEqualTo("\"a();\" should be: passes, but it throws java.lang.AssertionError: no"));
        assertThat(fails.problem(Optional.empty())).contains("\"a();\" should be: fails, but it passes");
        assertThat(fails.problem(Optional.of(new IllegalStateException()))).isPresent();
    }

    @Test
    void failureByAMissingWordMustBeAnnounced() {
        Optional<Throwable> missing =
                Optional.of(new AssertionError("Expected the text to contain the word \"graet\", but"));

        assertThat(Sample.in("a(); // fails").get(0).problem(missing)).isPresent();
        assertThat(Sample.in("a(); // fails, there is no such word").get(0).problem(missing))
                .isEmpty();
    }

    @Test
    void assertionsAreFoundInSourcesAndLackWhatTheyDoNotShow(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("WordAssert.java"), """
                /** Words. */
                public class WordAssert<SELF, R> {
                    /**
                     * Shows.
                     *
                     * <pre>{@code
                     * assertThat("a{}b").shows(); // passes
                     * }</pre>
                     */
                    public SELF shows() { return null; }
                    public RankingStep<SELF> begins(String word, int nth) { return null; }
                    public R bounds(double number) { return null; }
                    @Override public SELF isInherited() { return null; }
                    protected SELF isProtected() { return null; }
                    public SELF and() { return null; }
                    public String asks() { return ""; }
                    public WordAssert() {}
                }
                """);

        List<Documented> found = SampleReader.read(List.of(file));

        assertThat(found)
                .extracting(Documented::toString)
                .containsExactly(
                        "WordAssert.java: WordAssert.shows()",
                        "WordAssert.java: WordAssert.begins(String, int)",
                        "WordAssert.java: WordAssert.bounds(double)");
        assertThat(found.get(0).samples())
                .extracting(Sample::statement)
                .containsExactly("assertThat(\"a{}b\").shows();");
        assertThat(found.get(0).missing(Set.of(PASSES, FAILS)))
                .containsExactly("It has no sample with a statement that \"// fails\".");
        assertThat(found.get(1).missing(Set.of(PASSES, FAILS))).hasSize(2);
    }

    @Test
    void errorsAreThoseOfTheSourceThatHasThem() {
        InMemoryCompiler.Compiled compiled = InMemoryCompiler.compile(
                Map.of("Broken", "class Broken { int a = none; }", "Sound", "public class Sound {}"));

        assertThat(compiled.errors()).containsOnlyKeys("Broken");
        assertThat(compiled.errors().get("Broken")).singleElement().asString().contains("in: class Broken");
        assertThat(compiled.classes())
                .isNotNull()
                .satisfies(classes -> assertThat(classes.loadClass("Sound")).isNotNull());
    }
}
