package io.github.junitattrib.model.torch;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.model.torch.tokenizer.SpecialTokens;
import io.github.junitattrib.model.torch.tokenizer.TokenizerFiles;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The word embeddings that a mutant keeps where words lose their meaning: those of special tokens and baselines. */
final class FixedRows implements IntPredicate {

    private final SpecialTokens specialTokens;
    private final Set<Long> baselines;

    FixedRows(TokenizerFiles tokenizer, Function<Baseline.Row, OptionalLong> baselines) {
        this.specialTokens = tokenizer.specialTokens();
        this.baselines = Stream.of(Baseline.Row.values())
                .map(baselines)
                .flatMap(id -> id.stream().boxed())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean test(int id) {
        return specialTokens.isStructural(id) || baselines.contains((long) id);
    }
}
