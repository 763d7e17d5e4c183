package io.github.junitattrib.model.hub;

import java.util.List;
import java.util.Locale;

/** How a file of DJL's model zoo is packed, told by the end of its name as DJL does. */
enum Packing {
    /** A folder. */
    ZIP(".zip", ".mar"),
    /** A folder; the JDK cannot read it. */
    TAR(".tar.gz", ".tar.z", ".tgz", ".tar"),
    /** One file. */
    GZIP(".gz", ".z"),
    /** One file as it is. */
    NONE;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> endings;

    Packing(String... endings) {
        this.endings = List.of(endings);
    }

    static Packing of(String uri) {
        String name = uri.toLowerCase(Locale.ROOT);
        for (Packing packing : values()) {
            if (packing.endings.stream().anyMatch(name::endsWith)) {
                return packing;
            }
        }
        return NONE;
    }

    /** The last part of an address, without the ending. */
    String bareName(String uri) {
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        String lower = name.toLowerCase(Locale.ROOT);
        return endings.stream()
                .filter(lower::endsWith)
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .orElse(name);
    }

    boolean isFolder() {
        return this == ZIP || this == TAR;
    }
}
