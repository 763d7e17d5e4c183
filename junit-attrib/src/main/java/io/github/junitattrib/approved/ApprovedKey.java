package io.github.junitattrib.approved;

import io.github.junitattrib.Attribution;
import java.util.Map;

/**
 * What an approved attribution answers: of one test and model, no two have the same.
 *
 * @param text the explained text
 * @param method name of the method
 * @param parameters options of the method
 * @param target label of the explained number
 */
record ApprovedKey(String text, String method, Map<String, String> parameters, String target) {

    static ApprovedKey of(Attribution attribution) {
        return new ApprovedKey(
                attribution.text(),
                attribution.method().name(),
                attribution.method().parameters(),
                attribution.label());
    }

    /**
     * Says whether another attribution answers the same question, which is about the predicted class, for a model that
     * predicts another one.
     */
    static boolean isOtherPrediction(Attribution approved, Attribution now) {
        return of(approved).ofPredicted(approved).equals(of(now).ofPredicted(now))
                && approved.prediction().contradicts(now.prediction());
    }

    /** The same key whatever is predicted, if the prediction is what it is about. */
    private ApprovedKey ofPredicted(Attribution attribution) {
        String predicted = attribution.prediction().label();
        boolean ofClass = target.equals(predicted);
        boolean ofProbability = target.equals("P(" + predicted + ")");
        return new ApprovedKey(text, method, parameters, ofClass ? "\0" : ofProbability ? "P(\0)" : target);
    }
}
