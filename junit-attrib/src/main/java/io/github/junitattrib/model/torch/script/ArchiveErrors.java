package io.github.junitattrib.model.torch.script;

import io.github.junitattrib.ModelLoadException;
import java.nio.file.Path;

/** The two ways to refuse an archive: broken, or whole but not of a kind that can be explained. */
final class ArchiveErrors {

    private ArchiveErrors() {}

    static ModelLoadException broken(Path file, String what) {
        return new ModelLoadException(brokenMessage(file, what));
    }

    static ModelLoadException broken(Path file, String what, Throwable cause) {
        return new ModelLoadException(brokenMessage(file, what), cause);
    }

    /** Whatever is in the file: it could not be looked at. */
    static ModelLoadException unread(Path file, String why, String remedy, Throwable cause) {
        return new ModelLoadException(
                "The TorchScript archive " + file + " cannot be read: " + why + ". " + remedy + ".", cause);
    }

    static ModelLoadException changed(Path file) {
        return new ModelLoadException("The TorchScript archive " + file
                + " was changed while it was loaded. Load it again when it is written to its end.");
    }

    private static String brokenMessage(Path file, String what) {
        return "The TorchScript archive " + file + " is broken: " + what
                + ". Copy or export the file again (torch.jit.trace(…).save(…)).";
    }

    /** Both parts are sentences; the first begins behind the file's name. */
    static ModelLoadException refused(Path file, String what, String remedy) {
        return new ModelLoadException("The model file " + file + " " + what + " " + remedy);
    }
}
