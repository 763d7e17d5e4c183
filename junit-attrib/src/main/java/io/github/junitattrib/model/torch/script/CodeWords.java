package io.github.junitattrib.model.torch.script;

import java.util.List;
import java.util.Set;

/**
 * Refuses code by its words, however a call is reached: functions that touch files or end the process, and ways to reach
 * a function without writing its name.
 */
final class CodeWords {

    private static final Set<String> FILES = Set.of("save", "load", "from_file");
    /** Its result has no memory, which the JVM's arrays would read. */
    private static final Set<String> WITHOUT_MEMORY = Set.of("_efficientzerotensor");
    /** What traces and scripts of classifiers write; functions of aten are written torch.name. */
    private static final Set<String> PRIMITIVES = Set.of(
            "NumToTensor",
            "RaiseException",
            "device",
            "dtype",
            "layout",
            "data",
            "is_cuda",
            "is_sparse",
            "requires_grad",
            "shape",
            "min",
            "max",
            "abs",
            "TupleIndex",
            "TupleUnpack",
            "ListUnpack",
            "unchecked_unwrap_optional",
            "rangelist",
            "tolist");

    private final List<Lexeme> words;

    private CodeWords(List<Lexeme> words) {
        this.words = words;
    }

    /** Checks one file of the code. */
    static void check(List<Lexeme> words) throws MalformedCode, UnfitNetwork {
        CodeWords code = new CodeWords(words);
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i).kind()) {
                case NAME -> code.name(i);
                case STRING -> code.text(i);
                case OPERATOR -> code.operator(i);
                default -> {}
            }
        }
    }

    private void name(int i) throws MalformedCode, UnfitNetwork {
        String name = words.get(i).text();
        boolean member = i > 0 && words.get(i - 1).is(".");
        if (member) {
            member(i, name);
            return;
        }
        switch (name) {
            case "elif" -> throw strange(i, "\"elif\"");
            case "divmod" -> throw strange(i, "divmod");
            case "torch" -> {
                if (!isMember(i + 1)) {
                    throw strange(i, "\"torch\" without a name behind it");
                }
            }
            case "ops" -> operators(i);
            default -> {}
        }
    }

    private void member(int i, String name) throws MalformedCode, UnfitNetwork {
        refuse(name);
        if (IntegerDivisions.NAMES.contains(name) && !at(i + 1).is("(")) {
            throw strange(i, name + " without its arguments");
        }
    }

    private void operators(int i) throws MalformedCode, UnfitNetwork {
        refuse(at(i + 4).text());
        boolean known = isMember(i + 1)
                && isMember(i + 3)
                && (at(i + 2).is("quantized")
                        || (at(i + 2).is("prim")
                                && PRIMITIVES.contains(at(i + 4).text())));
        if (!known) {
            throw strange(
                    i, "the function ops." + at(i + 2).text() + "." + at(i + 4).text());
        }
    }

    /** A name in quotes reaches what it names by getattr. */
    private void text(int i) throws MalformedCode, UnfitNetwork {
        String quoted = words.get(i).text();
        String text = quoted.substring(1, quoted.length() - 1);
        refuse(text);
        if (text.contains("__torch__") || IntegerDivisions.NAMES.contains(text)) {
            throw strange(i, "the text " + quoted);
        }
    }

    private void operator(int i) throws MalformedCode {
        Lexeme word = words.get(i);
        if (word.is("%") || word.is("//")) {
            throw strange(i, "the operator " + word.text());
        }
    }

    private static void refuse(String name) throws UnfitNetwork {
        if (FILES.contains(name)) {
            throw new UnfitNetwork(
                    "reads or writes files when it runs (its code has the word " + name + ").",
                    "Export the bare network.");
        }
        if (WITHOUT_MEMORY.contains(name)) {
            throw new UnfitNetwork("makes tensors without memory (" + name + ").", "Export the bare network.");
        }
    }

    private boolean isMember(int dot) {
        return at(dot).is(".") && at(dot + 1).kind() == Lexeme.Kind.NAME;
    }

    private Lexeme at(int index) {
        return words.get(Math.min(index, words.size() - 1));
    }

    private MalformedCode strange(int i, String what) {
        return new MalformedCode(
                "there is " + what + ", which PyTorch does not print",
                words.get(i).start());
    }
}
