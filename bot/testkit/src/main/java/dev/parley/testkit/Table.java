package dev.parley.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows by key in the order they were first put in; every change can be undone. Keys and rows are immutable. */
final class Table<K, V> {
    private final Map<K, V> rows = new LinkedHashMap<>();
    private final UndoLog undo;

    Table(UndoLog undo) {
        this.undo = undo;
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    V get(K key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("there is no " + key));
    }

    boolean has(K key) {
        return rows.containsKey(key);
    }

    void put(K key, V row) {
        V old = rows.put(key, row);
        undo.add(old == null ? () -> rows.remove(key) : () -> rows.put(key, old));
    }

    /** A new row; that the key is new is part of the promise. */
    void insert(K key, V row) {
        if (has(key)) {
            throw new IllegalStateException(key + " is there already");
        }
        put(key, row);
    }

    void remove(K key) {
        V old = rows.remove(key);
        if (old != null) {
            undo.add(() -> rows.put(key, old));
        }
    }

    Stream<K> keys() {
        return rows.keySet().stream();
    }

    Stream<V> rows() {
        return rows.values().stream();
    }

    Stream<Map.Entry<K, V>> entries() {
        return rows.entrySet().stream();
    }
}
