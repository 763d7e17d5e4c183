package io.github.junitattrib.report;

import io.github.junitattrib.approved.SafeNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names the files of tests from class, method and invocation, so that no two tests share one. */
final class TestFiles {

    private final Path directory;

    /** Which test has which page. Keys are lower case, as some file systems see no difference. */
    private final Map<String, TestCase> owners = new ConcurrentHashMap<>();

    private final Map<TestCase, String> names = new ConcurrentHashMap<>();

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
        String folder = SafeNames.of(test.className());
        String name = folder + "/" + SafeNames.of(plain, plain + test.uniqueId());
        // Overloads differ in their unique ids alone.
        String hashed = folder + "/" + SafeNames.hashed(plain, plain + test.uniqueId());
        String key = name.toLowerCase(Locale.ROOT);
        // Who had to take another name in an earlier process keeps it: the plain one is the page of an overload.
        TestCase owner = Files.exists(directory.resolve(hashed + ".json"))
                ? owners.get(key)
                : owners.computeIfAbsent(key, unused -> test);
        return test.equals(owner) ? name : hashed;
    }
}
