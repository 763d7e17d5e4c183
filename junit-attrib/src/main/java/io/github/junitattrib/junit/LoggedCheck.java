package io.github.junitattrib.junit;

import io.github.junitattrib.CheckResult;
import io.github.junitattrib.check.Check;

/**
 * A check with what it found: enough to judge another model without running the test again.
 *
 * @param check what was asserted
 * @param result what it found
 */
record LoggedCheck(Check check, CheckResult result) {}
