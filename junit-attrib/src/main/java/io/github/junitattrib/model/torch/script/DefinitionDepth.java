package io.github.junitattrib.model.torch.script;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Bounds how deep the classes and functions of an archive refer to each other: the native compiler goes along these
 * references by recursion, also where {@code forward} never comes.
 */
final class DefinitionDepth {

    /** Blocks on the longest way, far more than any network has; the stack of 512 MB holds several times as many. */
    private static final int DEEPEST = 2000;

    private static final int UNDER_WAY = -1;

    private final Map<String, Definition> definitions = new HashMap<>();
    private final Map<String, Integer> depths = new HashMap<>();

    /** A class or a function: how deep its own blocks are, at most, and the names that it refers to. */
    private static final class Definition {
        int weight = 1;
        final Set<String> references = new HashSet<>();
    }

    /** Adds a file. */
    void add(String module, List<Lexeme> words) throws MalformedCode {
        Definition current = new Definition();
        int deepest = 0;
        for (int i = 0; i < words.size(); i++) {
            Lexeme word = words.get(i);
            if (word.kind() == Lexeme.Kind.LINE) {
                int indentation = word.text().length();
                String first = text(words, i + 1);
                if (indentation == 0 && (first.equals("class") || first.equals("def"))) {
                    current.weight += deepest;
                    deepest = 0;
                    current = definitions.computeIfAbsent(module + "." + text(words, i + 2), name -> new Definition());
                } else if (first.equals("def")) {
                    current.weight += deepest;
                    deepest = 0;
                }
                deepest = Math.max(deepest, indentation / 2);
            } else if (word.is("__torch__") && !text(words, i - 1).equals(".") && !isImport(words, i - 1)) {
                current.references.add(reference(words, i));
            }
        }
        current.weight += deepest;
    }

    private static boolean isImport(List<Lexeme> words, int i) {
        return text(words, i).equals("import") || text(words, i).equals("from");
    }

    private static String reference(List<Lexeme> words, int start) throws MalformedCode {
        StringBuilder name = new StringBuilder("__torch__");
        for (int i = start + 1; text(words, i).equals(".") && words.get(i + 1).kind() == Lexeme.Kind.NAME; i += 2) {
            name.append('.').append(text(words, i + 1));
        }
        if (name.length() > 4000) {
            throw new MalformedCode(
                    "a name has " + name.length() + " characters",
                    words.get(start).start());
        }
        return name.toString();
    }

    private static String text(List<Lexeme> words, int i) {
        return i < 0 || i >= words.size() ? "" : words.get(i).text();
    }

    /** Measures all definitions; the message says what is wrong with the code. */
    void check() throws UnfitNetwork {
        for (String name : definitions.keySet()) {
            depth(name, 0);
        }
    }

    private int depth(String name, int above) throws UnfitNetwork {
        Integer known = depths.get(name);
        if (known != null && known == UNDER_WAY) {
            throw unfit("refer to each other in a circle (" + name + ")");
        }
        if (known != null) {
            return known;
        }
        depths.put(name, UNDER_WAY);
        Definition definition = definitions.getOrDefault(name, new Definition());
        if (above + definition.weight > DEEPEST) {
            throw unfit("refer to each other more than " + DEEPEST + " blocks deep");
        }
        int below = 0;
        for (String reference : definition.references) {
            String target = defined(reference);
            if (!target.equals(name)) {
                below = Math.max(below, depth(target, above + definition.weight));
            }
        }
        int depth = definition.weight + below;
        if (above + depth > DEEPEST) {
            throw unfit("refer to each other more than " + DEEPEST + " blocks deep");
        }
        depths.put(name, depth);
        return depth;
    }

    /** The definition that a name, perhaps with members behind it, begins with. */
    private String defined(String reference) throws UnfitNetwork {
        for (int dot = reference.indexOf('.'); dot >= 0; dot = reference.indexOf('.', dot + 1)) {
            String part = reference.substring(0, dot);
            if (definitions.containsKey(part)) {
                return part;
            }
        }
        if (definitions.containsKey(reference)) {
            return reference;
        }
        throw unfit("refer to " + reference + ", which its code does not define");
    }

    private static UnfitNetwork unfit(String what) {
        return new UnfitNetwork("has classes or functions that " + what + ".", "Export the bare network.");
    }
}
