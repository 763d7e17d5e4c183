package io.github.junitattrib.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The pattern of a template, cut into plain stretches and slots. */
record TemplatePattern(List<Part> parts) {

    /** A plain stretch, or the name of a slot. */
    record Part(boolean isSlot, String text) {}

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]+");

    static TemplatePattern parse(String pattern) {
        List<Part> parts = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char here = pattern.charAt(at);
            boolean brace = here == '{' || here == '}';
            if (brace && pattern.startsWith(String.valueOf(here).repeat(2), at)) {
                plain.append(here);
                at += 2;
            } else if (here == '{') {
                int end = pattern.indexOf('}', at);
                String name = end < 0 ? "" : pattern.substring(at + 1, end);
                require(end >= 0 && !name.contains("{"), pattern, at, "opens a slot that no } closes");
                require(
                        NAME.matcher(name).matches(),
                        pattern,
                        at,
                        "opens a slot without a proper name (letters, digits, _ and -)");
                parts.add(new Part(false, plain.toString()));
                parts.add(new Part(true, name));
                plain.setLength(0);
                at = end + 1;
            } else {
                require(here != '}', pattern, at, "closes a slot that no { opened");
                plain.append(here);
                at++;
            }
        }
        parts.add(new Part(false, plain.toString()));
        return new TemplatePattern(List.copyOf(parts));
    }

    private static void require(boolean wellFormed, String pattern, int at, String problem) {
        if (!wellFormed) {
            throw new IllegalArgumentException("The brace at character " + at + " of the template \"" + pattern + "\" "
                    + problem + ". Write slots as {name}, and a brace of the text twice.");
        }
    }

    /** The names of the slots, each once, in the order of the text. */
    List<String> slots() {
        return parts.stream().filter(Part::isSlot).map(Part::text).distinct().toList();
    }

    String fill(UnaryOperator<String> filling) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.isSlot() ? filling.apply(part.text()) : part.text()));
        return text.toString();
    }
}
