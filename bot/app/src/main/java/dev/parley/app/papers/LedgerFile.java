package dev.parley.app.papers;

import dev.parley.core.port.LedgerChain;
import dev.parley.core.port.LedgerChain.Link;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of the ledger's hash chain: its lines and its end, and the check that needs nothing else. */
public final class LedgerFile {
    /** Longest line that is read, in bytes; an event of a thousand lots is a tenth of it. */
    static final int LINE_BYTES_MAX = 8 << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LedgerFile() {}

    /**
     * What a check found.
     *
     * @param desk whose ledger it is, "" if no line says
     * @param first the first position, 0 if the file has none
     * @param last the last position
     * @param before the hash that the first line carries
     * @param head the hash of the last line
     * @param problems what is wrong, none if every line is there, unchanged and in its place
     */
    public record Checked(String desk, long first, long last, String before, String head, List<String> problems) {
        public Checked {
            problems = List.copyOf(problems);
        }
    }

    /** The line that ends a file: without it nobody could tell whether lines were cut off. */
    public static String end(String desk, Link last) {
        return "{\"desk\": \"%s\", \"end\": %d, \"previous\": \"%s\"}".formatted(desk, last.position(), last.hash());
    }

    /** The hash of a line, as the next one carries it. */
    public static String hash(byte[] line) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Checks a file. Never fails for what stands in it, only for a stream that cannot be read. */
    public static Checked check(InputStream file) throws IOException {
        List<Line> lines = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        Lines source = new Lines(file);
        for (byte[] bytes = source.next(); bytes != null; bytes = source.next()) {
            int number = source.number();
            if (bytes.length > 0 && bytes[bytes.length - 1] == '\r') {
                unreadable.add("line " + number + " ends with a carriage return: the file was converted");
            }
            Line line = line(number, bytes);
            if (line == null) {
                unreadable.add("line " + number + " is no line of a ledger export: it was changed");
            } else {
                lines.add(line);
            }
        }
        return new ChainCheck(lines, unreadable).result();
    }

    /** Which lines of {@code then} are others, or missing, in {@code now}. */
    public static List<String> differences(InputStream then, InputStream now) throws IOException {
        List<String> differences = new ArrayList<>();
        Lines before = new Lines(then);
        Lines after = new Lines(now);
        for (byte[] line = before.next(); line != null; line = before.next()) {
            byte[] same = after.next();
            if (!Arrays.equals(line, same) && differences.size() < ChainCheck.PROBLEMS_MAX) {
                differences.add("line " + before.number() + (same == null ? " is gone from" : " is another one in")
                        + " the database");
            }
        }
        return differences;
    }

    /**
     * A line that can be read.
     *
     * @param position of the event; of the end line, one more than the last
     * @param previous the hash it carries
     * @param hash its own
     */
    record Line(int number, String desk, long position, String previous, String hash, boolean end) {}

    private static @Nullable Line line(int number, byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            boolean end = json.path("end").isIntegralNumber();
            JsonNode position = json.path(end ? "end" : "position");
            String previous = json.path("previous").asString("");
            if (!position.canConvertToLong() || previous.length() != LedgerChain.BEGINNING.length()) {
                return null;
            }
            return new Line(
                    number,
                    json.path("desk").asString(""),
                    position.asLong() + (end ? 1 : 0),
                    previous,
                    hash(bytes),
                    end);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** The lines of a stream as bytes, without their line feeds. */
    static final class Lines {
        private final InputStream in;
        private int number;

        Lines(InputStream in) {
            this.in = new BufferedInputStream(in);
        }

        /** Of the line read last, from 1 on. */
        int number() {
            return number;
        }

        byte @Nullable [] next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int read = in.read();
            if (read < 0) {
                return null;
            }
            for (; read >= 0 && read != '\n'; read = in.read()) {
                if (line.size() < LINE_BYTES_MAX) {
                    line.write(read);
                }
            }
            number++;
            return line.toByteArray();
        }
    }
}
