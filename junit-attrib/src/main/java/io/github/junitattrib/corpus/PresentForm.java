package io.github.junitattrib.corpus;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Chooses the form of the present that agrees with the subject of an English verb. */
final class PresentForm {

    private final Set<String> forms;
    private final VerbPlace place;
    private final VerbSubject subject;

    private PresentForm(Set<String> forms, VerbPlace place) {
        this.forms = forms;
        this.place = place;
        this.subject = VerbSubject.of(place.sentence(), place.word());
    }

    /** Chooses one of several forms, or the only one if it agrees; empty if nobody can tell. */
    static Optional<String> of(Set<String> forms, VerbPlace place) {
        return new PresentForm(forms, place).chosen();
    }

    /** Whether it is a form of he, she and it. */
    static boolean isSingular(String present) {
        String verb = EnglishWords.positive(present);
        return verb.endsWith("s") && !verb.endsWith("ss");
    }

    private Optional<String> chosen() {
        return switch (place.verb()) {
            case "was" -> ofWas();
            case "were" ->
                subject == VerbSubject.FIRST || subject == VerbSubject.SINGULAR ? Optional.empty() : plural();
            default ->
                forms.stream().allMatch(EnglishVerbs::isModal) ? forms.stream().findFirst() : ofOthers();
        };
    }

    /** "I" has a form of its own, and may stand far before the verb. */
    private Optional<String> ofWas() {
        boolean behind = place.next().equals("i");
        return switch (subject) {
            case FIRST ->
                place.next().equals("n't")
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
        Sentence sentence = place.sentence();
        int last = place.word() - 1;
        return IntStream.iterate(last, at -> at >= 0 && at > last - 3, at -> at - 1)
                .mapToObj(sentence::plain)
                .takeWhile(each -> !EnglishWords.isVerb(each))
                .anyMatch("i"::equals);
    }

    private boolean isOfI() {
        Sentence sentence = place.sentence();
        return IntStream.range(0, sentence.size())
                .anyMatch(each -> sentence.plain(each).matches("i(?:'.+)?"));
    }
}
