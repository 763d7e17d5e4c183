package io.github.junitattrib.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.junitattrib.InvalidGateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thresholds are read as they are written, and what says nothing is refused with file, key and remedy. */
class GateFileTest {

    @TempDir
    Path directory;

    private Gate read(String... lines) throws IOException {
        Path file = directory.resolve("gate.properties");
        Files.writeString(file, String.join("\n", lines));
        return Gate.read("${gates}/gate.properties", name -> Optional.of(directory.toString()));
    }

    @Test
    void readsThresholdsReasonsAndSettingsInTheirOrder() throws IOException {
        Gate gate = read(
                "word.gain.max=0.1",
                "word.gain.max.because=no word should take over, größer wäre zu viel",
                "slice.reporting.ranking.violations.rise.max = 0.05",
                "slice.label.POSITIVE.accuracy.min=0.9",
                "slice.*.accuracy.drop.max=0.02",
                "slice.cases.min=20",
                "word.texts.min=3",
                "reasons.agreement.min=0.7");

        assertThat(gate.settings()).isEqualTo(new GateSettings(20, 3, 0.7));
        assertThat(gate.rules())
                .containsExactly(
                        new GateRule(
                                GateKey.WORD_GAIN_MAX,
                                Optional.empty(),
                                0.1,
                                "no word should take over, größer wäre zu viel"),
                        new GateRule(GateKey.RANKING_VIOLATIONS_RISE_MAX, Optional.of("reporting"), 0.05, ""),
                        new GateRule(GateKey.ACCURACY_MIN, Optional.of("label.POSITIVE"), 0.9, ""),
                        new GateRule(GateKey.ACCURACY_DROP_MAX, Optional.of("*"), 0.02, ""));
        assertThat(gate.rules()).extracting(GateRule::name).contains("slice.label.POSITIVE.accuracy.min");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    acuracy.min=0.9                     | acuracy.min: there is no such threshold. Do you mean accuracy.min?
                    slice.tense.acuracy.min=0.9         | Do you mean slice.tense.accuracy.min?
                    nothing=1                           | nothing: there is no such threshold. There are
                    accuracy.min=high                   | accuracy.min: "high" is no number. Write one such as 0.01.
                    accuracy.min=0                      | a limit of 0 says nothing: nothing can miss it, as the accuracy is never lower.
                    accuracy.drop.max=1                 | nothing can miss it, as the drop of the accuracy is never higher
                    inconclusive.max=1.5                | the share of texts whose explanation did not converge lies between 0 and 1
                    cases.min=1                         | nothing can miss it
                    cases.min=10.5                      | it is no whole number
                    completeness.gap.max=Infinity       | it is no finite number
                    accuracy.min=0.9\\naccuracy.min=0.8 | accuracy.min: it is there twice. Leave one of them out.
                    accuracy.min.because=so             | it gives a reason for accuracy.min, which is not in the file. Give the threshold, or leave the reason out.
                    accuracy.mn.because=so\\naccuracy.min=.9 | it gives a reason for accuracy.mn, which is not in the file. Do you mean accuracy.min.because?
                    cases.min=2\\ncases.min.because=so\\\\naccuracy.min=.9 | gate.properties, line 2: it ends in a backslash, which would make the next line part of the value.
                    slice.tense.word.gain.max=0.1       | is measured on the whole corpus alone. Write word.gain.max.
                    slice.cases.min=0\\naccuracy.min=.9 | slice.cases.min: it must be a whole number from 1, but is 0.
                    reasons.agreement.min=2\\naccuracy.min=.9 | a correlation lies between -1 and 1, but it is 2.
                    accuracy.min=\\uXXXX              | cannot be read: Malformed
                    slice.cases.min=5                   | has no threshold, so that every release would pass.
                    # nothing                           | has no threshold, so that every release would pass.
                    """)
    void refusesWhatSaysNothing(String content, String message) {
        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> read(content.replace("\\n", "\n")))
                .withMessageContaining("gate.properties")
                .withMessageContaining(message);
    }

    @Test
    void readsUtf8StrictlyWithoutMark() throws IOException {
        assertThat(read("\ufeffaccuracy.min=0.9", "accuracy.min.because=a backslash \\\\")
                        .rules())
                .containsExactly(new GateRule(GateKey.ACCURACY_MIN, Optional.empty(), 0.9, "a backslash \\"));

        Path file = directory.resolve("latin.properties");
        Files.write(file, "accuracy.min=0.9\naccuracy.min.because=größer".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> Gate.read(file.toString(), name -> Optional.empty()))
                .withMessage(file + ", line 2, column 24: the byte 0xF6 is no UTF-8. Save the file as UTF-8.");
    }

    @Test
    void refusesAReasonWithoutWords() {
        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> read("accuracy.min=0.9", "accuracy.min.because="))
                .withMessageContaining("accuracy.min.because: it gives no reason. Write one, or leave it out.");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatExceptionOfType(InvalidGateException.class)
                .isThrownBy(() -> Gate.read("classpath:no-gate.properties", name -> Optional.empty()))
                .withMessageStartingWith(
                        "The thresholds \"classpath:no-gate.properties\" cannot be read: the class path has no"
                                + " file no-gate.properties.");
    }
}
