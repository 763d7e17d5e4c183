package io.github.junitattrib.model.torch.script;

/** A pickle that PyTorch did not write so; the message says what is wrong with "it". */
final class MalformedPickle extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedPickle(String message) {
        super(message);
    }
}
