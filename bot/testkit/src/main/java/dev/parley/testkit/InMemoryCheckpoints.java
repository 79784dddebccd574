package dev.parley.testkit;

import dev.parley.core.port.Checkpoints;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Checkpoints in memory. */
final class InMemoryCheckpoints implements Checkpoints {
    private static final int LENGTH_MAX = 8_000;

    private final Memory memory;

    InMemoryCheckpoints(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<String> read(String name) {
        return memory.atomically(() -> memory.checkpoints.find(name));
    }

    @Override
    public void write(String name, String value) {
        if (value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "a checkpoint of " + value.length() + " characters: at most " + LENGTH_MAX);
        }
        memory.atomically(() -> {
            memory.checkpoints.put(name, value);
            return value;
        });
    }

    @Override
    public void retain(String prefix, Collection<String> names) {
        memory.atomically(() -> {
            List<String> gone = memory.checkpoints
                    .keys()
                    .filter(name -> name.startsWith(prefix) && !names.contains(name))
                    .toList();
            gone.forEach(memory.checkpoints::remove);
            return gone;
        });
    }
}
