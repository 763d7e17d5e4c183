package io.github.junitattrib.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariantsTest {

    private final TextClassifier traced = new Named("traced");
    private final TextClassifier eager = new Named("eager");

    private record Named(String name) implements TextClassifier {
        @Override
        public List<String> labels() {
            return List.of("ANY");
        }

        @Override
        public Prediction predict(String text) {
            return Prediction.ofLogits(labels(), new double[1]);
        }

        @Override
        public ModelFacts facts() {
            return ModelFacts.unknown(name);
        }
    }

    @Test
    void keepTheirOrderAndTheNamesOfTheModels() {
        Variants variants = Variants.of(traced, eager);

        assertThat(variants).containsExactly(traced, eager);
        assertThat(variants.names()).containsExactly("traced", "eager");
        assertThat(variants.size()).isEqualTo(2);
        assertThat(variants.get("eager")).isSameAs(eager);
        assertThat(variants.asMap()).containsExactly(Map.entry("traced", traced), Map.entry("eager", eager));
        assertThat(variants).hasToString("variants [traced, eager]");
    }

    @Test
    void takeOtherNamesThanThoseOfTheModels() {
        Map<String, TextClassifier> models = new LinkedHashMap<>();
        models.put("release", eager);
        models.put("candidate", eager);

        Variants variants = Variants.named(models);
        models.clear();

        assertThat(variants.names()).containsExactly("release", "candidate");
    }

    @Test
    void areAtLeastOneAndEachNameOnce() {
        assertThatThrownBy(Variants::of)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are no variants. Give at least one model.");
        assertThatThrownBy(() -> Variants.of(traced, new Named("traced")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "Two variants have the name \"traced\", so that messages could not tell them apart.");
    }

    @Test
    void nameThoseThatThereAreWhereOneIsUnknown() {
        assertThatThrownBy(() -> Variants.of(traced, eager).get("scripted"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no variant \"scripted\" among [traced, eager]. Name one of these.");
    }
}
