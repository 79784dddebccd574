package dev.parley.app.demo;

import jakarta.mail.Flags;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One mail folder as files, one a mail, named {@code NUMBER,FLAGS.eml}, so that the demo's mail outlives the server,
 * which keeps it in memory. The number gives the order, the file's time is when the mail arrived.
 */
final class MailFiles {

    private static final Map<Flags.Flag, String> LETTERS = Map.of(
            Flags.Flag.SEEN, "S",
            Flags.Flag.ANSWERED, "A",
            Flags.Flag.FLAGGED, "F",
            Flags.Flag.DRAFT, "D",
            Flags.Flag.DELETED, "T");

    private final Path directory;
    private long last;

    MailFiles(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.last = list().stream().mapToLong(MailFiles::number).max().orElse(0);
    }

    /** All mails, oldest first. */
    List<Path> list() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted((one, other) -> Long.compare(number(one), number(other)))
                    .toList();
        }
    }

    /** Returns when the mail is on the disk. */
    Path add(byte[] mail, Flags flags, Instant arrived) throws IOException {
        last++;
        var file = directory.resolve(name(last, flags));
        var unfinished = directory.resolve(last + ".unfinished");
        try (var channel = FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(mail);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.setLastModifiedTime(unfinished, FileTime.from(arrived));
        return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The same mail under a name that says the flags it has now. */
    Path rename(Path file, Flags flags) throws IOException {
        var wanted = directory.resolve(name(number(file), flags));
        return wanted.equals(file) ? file : Files.move(file, wanted, StandardCopyOption.ATOMIC_MOVE);
    }

    static Flags flags(Path file) {
        var flags = new Flags();
        var parts = file.getFileName().toString().replaceFirst("\\.eml$", "").split(",");
        LETTERS.forEach((flag, letter) -> {
            if (parts.length > 1 && parts[1].contains(letter)) {
                flags.add(flag);
            }
        });
        Arrays.stream(parts)
                .skip(2)
                .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
                .forEach(flags::add);
        return flags;
    }

    private static String name(long number, Flags flags) {
        var parts = new ArrayList<String>();
        parts.add("%08d".formatted(number));
        parts.add(LETTERS.entrySet().stream()
                .filter(known -> flags.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .collect(Collectors.joining()));
        Arrays.stream(flags.getUserFlags())
                .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                .forEach(parts::add);
        return String.join(",", parts) + ".eml";
    }

    private static long number(Path file) {
        var digits = file.getFileName().toString().split("[,.]", 2)[0];
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
    }
}
