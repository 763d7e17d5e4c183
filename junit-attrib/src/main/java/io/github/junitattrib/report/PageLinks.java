package io.github.junitattrib.report;

/**
 * Where a page belongs.
 *
 * @param run id of the run
 * @param index link to the index
 * @param sidecar link to the file with all numbers
 */
record PageLinks(String run, String index, String sidecar) {

    /** Link to the release gates of the run, which stand beside the index. */
    String gate() {
        return index.substring(0, index.lastIndexOf('/') + 1) + GateWriter.PAGE;
    }
}
