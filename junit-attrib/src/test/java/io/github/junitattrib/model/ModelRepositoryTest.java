package io.github.junitattrib.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelRepositoryTest {

    @ParameterizedTest
    @CsvSource({
        "reviews, reviews",
        "models/reviews/, reviews",
        "classpath:models/reviews, reviews",
        "classpath:reviews, reviews",
        "hf:owner/name, name",
        "hf:name, name",
        "hf:owner/name@v1, name@v1",
        "hf:owner/name@refs/pr/1, name@refs/pr/1",
        "djl://ai.djl.huggingface.pytorch/ProsusAI/finbert, finbert",
        "djl://ai.djl.huggingface.pytorch/ProsusAI/finbert/0.0.1, finbert",
        "djl://ai.djl.pytorch/distilbert/0.0.1/traced, traced"
    })
    void namesAModelShortlyInMessages(String location, String name) {
        assertThat(ModelRepository.shortName(location)).isEqualTo(name);
    }
}
