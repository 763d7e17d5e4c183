package io.github.junitattrib.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What stays of pages and tables when other texts stand in them. */
final class Structure {

    /** Attributes that hold a text. */
    private static final List<String> TEXTS = List.of("aria-label", "data-key");

    private Structure() {}

    /** Elements and attributes in order, with values that are no text. */
    static String of(Document page) {
        StringBuilder structure = new StringBuilder();
        page.traverse((node, depth) -> {
            if (node instanceof Element element) {
                structure.append('\n').append(depth).append(element.normalName());
                for (Attribute attribute : element.attributes()) {
                    boolean isText = TEXTS.contains(attribute.getKey());
                    structure.append(' ').append(attribute.getKey());
                    structure.append(isText ? "" : "=" + attribute.getValue());
                }
            } else if (!node.nodeName().equals("#text")) {
                structure.append('\n').append(depth).append(node.nodeName());
            }
        });
        return structure.toString();
    }

    /** The number of lines, and of cells in each line of the table. */
    static String ofTables(String markdown) {
        assertThat(markdown).doesNotContain("\r");
        return markdown.lines()
                .map(line -> line.startsWith("|") ? String.valueOf(line.split("\\|", -1).length) : "text")
                .collect(Collectors.joining("\n"));
    }
}
