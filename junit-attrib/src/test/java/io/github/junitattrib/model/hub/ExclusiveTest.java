package io.github.junitattrib.model.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExclusiveTest {

    @TempDir
    private Path directory;

    @Test
    void letsOneThreadInAtATime() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                results.add(pool.submit(() -> Exclusive.holding(directory.resolve("deep/lock"), () -> {
                    int now = inside.incrementAndGet();
                    Files.writeString(directory.resolve("work"), "takes a while");
                    inside.decrementAndGet();
                    return now;
                })));
            }
            for (Future<Integer> result : results) {
                assertThat(result.get()).isEqualTo(1);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void givesTheLockBackAfterAFailure() throws IOException {
        Path lock = directory.resolve("lock");
        assertThatThrownBy(() -> Exclusive.holding(lock, () -> {
                    throw new IOException("inside");
                }))
                .hasMessage("inside");

        assertThat(Exclusive.<String>holding(lock, () -> "in")).isEqualTo("in");
    }

    @Test
    void waitsForAnotherHolderOfTheFile() throws Exception {
        Path lock = directory.resolve("lock");
        CountDownLatch started = new CountDownLatch(1);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (FileChannel other = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock held = Objects.requireNonNull(other.lock());
            Path sign = Files.writeString(directory.resolve("held"), "");
            Future<Boolean> free = pool.submit(() -> {
                started.countDown();
                return Exclusive.holding(lock, () -> !Files.exists(sign));
            });
            assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
            Files.delete(sign);
            held.release();
            assertThat(free.get()).isTrue();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void endsTheWaitWhenItIsInterrupted() throws IOException {
        Path lock = directory.resolve("lock");
        try (FileChannel other = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            Objects.requireNonNull(other.lock());
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> Exclusive.holding(lock, () -> "in")).isInstanceOf(IOException.class);

            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
