package dev.parley.core.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the corpora are: system property {@code parley.shared}, else {@code shared} beside a parent folder. */
final class SharedFolder {
    private SharedFolder() {}

    static Optional<Path> find() {
        String property = System.getProperty("parley.shared");
        Stream<Path> candidates = property != null
                ? Stream.of(Path.of(property))
                : Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                        .map(at -> at.resolve("shared"));
        return candidates.filter(at -> Files.isDirectory(at.resolve("corpus"))).findFirst();
    }
}
