package io.github.junitattrib.report;

import java.util.List;
import java.util.Random;

/** Texts that break out of whatever does not escape them, without end. */
public final class HostileTexts {

    private static final long SEED = 20_261;

    /** What ends an element, an attribute or a cell, starts a template, or moves and hides characters. */
    private static final List<String> PARTS = List.of(
            "<script>alert(1)</script>",
            "</title>",
            "</style>",
            "</textarea>",
            "</pre>",
            "</table>",
            "</svg>",
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "<svg/onload=window.hacked=1>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<plaintext>",
            "<base href=//e>",
            "\"",
            "'",
            "`",
            "=",
            ">",
            "<",
            "/>",
            "&",
            "&lt;",
            "&#60;",
            "&#x3c",
            "\" onmouseover=\"x",
            "' style='x",
            "javascript:alert(1)",
            "${1+1}",
            "$unsafe{x}",
            "@if(true)",
            "@endfor",
            "!{var x = 1;}",
            "{{7*7}}",
            "|",
            "\\|",
            "||",
            "---",
            "[x](http://e)",
            "![x](y)",
            "**",
            "# ",
            "@user",
            "#1",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "\f",
            "\u000B",
            "\u0000",
            "\u0001",
            "\u001B[31m",
            "\u007F",
            "\u0085",
            "\u00A0",
            "\u00AD",
            "\u061C",
            "\u200B",
            "\u200D",
            "\u200F",
            "\u2028",
            "\u2029",
            "\u202E",
            "\u2066",
            "\u2069",
            "\uFEFF",
            "\uFFFE",
            "\uFFFF",
            "\uD800",
            "\uDC00",
            "\uD83D\uDC69\u200D\uD83D\uDC67",
            "\uDBFF\uDFFF",
            "\uDB40\uDC41",
            "\u0301",
            "\u05D0",
            "\u0639",
            "word",
            " ");

    private final Random random = new Random(SEED);

    /** Returns another one; the same in each run. */
    public String next() {
        StringBuilder text = new StringBuilder();
        int parts = 1 + random.nextInt(6);
        for (int i = 0; i < parts; i++) {
            text.append(
                    random.nextInt(8) == 0
                            ? String.valueOf((char) random.nextInt(Character.MAX_VALUE + 1))
                            : PARTS.get(random.nextInt(PARTS.size())));
        }
        return text.toString();
    }
}
