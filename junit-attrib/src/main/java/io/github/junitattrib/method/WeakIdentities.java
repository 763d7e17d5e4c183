package io.github.junitattrib.method;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are remembered as long as they live, told apart by what they are and not by what they equal: classes that
 * users write may change their hash code. Safe for use by several threads.
 *
 * @param <T> type of the objects
 */
final class WeakIdentities<T> {

    private final Set<Key> keys = ConcurrentHashMap.newKeySet();
    private final ReferenceQueue<Object> dead = new ReferenceQueue<>();

    private static final class Key extends WeakReference<Object> {

        private final int hash;

        Key(Object object, @Nullable ReferenceQueue<Object> queue) {
            super(object, queue);
            hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // identity is the point
        public boolean equals(@Nullable Object other) {
            Object own = get();
            return this == other || (other instanceof Key key && own != null && own == key.get());
        }
    }

    boolean contains(T object) {
        return keys.contains(new Key(object, null));
    }

    void add(T object) {
        for (Reference<?> key = dead.poll(); key != null; key = dead.poll()) {
            keys.remove(key);
        }
        keys.add(new Key(object, dead));
    }
}
