package dev.parley.mail.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text, never refused: the declared charset if it fits, else what the bytes look like, else windows-1252.
 */
public final class TextDecoding {

    private TextDecoding() {}

    /**
     * Decoded text.
     *
     * @param warning why another charset than the declared one was used, or null
     */
    public record Decoded(String text, @Nullable String warning) {}

    /** Decodes with the charset a mail declares, which may be empty, unknown or wrong. */
    public static Decoded decode(byte[] bytes, String declared) {
        if (declared.isBlank()) {
            return undeclared(bytes);
        }
        Charset charset = Charsets.forLabel(declared);
        if (charset == null) {
            Decoded guess = undeclared(bytes);
            return isAscii(bytes) ? guess : new Decoded(guess.text(), "unknown charset \"" + shorten(declared) + "\"");
        }
        if (isPlainAscii(bytes) && Charsets.isAsciiSuperset(charset)) {
            return new Decoded(new String(bytes, StandardCharsets.ISO_8859_1), null);
        }
        if (Charsets.oftenMeansUtf8(charset) && !isAscii(bytes)) {
            String utf8 = strict(bytes, StandardCharsets.UTF_8);
            if (utf8 != null) {
                return new Decoded(utf8, "declared " + shorten(declared) + " but the text is UTF-8");
            }
        }
        String text = charset.equals(StandardCharsets.US_ASCII) ? null : strict(bytes, charset);
        if (text != null) {
            return new Decoded(withoutMark(text), null);
        }
        return repaired(bytes, charset, declared);
    }

    private static Decoded repaired(byte[] bytes, Charset charset, String declared) {
        String utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return new Decoded(utf8, "declared " + shorten(declared) + " but the text is UTF-8");
        }
        String declaredText = new String(bytes, charset);
        long bad = declaredText.chars().filter(c -> c == 0xFFFD).count();
        if (!charset.equals(StandardCharsets.US_ASCII) && bad * 20 < declaredText.length()) {
            return new Decoded(withoutMark(declaredText), bad + " characters do not fit " + shorten(declared));
        }
        Decoded guess = undeclared(bytes);
        return new Decoded(guess.text(), "text does not fit the declared charset " + shorten(declared));
    }

    /** Decodes bytes nobody described. */
    public static Decoded undeclared(byte[] bytes) {
        if (isPlainAscii(bytes)) {
            return new Decoded(new String(bytes, StandardCharsets.ISO_8859_1), null);
        }
        Charset marked = Charsets.byMark(bytes);
        if (marked != null) {
            return new Decoded(withoutMark(new String(bytes, marked)), null);
        }
        String utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return new Decoded(withoutMark(utf8), null);
        }
        Charset guess = CharsetGuess.of(bytes);
        return new Decoded(new String(bytes, guess), "no charset declared, read as " + guess.name());
    }

    /** PostgreSQL and people cannot use NUL characters; they carry no text. */
    public static String withoutNul(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** ASCII without the escape character, which ISO-2022 charsets use to leave ASCII. */
    private static boolean isPlainAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0 || b == 0x1b) {
                return false;
            }
        }
        return true;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String shorten(String label) {
        return label.length() <= 40 ? label : label.substring(0, 40);
    }
}
