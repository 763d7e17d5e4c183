/**
 * What people look at: text bars in failure messages, HTML heatmaps, JSON sidecars and their index.
 *
 * <p>Open {@link io.github.junitattrib.report.TestReport} next.
 */
@NullMarked
package io.github.junitattrib.report;

import org.jspecify.annotations.NullMarked;
