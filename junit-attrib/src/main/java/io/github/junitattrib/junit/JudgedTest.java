package io.github.junitattrib.junit;

import io.github.junitattrib.report.NotAsked;
import io.github.junitattrib.report.TestCase;
import java.util.List;

/**
 * A test with what mutants say of its checks.
 *
 * @param test the test
 * @param checks in their order
 * @param notAsked how many others it made
 */
record JudgedTest(TestCase test, List<JudgedCheck> checks, NotAsked notAsked) {}
