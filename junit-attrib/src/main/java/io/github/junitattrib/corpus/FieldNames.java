package io.github.junitattrib.corpus;

import io.github.junitattrib.InvalidCorpusException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns or properties of a file that have the fields of its cases. What a test names must be there in every case; of
 * the usual names, the text alone.
 *
 * @param named what a test names
 */
record FieldNames(Map<CorpusField, String> named) {

    static final FieldNames USUAL = new FieldNames(Map.of());

    /** What texts of several classes have; no misspelt label. */
    private static final String SEVERAL_LABELS = "labels";

    FieldNames {
        named = Map.copyOf(named);
        if (named.values().stream().distinct().count() < named.size()) {
            throw new IllegalArgumentException(
                    "One column cannot be two fields of a case: " + named + ". Name each field's own.");
        }
    }

    FieldNames with(CorpusField field, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of the column for the " + field.usual()
                    + " is blank. Leave it out for \"" + field.usual() + "\".");
        }
        Map<CorpusField, String> more = new EnumMap<>(CorpusField.class);
        more.putAll(named);
        more.put(field, name);
        return new FieldNames(more);
    }

    /** Tells which field is called so; what a test names wins over what is usual. */
    Optional<CorpusField> field(String name) {
        for (Map.Entry<CorpusField, String> own : named.entrySet()) {
            if (own.getValue().equals(name)) {
                return Optional.of(own.getKey());
            }
        }
        for (CorpusField field : CorpusField.values()) {
            if (field.usual().equals(name) && !named.containsKey(field)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /**
     * Checks that no usual name is misspelt: what is left alone otherwise would leave a field out silently.
     *
     * @param what how the format calls a field: column or property
     * @throws InvalidCorpusException if a name differs by one letter from that of a field that is not there
     */
    void requireSpelling(Collection<String> found, String what, CorpusPlace place) {
        for (String name : found) {
            misspelt(name).filter(field -> !found.contains(field.usual())).ifPresent(field -> {
                throw place.error("there is no " + what + " \"" + field.usual() + "\", but \"" + name + "\"; found: "
                        + String.join(", ", found) + ". Do you mean \"" + field.usual() + "\"? Rename it, or name it: "
                        + naming(field, name) + ".");
            });
        }
    }

    private Optional<CorpusField> misspelt(String name) {
        return field(name).isPresent() || name.equals(SEVERAL_LABELS)
                ? Optional.empty()
                : Stream.of(CorpusField.values())
                        .filter(field -> !named.containsKey(field))
                        .filter(field -> isAlmost(name, field.usual()))
                        .findFirst();
    }

    private static boolean isAlmost(String name, String usual) {
        // Short names have too many neighbours of their own: idx, uid.
        boolean near = usual.length() > 2 && Math.abs(usual.length() - name.length()) <= 1;
        return name.equalsIgnoreCase(usual) || (near && EditDistance.between(name, usual) == 1);
    }

    private static String naming(CorpusField field, String name) {
        return field.usual() + " = \"" + name + "\" in @CorpusSource, ." + field.usual() + "(\"" + name
                + "\") of a Corpus";
    }

    /**
     * Checks that a case or header has what it needs.
     *
     * @param what how the format calls a field: column or property
     * @throws InvalidCorpusException if a field is missing that a test names, or the text
     */
    void require(Collection<String> found, String what, CorpusPlace place) {
        for (CorpusField field : CorpusField.values()) {
            String name = named.getOrDefault(field, field.usual());
            boolean needed = field == CorpusField.TEXT || named.containsKey(field);
            if (needed && !found.contains(name)) {
                throw place.error("there is no " + what + " \"" + name + "\" for the " + field.usual() + "; found: "
                        + String.join(", ", found) + "." + Nearest.question(name, found) + " Name the " + what
                        + " that has it: "
                        + naming(field, "…") + ".");
            }
        }
    }
}
