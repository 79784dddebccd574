package dev.parley.mail.mime;

import dev.parley.mail.wrapped.Tnef;
import java.util.List;
import java.util.Locale;

/**
 * How much of a body is held in memory.
 *
 * @param type of the part, lower case
 * @param encoding its Content-Transfer-Encoding, lower case
 * @param opened true for files that are opened to see what is in them
 * @param stays true for what must not be taken out, because it would not be found again where it stood
 */
record Weight(String type, String encoding, boolean opened, boolean stays) {
    /** Files up to this size stay in the mail. */
    static final int FILE_MAX = 16 * 1024;

    /** Text to read, as it stands: more than {@link Limits#textChars} characters are not shown anyway. */
    static final int TEXT_MAX = 4 * 1024 * 1024;

    /** Files that are opened. */
    static final int OPENED_MAX = 6 * 1024 * 1024;

    /** Of a message within the mail its header is read. */
    private static final int MESSAGE_HEAD = 64 * 1024;

    static final Weight UNMOVED = new Weight("", "", false, true);

    /** By the header of the part. */
    static Weight of(Headers headers, String type) {
        MimePart part = new MimePart(headers, type, MimePart.contentTypeOf(headers, type), new byte[0], List.of());
        String name = part.name();
        boolean p7m = name != null && name.toLowerCase(Locale.ROOT).endsWith(".p7m");
        boolean opened = p7m || type.contains("tnef") || type.contains("pkcs7") || type.startsWith("multipart/");
        return new Weight(type, headers.lower("Content-Transfer-Encoding").strip(), opened, false);
    }

    /** True for what is neither read nor opened. */
    boolean isFile() {
        return !opened && !type.startsWith("text/");
    }

    int bytesMax() {
        if (stays) {
            return Integer.MAX_VALUE;
        }
        if (opened) {
            return OPENED_MAX;
        }
        return type.startsWith("text/") || isDecodedWhole() ? TEXT_MAX : FILE_MAX;
    }

    /** The same for a body that begins like this: a winmail.dat is opened whatever its type says. */
    int bytesMax(byte[] start) {
        return Tnef.is(TransferEncoding.decode(start, encoding)) ? OPENED_MAX : bytesMax();
    }

    /** How much of its beginning is kept for reading when it is taken out. */
    int headMax() {
        if (type.startsWith("text/")) {
            return TEXT_MAX;
        }
        return type.startsWith("message/") ? MESSAGE_HEAD : 0;
    }

    /** Encodings that are decoded in memory; people write no large files in them. */
    private boolean isDecodedWhole() {
        return encoding.startsWith("quoted") || encoding.startsWith("uu") || encoding.startsWith("x-uu");
    }
}
