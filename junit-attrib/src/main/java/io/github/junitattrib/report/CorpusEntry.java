package io.github.junitattrib.report;

/**
 * A check of many texts.
 *
 * @param test the test that made it
 * @param call how the test wrote it
 * @param verdict the outcome, as files spell it
 * @param corpus how the texts came out
 */
record CorpusEntry(IndexEntry test, String call, String verdict, CorpusRecord corpus) {

    StatusView view() {
        return StatusView.of(
                switch (verdict) {
                    case "pass" -> TestStatus.PASSED;
                    case "inconclusive" -> TestStatus.INCONCLUSIVE;
                    default -> TestStatus.FAILED;
                });
    }
}
