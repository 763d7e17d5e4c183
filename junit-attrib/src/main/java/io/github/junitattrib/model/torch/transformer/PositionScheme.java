package io.github.junitattrib.model.torch.transformer;

/** How a family counts the positions of tokens. */
enum PositionScheme {
    /** The first token has row 0 of the table. */
    FROM_ZERO,
    /** Counting begins behind the id of the padding token, and padding is not counted. */
    AFTER_PADDING,
    /** The same, with the id 1 whatever config.json says. */
    AFTER_ONE
}
