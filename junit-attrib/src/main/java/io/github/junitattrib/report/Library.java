package io.github.junitattrib.report;

import java.util.Optional;

/** This library, as reports name it. */
final class Library {

    /** Name and version; {@code dev} where the classes do not come from a jar. */
    static final String NAME = "junit-attrib "
            + Optional.ofNullable(Library.class.getPackage().getImplementationVersion())
                    .orElse("dev");

    private Library() {}
}
