package dev.parley.core.port;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * What of a message is not in its bytes.
 *
 * @param mark how the lines begin that stand for files in the bytes, "" if there are none
 * @param files that were taken out; the inbox keeps them, and hands back an empty list
 * @param cutOff true if the message was longer than allowed and only its beginning is there
 */
public record Enclosures(String mark, List<Enclosure> files, boolean cutOff) {
    /** The message is all there. */
    public static final Enclosures NONE = new Enclosures("", List.of(), false);

    public Enclosures {
        files = List.copyOf(files);
    }

    /**
     * A file, kept once by what it holds, however often it comes.
     *
     * @param sha256 of its bytes, lower case hex
     * @param size in bytes
     * @param source where they are read until the message is recorded
     */
    public record Enclosure(String sha256, long size, Source source) {}

    /** Bytes that can be read again and again. */
    public interface Source {
        InputStream open() throws IOException;
    }
}
