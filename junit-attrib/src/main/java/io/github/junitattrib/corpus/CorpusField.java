package io.github.junitattrib.corpus;

/** What a case may have, and what a file calls it unless a test says otherwise. */
enum CorpusField {
    TEXT("text"),
    LABEL("label"),
    RATIONALES("rationales"),
    TAGS("tags"),
    ID("id");

    private final String usual;

    CorpusField(String usual) {
        this.usual = usual;
    }

    String usual() {
        return usual;
    }
}
