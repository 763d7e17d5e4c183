package io.github.junitattrib.report;

import io.github.junitattrib.approved.SafeNames;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Names the files of tests from class, method and invocation, so that no two tests share one. */
final class TestFiles {

    private final Path directory;

    /** Which test has which page. Keys are lower case, as some file systems see no difference. */
    private final Map<String, TestCase> owners = new ConcurrentHashMap<>();

    private final Map<TestCase, String> names = new ConcurrentHashMap<>();
    private final Map<String, Folder> folders = new ConcurrentHashMap<>();

    TestFiles(Path directory) {
        this.directory = directory;
    }

    Path page(TestCase test) {
        return directory.resolve(name(test) + ".html");
    }

    Path sidecar(TestCase test) {
        return directory.resolve(name(test) + ".json");
    }

    /** Asked for several times a test, and hashed: kept as it was the first time. */
    private String name(TestCase test) {
        return names.computeIfAbsent(test, this::made);
    }

    private String made(TestCase test) {
        String plain = test.plainName();
        String identity = plain + test.uniqueId();
        Folder folder = folders.computeIfAbsent(test.className(), this::folder);
        String name = folder.name() + "/" + SafeNames.of(plain, identity);
        String key = name.toLowerCase(Locale.ROOT);
        // Who had to take another name in an earlier process keeps it: the plain one is the page of an overload.
        boolean hasAnother = folder.mayHold(SafeNames.beforeHash(plain))
                && Files.exists(directory.resolve(hashed(folder, plain, identity) + ".json"));
        TestCase owner = hasAnother ? owners.get(key) : owners.computeIfAbsent(key, unused -> test);
        return test.equals(owner) ? name : hashed(folder, plain, identity);
    }

    /** Overloads differ in their unique ids alone. */
    private static String hashed(Folder folder, String plain, String identity) {
        return folder.name() + "/" + SafeNames.hashed(plain, identity);
    }

    private Folder folder(String className) {
        String name = SafeNames.of(className);
        NavigableSet<String> earlier = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.resolve(name), "*.json")) {
            files.forEach(file -> earlier.add(String.valueOf(file.getFileName())));
        } catch (IOException | DirectoryIteratorException e) {
            // There is none yet, or it cannot be read: then nothing can be written there either.
        }
        return new Folder(name, earlier);
    }

    /**
     * The reports of a class.
     *
     * @param name what the folder is called
     * @param earlier the sidecars that it had when this process first asked; a hash for each test would cost more
     */
    private record Folder(String name, NavigableSet<String> earlier) {

        boolean mayHold(String beginning) {
            String next = earlier.ceiling(beginning);
            return next != null && next.startsWith(beginning);
        }
    }
}
