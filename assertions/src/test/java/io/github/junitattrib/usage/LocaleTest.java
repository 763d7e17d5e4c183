package io.github.junitattrib.usage;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.assertj.AttributionAssertions.auprcAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.rationale;
import static io.github.junitattrib.assertj.AttributionAssertions.spearmanAtLeast;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.assertj.AttributionAssert;
import io.github.junitattrib.assertj.AttributionBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages have the same digits and decimal points everywhere, so that they can be searched for and compared. */
@Isolated("it changes the default locale")
class LocaleTest {

    private static final Attribution REVIEW = AttributionBuilder.review()
            .method("Lime", Map.of("samples", "1000", "seed", "1"))
            .build();
    private static final Attribution VAGUE = AttributionBuilder.review()
            .method("Lime", Map.of("samples", "1000", "seed", "1"))
            .uncertainty(0.2)
            .build();

    private static final List<Consumer<AttributionAssert>> CHECKS = List.of(
            review -> review.ranks("great").above("said"),
            review -> review.ranks("the").amongTop(2),
            review -> review.ranks("great").last(),
            review -> review.hasTopTokens("great", "the"),
            review -> review.givesPositiveWeightTo("the"),
            review -> review.ignores("said", within(0.01)),
            review -> review.ignores("said", withinPercentage(2.5)),
            review -> review.shareOf("the").isGreaterThan(0.25),
            review -> review.predicts("NEGATIVE"),
            review -> review.probabilityOf("POSITIVE").isGreaterThan(0.999),
            review -> review.scoreOf("POSITIVE").isBetween(1.5, 1000000.5),
            review -> review.agreesWith(
                    AttributionBuilder.review().scores(7, 6, 5, 4, 3, 2, 1).build(), spearmanAtLeast(0.95)),
            review -> review.matchesRationale(rationale("the"), auprcAtLeast(0.95)));

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "th-TH-u-nu-thai", "tr-TR"})
    void messages_are_the_same_everywhere(String tag) {
        List<String> expected = messages();
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            then(messages()).isEqualTo(expected);
        } finally {
            Locale.setDefault(usual);
        }
    }

    /** The bars have a form for consoles without block elements; nothing else of a message must need one. */
    @Test
    void messages_are_ascii_but_for_the_bars() {
        then(messages())
                .allSatisfy(message -> then(message.replaceAll("[█▒…]", "")).matches("\\p{ASCII}*"));
    }

    private static List<String> messages() {
        return List.of(REVIEW, VAGUE).stream()
                .flatMap(attribution -> CHECKS.stream()
                        .map(check -> String.valueOf(catchThrowable(() -> check.accept(assertThat(attribution))))))
                .toList();
    }
}
