package dev.parley.mail.mime;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a mail.
 *
 * @param name cleaned: no path, no control or direction characters; never empty
 * @param type {@code type/subtype} as declared, lower case
 * @param sha256 of the content, lower case hex
 * @param inline whether it belongs into the text: an HTML part shows it, or the sender put it between the lines
 * @param cid Content-ID without angle brackets, or null
 * @param content decoded bytes; callers do not change them. Of a file that was taken out of the mail while it came
 *     only the beginning, or nothing
 * @param size of the whole file in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Equality is defined below; copying megabytes on each look is not wanted.
public record MailAttachment(
        String name,
        String type,
        String sha256,
        boolean inline,
        @Nullable String cid,
        byte[] content,
        long size) {

    /** Reads the hash off the content. */
    public static MailAttachment of(String name, String type, boolean inline, @Nullable String cid, byte[] content) {
        return new MailAttachment(name, type, sha256(content), inline, cid, content, content.length);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MailAttachment that
                && name.equals(that.name)
                && type.equals(that.type)
                && inline == that.inline
                && Objects.equals(cid, that.cid)
                && sha256.equals(that.sha256)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, sha256);
    }

    @Override
    public String toString() {
        return name + " (" + type + ", " + size + " bytes)";
    }
}
