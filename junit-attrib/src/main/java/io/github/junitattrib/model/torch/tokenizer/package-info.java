/**
 * Tokenizers: makes sure that a directory's files are ones that the native tokenizers read right, and gives each token
 * the span of what it stands for; internal.
 *
 * <p>Open {@code TokenizerFiles} for how files become a tokenizer, {@code TextTokenizer} for the tokenizer itself.
 */
@NullMarked
package io.github.junitattrib.model.torch.tokenizer;

import org.jspecify.annotations.NullMarked;
