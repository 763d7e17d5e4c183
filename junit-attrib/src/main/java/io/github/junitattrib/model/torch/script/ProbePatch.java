package io.github.junitattrib.model.torch.script;

import io.github.junitattrib.model.torch.script.Expression.Attribute;
import io.github.junitattrib.model.torch.script.Expression.Call;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a network an entrance at its word embeddings, by two more methods of the root.
 *
 * <p>Every function on the way to the look-up gets a copy with one more parameter, which the last one takes for the
 * result of the look-up. The functions themselves stay as they are, and the ids still go through the copies, so that
 * positions, token types and masks are those of the text.
 */
final class ProbePatch {

    /** The method of the root with word embeddings as first argument, then those of {@code forward}. */
    static final String SCORES = "junitattrib_scores";

    /** The method of the root that looks up word embeddings. */
    static final String ROWS = "junitattrib_rows";

    private static final String WORDS = "junitattrib_words";
    private static final String MARK = "junitattrib_";

    private final Map<String, String> files;
    private final LookUp lookUp;

    private ProbePatch(Map<String, String> files, LookUp lookUp) {
        this.files = files;
        this.lookUp = lookUp;
    }

    /**
     * Patches the code.
     *
     * @param files text of the code by entry
     * @param lookUp the look-up of the ids, in a stored matrix
     * @return text of all code by entry
     */
    static Map<String, String> apply(Map<String, String> files, LookUp lookUp) throws UnfitNetwork {
        for (String text : files.values()) {
            if (text.contains(MARK)) {
                throw new UnfitNetwork(
                        "has methods of this library already: it is a patched copy.", "Give the original archive.");
            }
        }
        return new ProbePatch(files, lookUp).apply();
    }

    private Map<String, String> apply() {
        List<Insertion> insertions = new ArrayList<>();
        for (int i = 0; i < lookUp.way().size(); i++) {
            ScriptFunction function = lookUp.way().get(i).function();
            insertions.add(new Insertion(function.entry(), function.end(), copy(i)));
        }
        ScriptFunction forward = lookUp.way().get(0).function();
        insertions.add(new Insertion(forward.entry(), forward.end(), rows(forward)));
        Map<String, String> patched = new LinkedHashMap<>(files);
        // From the end, so that places before stay where they are.
        insertions.sort(Comparator.comparingInt(Insertion::position).reversed());
        for (Insertion insertion : insertions) {
            patched.computeIfPresent(insertion.entry(), (entry, text) -> insertion.into(text));
        }
        return patched;
    }

    private record Insertion(String entry, int position, String text) {

        String into(String file) {
            String before = file.substring(0, position);
            return before + (before.endsWith("\n") ? "" : "\n") + text + file.substring(position);
        }
    }

    private String copyName(int step) {
        return step == 0
                ? SCORES
                : MARK + step + "_" + lookUp.way().get(step).function().name();
    }

    private String copy(int step) {
        ScriptFunction function = lookUp.way().get(step).function();
        Call call = lookUp.way().get(step).call();
        Edits edits = new Edits(function);
        edits.replace(
                function.nameStart(), function.nameStart() + function.name().length(), copyName(step));
        if (function.isMethod()) {
            int self = function.parameters().get(0).end();
            edits.replace(self, self, ", " + WORDS + ": Tensor");
        } else {
            edits.replace(function.parametersStart(), function.parametersStart(), WORDS + ": Tensor, ");
        }
        if (step == lookUp.way().size() - 1) {
            // A copy, as the network may add to it in place.
            edits.replace(call.start(), call.end(), "torch.clone(" + WORDS + ")");
        } else {
            ScriptFunction next = lookUp.way().get(step + 1).function();
            if (next.isMethod()) {
                Attribute method = (Attribute) call.callee();
                edits.replace(method.nameStart(), method.end(), copyName(step + 1));
            } else {
                edits.replace(call.callee().start(), call.callee().end(), module(next) + "." + copyName(step + 1));
            }
            edits.replace(call.argumentsStart(), call.argumentsStart(), WORDS + ", ");
        }
        return edits.apply(files.getOrDefault(function.entry(), ""));
    }

    private static String module(ScriptFunction function) {
        return function.entry()
                .substring(ScriptCode.FOLDER.length(), function.entry().length() - ".py".length())
                .replace('/', '.');
    }

    private String rows(ScriptFunction forward) {
        String matrix = ((Value.Stored) lookUp.matrix()).path();
        return "  def " + ROWS + "(self: " + forward.owner()
                + ",\n    ids: Tensor) -> Tensor:\n    return torch.embedding(" + matrix + ", ids)\n";
    }

    /** Replacements within one function, by places in its file. */
    private record Edits(ScriptFunction function, List<Replacement> replacements) {

        Edits(ScriptFunction function) {
            this(function, new ArrayList<>());
        }

        record Replacement(int start, int end, String text) {}

        void replace(int start, int end, String text) {
            replacements.add(new Replacement(start, end, text));
        }

        String apply(String file) {
            replacements.sort(Comparator.comparingInt(Replacement::start).reversed());
            StringBuilder text = new StringBuilder(file.substring(function.start(), function.end()));
            for (Replacement replacement : replacements) {
                text.replace(
                        replacement.start() - function.start(),
                        replacement.end() - function.start(),
                        replacement.text());
            }
            return text.toString();
        }
    }
}
