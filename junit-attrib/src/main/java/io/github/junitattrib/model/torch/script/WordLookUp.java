package io.github.junitattrib.model.torch.script;

import java.util.List;

/** Chooses the one look-up that is the entrance of words into a network. */
final class WordLookUp {

    private WordLookUp() {}

    /** Returns the look-up of the ids in a stored matrix [V,D] of floating numbers. */
    static LookUp choose(List<LookUp> lookUps) throws UnfitNetwork {
        List<LookUp> ofIds = lookUps.stream().filter(LookUp::ofIds).toList();
        if (ofIds.isEmpty()) {
            throw new UnfitNetwork(
                    "looks up no word embeddings by its token ids"
                            + (lookUps.isEmpty() ? "" : " (only " + lookUps + ", by numbers computed from them)")
                            + ", so that there is no place where words could be replaced.",
                    "Networks that transpose or shift the ids first cannot be explained by their gradients.");
        }
        LookUp words = ofIds.get(0);
        if (ofIds.size() > 1) {
            throw new UnfitNetwork(
                    "looks up its token ids " + ofIds.size() + " times (" + ofIds
                            + "), so that no single place holds the words.",
                    "Only networks with one word embedding can be explained by their gradients.");
        }
        if (!(words.matrix() instanceof Value.Stored stored)) {
            throw new UnfitNetwork(
                    "computes its word embeddings (" + words + ") rather than storing them.",
                    "Save the computed matrix as the weight of an Embedding and trace the model again.");
        }
        PickledTensor matrix = stored.tensor();
        boolean floating =
                matrix.storage().type() == NumberType.FLOAT || matrix.storage().type() == NumberType.DOUBLE;
        if (matrix.shape().size() != 2 || !floating || matrix.shape().contains(0L)) {
            throw new UnfitNetwork(
                    "looks up its token ids in " + words + " of type "
                            + matrix.storage().type() + ", which is no matrix of word embeddings.",
                    "Give a text classifier.");
        }
        refuseSecondLookUp(lookUps, words, matrix);
        return words;
    }

    /** An encoder-decoder looks up the shifted ids too: replacing the words at one place would replace half of them. */
    private static void refuseSecondLookUp(List<LookUp> lookUps, LookUp words, PickledTensor matrix)
            throws UnfitNetwork {
        for (LookUp other : lookUps) {
            if (!other.ofIds() && other.matrix() instanceof Value.Stored stored && isSameMatrix(stored, matrix)) {
                throw new UnfitNetwork(
                        "looks up words a second time, by numbers computed from the token ids (" + words + " and "
                                + other + "), as encoder-decoders do.",
                        "Only networks with one look-up of words can be explained by their gradients.");
            }
        }
    }

    /** Tied weights may have been copied, so that only their shape tells them. */
    private static boolean isSameMatrix(Value.Stored other, PickledTensor matrix) {
        boolean named = other.path().matches(".*(position|wpe|type).*");
        return other.tensor().storage().equals(matrix.storage())
                || (!named && other.tensor().shape().equals(matrix.shape()));
    }
}
