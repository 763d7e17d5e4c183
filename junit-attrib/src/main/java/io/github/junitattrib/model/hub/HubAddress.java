package io.github.junitattrib.model.hub;

import io.github.junitattrib.ModelLoadException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a model on the Hugging Face hub: {@code hf:owner/name[@revision]}.
 *
 * @param repository {@code owner/name}, or {@code name} for the oldest ones
 * @param revision a branch, a tag or a commit
 */
record HubAddress(String repository, String revision) {

    private static final String MAIN = "main";
    private static final Pattern FORM = Pattern.compile("hf:([^@]*)(?:@(.*))?", Pattern.DOTALL);
    /** As the hub allows them; two hyphens divide owner and name in the cache. */
    private static final Pattern REPOSITORY =
            Pattern.compile("(?!.*(--|\\.\\.))(?:\\w(?:[\\w.-]*\\w)?/)?\\w(?:[\\w.-]{0,94}\\w)?");
    /** As git allows them, without what a shell or a file system would take for something else. */
    private static final Pattern REVISION =
            Pattern.compile("(?!.*(\\.\\.|//|/\\.))(?!.*(\\.lock|[./])(/|$))[\\w#][\\w./+@#=,-]*");

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    static HubAddress parse(String location) {
        Matcher matcher = FORM.matcher(location);
        if (!matcher.matches() || !REPOSITORY.matcher(matcher.group(1)).matches()) {
            throw new ModelLoadException("The model location \"" + location
                    + "\" names no repository of the Hugging Face hub. Write hf:owner/name or"
                    + " hf:owner/name@revision.");
        }
        String revision = matcher.group(2) == null ? MAIN : matcher.group(2);
        if (!REVISION.matcher(revision).matches()) {
            throw new ModelLoadException("The model location \"" + location + "\" has the revision \"" + revision
                    + "\", which can be no branch, tag or commit. Write hf:" + matcher.group(1) + "@revision.");
        }
        return new HubAddress(matcher.group(1), revision);
    }

    static boolean isCommit(String revision) {
        return COMMIT.matcher(revision).matches();
    }

    boolean isCommit() {
        return isCommit(revision);
    }

    /** The repository's folder in the cache. */
    String folder() {
        return "models--" + repository.replace("/", "--");
    }

    /** The command of the hub's own tool that brings the model into the cache. */
    String command() {
        return "hf download " + repository + (revision.equals(MAIN) ? "" : " --revision " + revision);
    }

    @Override
    public String toString() {
        return "hf:" + repository + (revision.equals(MAIN) ? "" : "@" + revision);
    }
}
