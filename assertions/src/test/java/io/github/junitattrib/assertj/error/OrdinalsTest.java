package io.github.junitattrib.assertj.error;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdinalsTest {

    @ParameterizedTest
    @CsvSource({
        "1,1st",
        "2,2nd",
        "3,3rd",
        "4,4th",
        "10,10th",
        "11,11th",
        "12,12th",
        "13,13th",
        "21,21st",
        "22,22nd",
        "101,101st",
        "111,111th",
        "112,112th",
        "113,113th",
        "123,123rd"
    })
    void should_end_as_in_english(int number, String ordinal) {
        then(Ordinals.of(number)).isEqualTo(ordinal);
    }
}
