package io.github.junitattrib.method;

import io.github.junitattrib.Prediction;
import io.github.junitattrib.model.TextClassifier;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Games whose numbers come from a formula, not from a model. */
final class FormulaGame {

    private FormulaGame() {}

    private record NoModel() implements TextClassifier {

        @Override
        public List<String> labels() {
            return List.of();
        }

        @Override
        public Prediction predict(String text) {
            throw new UnsupportedOperationException(text);
        }
    }

    static Game of(int players, ToDoubleFunction<BitSet> formula) {
        return new Game(players, new NoModel(), 64, Integer.MAX_VALUE, (inquiry, coalitions) -> {
            List<BitSet> asked = List.copyOf(coalitions);
            return () -> asked.stream().mapToDouble(formula).toArray();
        });
    }
}
