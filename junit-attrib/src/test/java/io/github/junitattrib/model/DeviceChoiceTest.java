package io.github.junitattrib.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceChoiceTest {

    @ParameterizedTest
    @CsvSource({"auto,-1", "cpu,-1", "mps,-1", "cuda:0,0", "cuda:12,12"})
    void knowsTheNumberOfACudaGpu(String name, int number) {
        assertThat(new DeviceChoice(name).gpu()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "cuda", "cuda:", "cuda:-1", "cuda:1000", "CPU", "mps:0"})
    void refusesOtherWordsWithoutGuessingWhoWroteThem(String name) {
        assertThatThrownBy(() -> new DeviceChoice(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no device \"" + name + "\": give auto, cpu, cuda:N (such as cuda:0) or mps.");
    }

    @Test
    void isAutoByDefault() {
        assertThat(DeviceChoice.AUTO).isEqualTo(new DeviceChoice("auto"));
    }
}
