package io.github.junitattrib.model.hub;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Chooses the model that an address means among those under it. */
final class DjlVersions {

    private static final Comparator<String> ORDER = DjlVersions::compare;

    private DjlVersions() {}

    /**
     * Takes the version that is asked for, or the highest one.
     *
     * @throws IOException if there is none, or several, with their names
     */
    static DjlArtifact choose(List<DjlArtifact> artifacts, DjlAddress address) throws IOException {
        List<DjlArtifact> named = artifacts.stream()
                .filter(artifact -> address.name().orElse(artifact.name()).equals(artifact.name()))
                .filter(artifact -> address.version().orElse(artifact.version()).equals(artifact.version()))
                .toList();
        String highest = named.stream()
                .map(DjlArtifact::version)
                .max(ORDER)
                .orElseThrow(() -> new UnusableException("it has no " + address + ", but " + listed(artifacts)));
        List<DjlArtifact> meant = named.stream()
                .filter(artifact -> artifact.version().equals(highest))
                .toList();
        if (meant.size() > 1) {
            throw new UnusableException("it has several: " + listed(meant) + "; write djl://" + address.group() + "/"
                    + address.artifact() + "/" + highest + "/name");
        }
        return meant.get(0);
    }

    private static String listed(List<DjlArtifact> artifacts) {
        return artifacts.stream().map(DjlArtifact::folder).sorted().collect(Collectors.joining(", "));
    }

    /** Number by number, as 0.0.10 is higher than 0.0.9; words are lower than numbers. */
    private static int compare(String one, String other) {
        String[] left = one.split("[.-]", -1);
        String[] right = other.split("[.-]", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = number(left[i]).compareTo(number(right[i]));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static BigInteger number(String part) {
        return part.matches("\\d+") ? new BigInteger(part) : BigInteger.ONE.negate();
    }
}
