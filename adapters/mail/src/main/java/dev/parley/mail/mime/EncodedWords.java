package dev.parley.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Decodes encoded words (RFC 2047) wherever they stand, also where the RFC forbids them: inside quotes, inside
 * parameters, without spaces around them, split in the middle of a character. One pass, linear.
 */
public final class EncodedWords {

    private static final int CHARSET_CHARS_MAX = 64;

    private final String in;
    private final StringBuilder out;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String pendingCharset = "";

    private EncodedWords(String in) {
        this.in = in;
        this.out = new StringBuilder(in.length());
    }

    /** The text with all encoded words decoded; what cannot be decoded stays as it is. */
    public static String decode(String value) {
        return value.contains("=?") ? new EncodedWords(value).run() : value;
    }

    @SuppressWarnings("ArrayRecordComponent") // Lives for one step of the loop and is never compared.
    private record Word(String charset, byte[] bytes, int end) {}

    private String run() {
        int at = 0;
        while (at < in.length()) {
            int open = in.indexOf("=?", at);
            Word word = open < 0 ? null : wordAt(open);
            if (word != null) {
                boolean onlySpaceBetween =
                        pending.size() > 0 && in.substring(at, open).isBlank();
                if (!onlySpaceBetween) {
                    flush();
                    out.append(in, at, open);
                }
                take(word);
                at = word.end;
            } else {
                int next = open < 0 || in.indexOf("?=", open + 2) < 0 ? in.length() : open + 2;
                flush();
                out.append(in, at, next);
                at = next;
            }
        }
        flush();
        return out.toString();
    }

    private void take(Word word) {
        if (!word.charset.equalsIgnoreCase(pendingCharset)) {
            flush();
        }
        pendingCharset = word.charset;
        pending.writeBytes(word.bytes);
    }

    private void flush() {
        if (pending.size() > 0) {
            out.append(TextDecoding.withoutNul(
                    TextDecoding.decode(pending.toByteArray(), pendingCharset).text()));
            pending.reset();
        }
        pendingCharset = "";
    }

    private @org.jspecify.annotations.Nullable Word wordAt(int open) {
        int charsetEnd = in.indexOf('?', open + 2);
        if (charsetEnd < 0 || charsetEnd - open > CHARSET_CHARS_MAX || charsetEnd + 2 >= in.length()) {
            return null;
        }
        char encoding = Character.toUpperCase(in.charAt(charsetEnd + 1));
        if (in.charAt(charsetEnd + 2) != '?' || (encoding != 'B' && encoding != 'Q')) {
            return null;
        }
        int textStart = charsetEnd + 3;
        int close = in.indexOf("?=", textStart);
        if (close < 0) {
            return null;
        }
        // "=?utf-8?Q?=41?=": the first "?=" may be the end of the encoding mark and an escaped byte.
        if (encoding == 'Q' && close == textStart - 1) {
            close = in.indexOf("?=", textStart + 1);
        }
        String text = in.substring(textStart, close);
        String charset = in.substring(open + 2, charsetEnd);
        int language = charset.indexOf('*');
        if (language >= 0) {
            charset = charset.substring(0, language);
        }
        byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = encoding == 'B' ? TransferEncoding.base64(ascii) : TransferEncoding.qWord(ascii);
        return new Word(charset.toLowerCase(Locale.ROOT), bytes, close + 2);
    }
}
