package io.github.junitattrib.model;

import io.github.junitattrib.ModelLoadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;

/**
 * The cache's folder among the files of all users: one for each user, which others cannot have prepared, as what lies
 * there is given to the native library.
 */
final class TemporaryCache {

    private TemporaryCache() {}

    /** Makes or finds the folder of the current user in the directory for temporary files. */
    static Path in(Path temporary) {
        String user = System.getProperty("user.name", "").replaceAll("[^\\w.-]", "_");
        Path folder = temporary.resolve("junit-attrib-" + user);
        try {
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(folder, forItsOwnerAlone(temporary));
            }
            Path probe = Files.createTempFile(temporary, "junit-attrib", ".tmp");
            try {
                requireOwn(folder, Files.getOwner(probe));
            } finally {
                Files.delete(probe);
            }
        } catch (IOException | UnsupportedOperationException e) {
            // Where nothing can be written, whoever needs the cache says so with its own reason.
            return folder;
        }
        return folder;
    }

    static void requireOwn(Path folder, UserPrincipal user) throws IOException {
        boolean own = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user);
        if (!own) {
            throw new ModelLoadException("The folder " + folder + " for copies of models is no directory of the user "
                    + user.getName() + ", so that others can change what is loaded. Remove it, or set attrib.cache to a"
                    + " directory of your own.");
        }
    }

    private static FileAttribute<?>[] forItsOwnerAlone(Path directory) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
