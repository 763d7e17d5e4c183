package io.github.junitattrib.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.AttentionGradients;
import io.github.junitattrib.model.torch.engine.LayeredNetwork;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import java.util.function.UnaryOperator;

/**
 * Reads the attention maps of one text, and the gradient by them: zeros that are added to each map receive it, so that
 * the network needs no hooks.
 */
final class AttentionProbe {

    private final LayeredNetwork network;
    private final long[] ids;
    private final double[] point;

    /**
     * Makes the probe.
     *
     * @param ids the tokens [T]
     * @param point word embeddings [T·D]
     */
    AttentionProbe(LayeredNetwork network, long[] ids, double[] point) {
        this.network = network;
        this.ids = ids;
        this.point = point;
    }

    double[][][][] maps(NDManager manager) {
        float[][] maps = new float[network.depth()][];
        TorchRuntime.withoutGradients(manager, scope -> scores(scope, new Recorder(maps)));
        return split(maps);
    }

    AttentionGradients gradients(NDManager manager, TargetScore target) {
        int layers = network.depth();
        float[][] maps = new float[layers][];
        Shape probe = new Shape(layers, 1, network.heads(), ids.length, ids.length);
        TorchRuntime.Differentiated result = TorchRuntime.differentiate(
                manager,
                new float[(int) probe.size()],
                probe,
                zeros -> {
                    Recorder recorder = new Recorder(maps);
                    return scores(
                            zeros.getManager(),
                            map -> recorder.apply(map).add(zeros.get(new NDIndex("{}", recorder.seen - 1))));
                },
                Rows.slopes(target, 1));
        float[][] gradients = new float[layers][maps[0].length];
        for (int layer = 0; layer < layers; layer++) {
            System.arraycopy(result.gradient(), layer * maps[0].length, gradients[layer], 0, maps[0].length);
        }
        return new AttentionGradients(Rows.toDoubles(result.output()), split(maps), split(gradients));
    }

    private NDArray scores(NDManager scope, UnaryOperator<NDArray> attention) {
        NDArray words =
                TorchRuntime.own(scope, Rows.join(new double[][] {point}), new Shape(1, ids.length, network.width()));
        return network.scores(TorchRuntime.ids(scope, ids), words, attention);
    }

    /** [L][H·T·T] to [L][H][T][T]. */
    private double[][][][] split(float[][] flat) {
        double[][][][] maps = new double[flat.length][network.heads()][][];
        for (int layer = 0; layer < flat.length; layer++) {
            double[][] heads = Rows.split(flat[layer], network.heads());
            for (int head = 0; head < heads.length; head++) {
                maps[layer][head] = square(heads[head]);
            }
        }
        return maps;
    }

    private double[][] square(double[] flat) {
        double[][] rows = new double[ids.length][ids.length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(flat, row * ids.length, rows[row], 0, ids.length);
        }
        return rows;
    }

    /** Copies each map that comes by. */
    private static final class Recorder implements UnaryOperator<NDArray> {

        private final float[][] maps;
        private int seen;

        Recorder(float[][] maps) {
            this.maps = maps;
        }

        @Override
        public NDArray apply(NDArray map) {
            maps[seen++] = map.toFloatArray();
            return map;
        }
    }
}
