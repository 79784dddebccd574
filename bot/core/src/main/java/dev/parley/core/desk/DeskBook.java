package dev.parley.core.desk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All desks of this bot, by short name. */
public final class DeskBook {
    private final Map<String, DeskProfile> byName;

    public DeskBook(List<DeskProfile> desks) {
        byName = desks.stream()
                .collect(Collectors.toUnmodifiableMap(desk -> desk.policy().desk(), Function.identity()));
    }

    /** The desk called {@code name}; an unknown name is a bug or a row of a desk that is no longer configured. */
    public DeskProfile desk(String name) {
        DeskProfile desk = byName.get(name);
        if (desk == null) {
            throw new IllegalArgumentException("no desk is called " + name + "; there are " + byName.keySet());
        }
        return desk;
    }
}
