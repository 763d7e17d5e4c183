package io.github.junitattrib.model.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DjlVersionsTest {

    private static Optional<String> mix(String api, String engine, String jni) {
        return new DjlVersions(
                        api,
                        Optional.of(engine).filter(v -> !v.isEmpty()),
                        Optional.of(jni).filter(v -> !v.isEmpty()))
                .mix();
    }

    @Test
    void partsOfOneVersionBelongTogether() {
        assertThat(mix("0.35.1", "0.35.1", "2.7.1-0.35.1")).isEmpty();
        assertThat(mix("0.32.0", "0.32.0", "2.5.1-0.32.0")).isEmpty();
        assertThat(mix("0.35.1", "0.35.1", ""))
                .as("jni missing is told by DJL itself")
                .isEmpty();
    }

    @Test
    void partsOfSeveralVersionsAreNamed() {
        assertThat(mix("0.36.0", "0.36.0", "2.7.1-0.35.1"))
                .contains("The class path mixes versions of DJL: ai.djl:api 0.36.0, pytorch-engine 0.36.0, pytorch-jni"
                        + " 2.7.1-0.35.1. Take one version for all of them, such as 0.35.1 with pytorch-jni 2.7.1-0.35.1,"
                        + " or manage them by ai.djl:bom.");
        assertThat(mix("0.38.0", "0.35.1", "2.7.1-0.35.1")).isPresent();
        assertThat(mix("0.35.1", "", "2.5.1-0.32.0")).isPresent();
    }

    @Test
    void thoseOfThisBuildBelongTogether() {
        assertThat(DjlVersions.detect().mix()).isEmpty();
        assertThat(DjlVersions.detect().engine()).contains(DjlVersions.detect().api());
        assertThat(DjlVersions.detect().jni()).isPresent();
    }
}
