package io.github.junitattrib.model.torch.script;

/** Code that PyTorch did not print so; the message says what is wrong. */
final class MalformedCode extends Exception {

    private static final long serialVersionUID = 1L;

    private final int position;

    MalformedCode(String message, int position) {
        super(message);
        this.position = position;
    }

    /** Says where in the code it is, counting lines from 1. */
    int line(String code) {
        return 1
                + (int) code.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
