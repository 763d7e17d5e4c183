package io.github.junitattrib.usage;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.BDDAssertions.then;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.junitattrib.AttributionFailure;
import io.github.junitattrib.assertj.MessageSamples;
import io.github.junitattrib.assertj.MessageSamples.Sample;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Messages of all kinds have the same digits and decimal points everywhere, so that they can be searched for and compared,
 * and no character that the console lacks.
 */
@Isolated("it changes the default locale, and the encoding of the console")
class LocaleTest {

    private static final String ENCODING = "stdout.encoding";

    private final Locale usual = Locale.getDefault();
    private final String encoding = System.getProperty(ENCODING, "");

    @AfterEach
    void restore() {
        Locale.setDefault(usual);
        if (encoding.isEmpty()) {
            System.clearProperty(ENCODING);
        } else {
            System.setProperty(ENCODING, encoding);
        }
    }

    @Test
    void every_factory_of_messages_has_a_sample() {
        // GIVEN
        Set<String> factories = new ClassFileImporter()
                .importPackages("io.github.junitattrib.assertj.error").stream()
                        .map(JavaClass::getSimpleName)
                        .filter(name -> name.matches("Should\\w+") && !name.endsWith("_Test"))
                        .collect(toSet());
        // THEN
        then(MessageSamples.all().stream()
                        .map(sample -> sample.factory().getSimpleName())
                        .collect(toSet()))
                .isEqualTo(factories);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "th-TH-u-nu-thai", "tr-TR"})
    void messages_are_the_same_everywhere(String tag) {
        // GIVEN
        List<String> expected = messages();
        // WHEN
        Locale.setDefault(Locale.forLanguageTag(tag));
        // THEN
        then(messages()).isEqualTo(expected);
    }

    @Test
    void messages_are_ascii_where_the_console_is() {
        // GIVEN
        System.setProperty(ENCODING, "US-ASCII");
        // THEN
        then(messages()).allSatisfy(message -> then(message).matches("\\p{ASCII}*"));
    }

    private static List<String> messages() {
        return MessageSamples.all().stream().map(LocaleTest::message).toList();
    }

    private static String message(Sample sample) {
        Throwable thrown = catchThrowable(sample.check());
        then(thrown).as("%s", sample.factory()).isInstanceOf(AttributionFailure.class);
        return String.valueOf(thrown.getMessage());
    }
}
