package io.github.junitattrib.report;

/** Renders the page of a test with as many of its numbers as a small page has room for. */
final class Pages {

    /** What a browser on a slow line opens without a wait. */
    static final int MOST_BYTES = 200 * 1024;

    private Pages() {}

    /** Returns the page in UTF-8. */
    static byte[] html(Templates templates, TestReport report, PageLinks links) {
        byte[] html = {};
        for (PageLimits limits : PageLimits.FROM_WIDEST) {
            html = templates.page(PageView.of(report, links, limits));
            if (html.length < MOST_BYTES) {
                break;
            }
        }
        return html;
    }
}
