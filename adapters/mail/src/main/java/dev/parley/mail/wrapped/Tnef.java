package dev.parley.mail.wrapped;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a TNEF stream (MS-OXTNEF) holds.
 *
 * @param files in order, those of messages inside it too
 * @param text the message as plain text, or ""
 * @param html the message as HTML, or ""
 * @param whole false if it is broken or goes beyond a limit, so that something in it may be missing here
 */
public record Tnef(List<File> files, String text, String html, boolean whole) {

    /**
     * A file in it.
     *
     * @param name as the sender wrote it, "" if there is none
     * @param type {@code type/subtype} if declared, else ""
     * @param cid Content-ID, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // Files are read once and never compared.
    public record File(String name, String type, @Nullable String cid, byte[] content) {}

    /** Whether the bytes begin as a TNEF stream does. */
    public static boolean is(byte[] bytes) {
        return TnefReader.begins(bytes);
    }

    /** Opens a stream as far as it goes; never throws for a broken one. */
    public static Tnef read(byte[] bytes, int filesMax) {
        return new TnefReader(filesMax).read(bytes);
    }
}
