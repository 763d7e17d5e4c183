package io.github.junitattrib.model.torch.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;

/**
 * The disentangled attention of DeBERTa-v2: queries meet embeddings of distances as well as keys (c2p), and keys meet
 * them as well as queries (p2c).
 *
 * @param positionKey makes keys of distances; empty if queries do not meet them
 * @param positionQuery makes queries of distances; empty if keys do not meet them
 */
record Disentangled(Optional<Linear> positionKey, Optional<Linear> positionQuery) implements DistanceScores {

    @Override
    public NDArray add(NDArray scores, NDArray q, NDArray k, NDArray scale, Distances distances) {
        NDArray sum = scores;
        NDArray index = distances.index().get(new NDIndex("0:{}", q.getShape().get(2))); // [N,T]
        if (positionKey.isPresent()) {
            NDArray byDistance = q.matMul(heads(positionKey.get(), distances, q)); // [B,H,N,R]
            sum = sum.add(pick(byDistance, index).mul(scale));
        }
        if (positionQuery.isPresent()) {
            NDArray byDistance = k.matMul(heads(positionQuery.get(), distances, k)); // [B,H,T,R]
            NDArray picked = pick(byDistance, index.transpose()); // [B,H,T,N]
            sum = sum.add(picked.transpose(0, 1, 3, 2).mul(scale));
        }
        return sum;
    }

    /** Projects the embeddings of distances and splits them into heads [H,d,R], for x [B,H,T,d]. */
    private static NDArray heads(Linear projection, Distances distances, NDArray x) {
        long rows = distances.rows().getShape().get(0);
        return projection
                .apply(distances.rows())
                .reshape(rows, x.getShape().get(1), x.getShape().get(3))
                .transpose(1, 2, 0);
    }

    /** Picks from [B,H,M,R] by rows [M,L], giving [B,H,M,L]. */
    private static NDArray pick(NDArray byDistance, NDArray index) {
        Shape all = byDistance.getShape();
        return byDistance.gather(
                index.broadcast(
                        all.get(0), all.get(1), all.get(2), index.getShape().get(1)),
                3);
    }
}
