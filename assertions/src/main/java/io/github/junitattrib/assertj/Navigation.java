package io.github.junitattrib.assertj;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/** Begins AssertJ's own assertions on parts of an attribution; soft assertions put theirs in place. */
@FunctionalInterface
interface Navigation {

    /** Throws at once. */
    Navigation HARD = Assertions::assertThat;

    /** Begins assertions on words in an order. */
    ListAssert<String> words(List<String> words);
}
