package io.github.junitattrib.gate;

/**
 * A word that leads the candidate away from the label that a person gave.
 *
 * @param word in lower case
 * @param cases how many wrong predictions have no other word that speaks more against the label
 */
public record MisleadingWord(String word, long cases) {}
