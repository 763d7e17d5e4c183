package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import org.assertj.core.presentation.StandardRepresentation;

/** Prints an attribution in one line where AssertJ's own assertions name it; its record text fills screens. */
public final class AttributionRepresentation extends StandardRepresentation {

    static final AttributionRepresentation INSTANCE = new AttributionRepresentation();

    /** Makes the representation, for those who register it with AssertJ. */
    public AttributionRepresentation() {}

    @Override
    protected String fallbackToStringOf(Object object) {
        return object instanceof Attribution attribution
                ? attribution.method().name() + " of \"" + attribution.text() + "\" toward " + attribution.label()
                : super.fallbackToStringOf(object);
    }
}
