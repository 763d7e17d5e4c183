package io.github.junitattrib.model.torch.transformer;

import io.github.junitattrib.model.torch.checkpoint.ConfigFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Which stored layer is applied when; shared ones (ALBERT) several times.
 *
 * @param applied prefixes of the layers' names, in the order of computation
 * @param beyond prefixes that the weights would have if they held more layers than the configuration says
 */
record LayerOrder(List<String> applied, List<String> beyond) {

    private static final int MOST_LAYERS = 1000;

    static LayerOrder read(Family family, ConfigFile file) {
        int layers = file.size(family.keys().layers(), MOST_LAYERS);
        boolean shared = family.layers().inner().isPresent();
        int groups = shared ? file.number("num_hidden_groups", 1, 1, layers) : layers;
        int inner = shared ? file.number("inner_group_num", 1, 1, layers / groups) : 1;
        List<String> applied = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            // The rounding of transformers, also for numbers of groups that do not divide the number of layers.
            int group = (int) (i / ((double) layers / groups));
            for (int j = 0; j < inner; j++) {
                applied.add(prefix(family, group, j));
            }
        }
        List<String> beyond = new ArrayList<>(List.of(prefix(family, groups, 0)));
        if (shared) {
            beyond.add(prefix(family, 0, inner));
        }
        return new LayerOrder(List.copyOf(applied), List.copyOf(beyond));
    }

    private static String prefix(Family family, int group, int inner) {
        String layer = family.prefix() + family.layers().layer() + group + ".";
        return layer + family.layers().inner().map(name -> name + inner + ".").orElse("");
    }
}
