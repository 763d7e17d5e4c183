package io.github.junitattrib.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class KeptStateTest {

    private static class Inherited {
        double number;
    }

    /** Some of everything that a method may hold. */
    private static final class Holder extends Inherited {
        private final double[] buffer = new double[2];
        private final double[][] rows = new double[2][2];
        private final List<String> list = new ArrayList<>();
        private final Map<String, int[]> map = new HashMap<>(Map.of("a", new int[1]));
        private final Map<String, String> cache = new ConcurrentHashMap<>();
        private final AtomicInteger count = new AtomicInteger();
        private final ThreadLocal<String> own = ThreadLocal.withInitial(() -> "a");
        private final Inherited inner = new Inherited();
        private Object self = this;
        private Object late = "";
    }

    private static Set<String> changes(Consumer<Holder> change) {
        Holder holder = new Holder();
        KeptState before = KeptState.of(holder);
        change.accept(holder);
        return KeptState.of(holder).changesSince(before);
    }

    @Test
    void namesTheFieldThatChanged() {
        assertThat(changes(holder -> holder.buffer[1] = 3)).containsExactly("buffer");
        assertThat(changes(holder -> holder.rows[1][0] = 3)).containsExactly("rows");
        assertThat(changes(holder -> holder.list.add("a"))).containsExactly("list");
        assertThat(changes(holder -> holder.map.values().forEach(numbers -> numbers[0]++)))
                .containsExactly("map");
        assertThat(changes(holder -> holder.inner.number = 2)).containsExactly("inner.number");
        assertThat(changes(holder -> holder.number = 2)).containsExactly("number");
        assertThat(changes(holder -> holder.late = List.of(1, 2))).containsExactly("late");
    }

    @Test
    void seesNoChangeWhereThereIsNone() {
        assertThat(changes(holder -> {})).isEmpty();
        assertThat(changes(holder -> holder.self = holder)).isEmpty();
    }

    @Test
    void leavesOutWhatIsMadeForThreads() {
        assertThat(changes(holder -> {
                    holder.cache.put("a", "b");
                    holder.count.incrementAndGet();
                    holder.own.set("b");
                }))
                .isEmpty();
    }
}
