package io.github.junitattrib.model.torch.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.junitattrib.text.UnicodeTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short way to the ids of a text gives what the long way gives, which finds spans and words as well. */
class TokenIdsTest {

    private static final int LIMIT = 12;

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(
                "",
                " ",
                "the film [SEP] ends </s>",
                "the \ud83d",
                "\u200b\u200bthe fi\u00adlm",
                "one two three four five six seven eight nine ten eleven twelve"));
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            texts.add(UnicodeTexts.random(random, 8));
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("io.github.junitattrib.model.torch.tokenizer.SmallTokenizers#all")
    void areTheSame(String kind) {
        TokenizerFiles files = TokenizerFiles.read(SmallTokenizers.directory(kind));
        try (TextTokenizer tokenizer = files.open(LIMIT)) {
            int read = 0;
            int refused = 0;
            for (String text : texts()) {
                ThrowingCallable whole = () -> tokenizer.tokenize(text);
                Throwable refusal = catchThrowable(whole);
                if (refusal == null) {
                    read++;
                    assertThat(tokenizer.ids(text))
                            .as(text)
                            .isEqualTo(tokenizer.tokenize(text).ids());
                } else {
                    refused++;
                    assertThat(catchThrowable(() -> tokenizer.ids(text)))
                            .as(text)
                            .hasSameClassAs(refusal)
                            .hasMessage(refusal.getMessage());
                }
            }
            assertThat(read).isPositive();
            assertThat(refused).isPositive();
        }
    }
}
