package io.github.junitattrib.model.torch.script;

/** A network that is whole, but cannot be explained. */
final class UnfitNetwork extends Exception {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String remedy;

    /** Two sentences; the first begins behind the file's name. */
    UnfitNetwork(String what, String remedy) {
        super(what);
        this.what = what;
        this.remedy = remedy;
    }

    String what() {
        return what;
    }

    String remedy() {
        return remedy;
    }
}
