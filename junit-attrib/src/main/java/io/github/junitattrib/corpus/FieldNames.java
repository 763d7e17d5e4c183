package io.github.junitattrib.corpus;

import io.github.junitattrib.InvalidCorpusException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The columns or properties of a file that have the fields of its cases. What a test names must be there in every case; of
 * the usual names, the text alone.
 *
 * @param named what a test names
 */
record FieldNames(Map<CorpusField, String> named) {

    static final FieldNames USUAL = new FieldNames(Map.of());

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
                        + String.join(", ", found) + ". Name the " + what + " that has it: " + field.usual()
                        + " = \"…\" in @CorpusSource, ." + field.usual() + "(\"…\") of a Corpus.");
            }
        }
    }
}
