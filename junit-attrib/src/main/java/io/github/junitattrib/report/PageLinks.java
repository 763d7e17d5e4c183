package io.github.junitattrib.report;

/**
 * Where a page belongs.
 *
 * @param run id of the run
 * @param index link to the index
 * @param sidecar link to the file with all numbers
 */
record PageLinks(String run, String index, String sidecar) {}
