package io.github.junitattrib.junit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The names in an annotation of variants: well written at first, and known to mean something when a test runs. */
final class VariantNames {

    private VariantNames() {}

    /**
     * Checks how the names are written, without asking what they mean: the machine may lack a model whose tests do not
     * run.
     *
     * @param names as annotated
     * @param place annotation and where it stands, to begin a message with
     * @throws ExtensionConfigurationException if there is none, one is blank or there twice
     */
    static List<String> wellFormed(String[] names, String place) {
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
        }
        return List.of(names);
    }

    /**
     * Checks that each name means a model.
     *
     * @throws ExtensionConfigurationException if there is none, one is blank, there twice or means no model
     */
    static List<String> known(String[] names, String place, TestModels models) {
        List<String> wellFormed = wellFormed(names, place);
        wellFormed.forEach(name -> models.requireKnown(name, place));
        return wellFormed;
    }
}
