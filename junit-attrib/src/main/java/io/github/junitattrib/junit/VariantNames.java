package io.github.junitattrib.junit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The names in an annotation of variants, once they are known to mean something. */
final class VariantNames {

    private VariantNames() {}

    /**
     * Checks the names.
     *
     * @param names as annotated
     * @param place annotation and where it stands, to begin a message with
     * @throws ExtensionConfigurationException if there is none, one is there twice or means no model
     */
    static List<String> checked(String[] names, String place, TestModels models) {
        if (names.length == 0) {
            throw new ExtensionConfigurationException(
                    place + " names no model. Give at least one alias, location or @AttributionModel method.");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isBlank()) {
                throw new ExtensionConfigurationException(place
                        + " has a blank name. Give an alias, a location or the name of an @AttributionModel method.");
            }
            if (!seen.add(name)) {
                throw new ExtensionConfigurationException(
                        place + " names \"" + name + "\" twice. Name each variant once.");
            }
            models.requireKnown(name, place);
        }
        return List.of(names);
    }
}
