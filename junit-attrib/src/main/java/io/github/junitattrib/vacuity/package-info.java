/**
 * Tells checks that hold for any model from those that say something: judges them again on mutants of the model, which
 * have lost what it learnt. Start with {@link io.github.junitattrib.vacuity.VacuityJudge}.
 */
@NullMarked
package io.github.junitattrib.vacuity;

import org.jspecify.annotations.NullMarked;
