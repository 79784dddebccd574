package dev.parley.app.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names the files that stand behind the words of a command line, one after the other. */
final class MailPaths {

    private MailPaths() {}

    /** A directory stands for all files below it in the order of their names; each is listed when its turn comes. */
    static Iterator<String> of(List<String> names) {
        return names.stream().flatMap(MailPaths::below).iterator();
    }

    private static Stream<String> below(String name) {
        if (name.equals(MailsExplained.STDIN) || !Files.isDirectory(Path.of(name))) {
            return Stream.of(name);
        }
        var found = new ArrayList<String>();
        try {
            Files.walkFileTree(Path.of(name), new Collector(found));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        Collections.sort(found);
        return found.stream();
    }

    /** A directory that cannot be listed is named like a file, so that reading it says why. */
    private static final class Collector extends SimpleFileVisitor<Path> {
        private final List<String> found;

        Collector(List<String> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!attributes.isOther()) {
                found.add(file.toString());
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            found.add(file.toString());
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem) {
            return FileVisitResult.CONTINUE;
        }
    }
}
