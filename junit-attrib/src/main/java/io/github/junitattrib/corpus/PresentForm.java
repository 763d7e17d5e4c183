package io.github.junitattrib.corpus;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Chooses the form of the present that agrees with the subject of an English verb. */
final class PresentForm {

    private final Set<String> forms;
    private final Sentence sentence;
    private final int word;
    private final VerbSubject subject;

    private PresentForm(Set<String> forms, Sentence sentence, int word) {
        this.forms = forms;
        this.sentence = sentence;
        this.word = word;
        this.subject = VerbSubject.of(sentence, word);
    }

    /** Chooses one of several forms, or the only one if it agrees; empty if nobody can tell. */
    static Optional<String> of(Set<String> forms, Sentence sentence, int word) {
        return new PresentForm(forms, sentence, word).chosen();
    }

    /** Whether it is a form of he, she and it. */
    static boolean isSingular(String present) {
        String verb = present.replace("n't", "");
        return verb.endsWith("s") && !verb.endsWith("ss");
    }

    private Optional<String> chosen() {
        return switch (sentence.plain(word)) {
            case "was", "wasn't" -> ofWas();
            case "were", "weren't" ->
                subject == VerbSubject.FIRST || subject == VerbSubject.SINGULAR ? Optional.empty() : plural();
            default ->
                forms.stream().allMatch(EnglishVerbs::isModal) ? forms.stream().findFirst() : ofOthers();
        };
    }

    /** "I" has a form of its own, and may stand far before the verb. */
    private Optional<String> ofWas() {
        boolean behind = next().equals("i");
        return switch (subject) {
            case FIRST ->
                next().equals("n't")
                        ? Optional.empty()
                        : forms.stream().filter("am"::equals).findFirst();
            case PLURAL -> Optional.empty();
            case SINGULAR -> behind ? Optional.empty() : singular();
            case OTHER -> behind || isCloseToI() ? Optional.empty() : singular();
            case NONE -> behind || isOfI() ? Optional.empty() : singular();
        };
    }

    private Optional<String> ofOthers() {
        return switch (subject) {
            case FIRST, PLURAL -> plural();
            case SINGULAR -> singular();
            case OTHER, NONE -> Optional.empty();
        };
    }

    private Optional<String> singular() {
        return forms.stream().filter(PresentForm::isSingular).findFirst();
    }

    private Optional<String> plural() {
        return forms.stream().filter(form -> !isSingular(form)).findFirst();
    }

    /** As in "I for one was", but not in "all I had was". */
    private boolean isCloseToI() {
        for (int at = word - 1; at >= Math.max(0, word - 3) && !EnglishWords.isVerb(sentence.plain(at)); at--) {
            if (sentence.plain(at).equals("i")) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfI() {
        return IntStream.range(0, sentence.size())
                .anyMatch(each -> sentence.plain(each).matches("i(?:'.+)?"));
    }

    private String next() {
        return sentence.hasNext(word) ? sentence.plain(word + 1) : "";
    }
}
