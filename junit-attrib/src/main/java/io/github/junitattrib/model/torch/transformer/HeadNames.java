package io.github.junitattrib.model.torch.transformer;

import java.util.Optional;

/**
 * What a family's classification head computes from the first token: a dense layer, an activation, the output layer.
 *
 * @param dense name of the dense layer
 * @param activation unless config.json says otherwise
 * @param activationKey key of config.json that may say so; empty where the family's code fixes the activation
 * @param output name of the output layer
 */
record HeadNames(String dense, Activation activation, Optional<String> activationKey, String output) {

    /** A head whose activation is the same in every model of the family. */
    static HeadNames fixed(String dense, Activation activation, String output) {
        return new HeadNames(dense, activation, Optional.empty(), output);
    }
}
