package dev.parley.core.ticket;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The expectation tables beside the tests; blank lines and those that start with # are for people. */
final class Tables {
    private Tables() {}

    static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(Tables.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().replaceAll(" +", " "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that a decision by each row may do. */
    static Map<Row, Set<String>> effects() {
        Map<Row, Set<String>> effects = new EnumMap<>(Row.class);
        for (String line : lines("effects.txt")) {
            String[] cells = line.split(" \\| ");
            effects.put(
                    Row.valueOf(cells[0]),
                    Arrays.stream(cells).skip(1).map(String::strip).collect(Collectors.toUnmodifiableSet()));
        }
        return effects;
    }
}
