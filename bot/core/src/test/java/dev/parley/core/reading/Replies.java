package dev.parley.core.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The hand-written replies of {@code replies.tsv}, all to the same quote. */
record Replies(ReplyKind kind, @Nullable Long amount, String text) {
    static final OpenQuote QUOTE = new OpenQuote("Q-1042-2", 10L);

    static List<Replies> all() {
        return lines("replies.tsv").skip(1).map(Replies::of).toList();
    }

    static List<String> saying(ReplyKind kind) {
        return all().stream().filter(r -> r.kind == kind).map(Replies::text).toList();
    }

    static Stream<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(Replies.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("//"));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static Replies of(String line) {
        String[] cells = line.split("\t", -1);
        Long amount = cells[1].isEmpty() ? null : Long.valueOf(cells[1]);
        return new Replies(ReplyKind.valueOf(cells[0]), amount, cells[2].replace("\\n", "\n"));
    }
}
