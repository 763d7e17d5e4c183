package io.github.junitattrib.report;

import java.nio.charset.StandardCharsets;

/** Renders the page of a test with as many of its numbers as a small page has room for. */
final class Pages {

    /** What a browser on a slow line opens without a wait. */
    static final int MOST_BYTES = 200 * 1024;

    private Pages() {}

    /** Returns the page in UTF-8. */
    static byte[] html(Templates templates, TestReport report, PageLinks links) {
        byte[] html = {};
        for (PageLimits limits : PageLimits.FROM_WIDEST) {
            // The encoder of getBytes replaces lone surrogates.
            html = templates.page(PageView.of(report, links, limits)).getBytes(StandardCharsets.UTF_8);
            if (html.length < MOST_BYTES) {
                break;
            }
        }
        return html;
    }
}
