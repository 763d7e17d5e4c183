package io.github.junitattrib.model.hub;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;

/**
 * Says why a download from the Hugging Face hub failed, and what to do about it.
 *
 * @param address what was to be downloaded
 * @param settings where from and where to
 */
record HubFailure(HubAddress address, HubSettings settings) {

    ModelLoadException of(IOException failure) {
        return new ModelLoadException(
                "The model " + address + " cannot be downloaded from " + settings.endpoint() + ": " + reason(failure),
                failure);
    }

    private String reason(IOException failure) {
        if (failure instanceof HttpFailure answer) {
            return refused(answer);
        }
        String text = Failures.text(failure) + ". ";
        if (failure instanceof ChecksumException) {
            return text + "Try again; if it happens again, a proxy or the mirror in HF_ENDPOINT changes files.";
        }
        if (Failures.isLocal(failure)) {
            return text + "Free space in " + settings.cache() + " and make it writable, or set HF_HUB_CACHE to another"
                    + " directory.";
        }
        if (Failures.isContent(failure)) {
            return text + "Check HF_ENDPOINT, or get it with: " + address.command();
        }
        return text + Failures.networkRemedy(failure) + ", or get it with: " + address.command();
    }

    private String refused(HttpFailure answer) {
        String text = answer.getMessage() + ". ";
        String token = settings.token().isPresent() ? "a token is set" : "no token is set";
        if (answer.code().equals("GatedRepo") || answer.status() == 403) {
            return text + "The repository is gated: accept its terms on " + settings.endpoint() + "/"
                    + address.repository() + " and set HF_TOKEN to a token that may read it (" + token + ").";
        }
        if (answer.code().equals("RevisionNotFound")) {
            return text + "The repository " + address.repository() + " has no branch, tag or commit "
                    + address.revision() + ". Check the revision.";
        }
        if (answer.status() == 401 || answer.status() == 404) {
            return text + "The hub has no repository " + address.repository() + " with the revision "
                    + address.revision() + ", or does not show it. Check the name; for a private one set HF_TOKEN ("
                    + token + ").";
        }
        return text + "Try again later, or get it with: " + address.command();
    }
}
