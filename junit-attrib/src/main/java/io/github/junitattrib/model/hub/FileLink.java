package io.github.junitattrib.model.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Makes one file appear under a second name, in the best way that the system knows. */
final class FileLink {

    /** The ways from best to worst. */
    enum Way {
        /** As the hub's own tools do; relative, so that the cache can be moved. */
        SYMBOLIC {
            @Override
            void make(Path link, Path target) throws IOException {
                Files.createSymbolicLink(
                        link, Objects.requireNonNull(link.getParent()).relativize(target));
            }
        },
        /** Windows asks for no rights for it. */
        HARD {
            @Override
            void make(Path link, Path target) throws IOException {
                Files.createLink(link, target);
            }
        },
        /** Costs the space twice. */
        COPY {
            @Override
            void make(Path link, Path target) throws IOException {
                Files.copy(target, link);
            }
        };

        abstract void make(Path link, Path target) throws IOException;
    }

    private FileLink() {}

    /** Makes or replaces the link by one rename, so that readers see the old or the new one. */
    static void make(Path link, Path target) throws IOException {
        make(link, target, List.of(Way.values()));
    }

    static void make(Path link, Path target, List<Way> ways) throws IOException {
        Path folder = Objects.requireNonNull(link.getParent());
        Files.createDirectories(folder);
        Path fresh = folder.resolve("." + UUID.randomUUID());
        try {
            first(fresh, target, ways);
            Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void first(Path link, Path target, List<Way> ways) throws IOException {
        IOException last = new IOException("no way to link files");
        for (Way way : ways) {
            try {
                way.make(link, target);
                return;
            } catch (UnsupportedOperationException e) {
                last = new IOException(e);
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }
}
