package io.github.junitattrib.model.torch.script;

/** What an archive takes as an argument. */
public enum ArchiveInput {
    /** The token ids [B,T]. */
    IDS,
    /** 1 for tokens, 0 for padding [B,T]. */
    MASK,
    /** Which of two texts a token belongs to: zeros for one text [B,T]. */
    TYPES
}
