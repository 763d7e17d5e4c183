package io.github.junitattrib.vacuity;

import io.github.junitattrib.model.TextClassifier;
import java.util.function.Supplier;

/**
 * A mutant that is made when it is needed, and closed before the next one is.
 *
 * @param name such as {@code weights 3}
 * @param making makes it; whoever calls closes the result
 */
record PlannedMutant(String name, Supplier<TextClassifier> making) {}
