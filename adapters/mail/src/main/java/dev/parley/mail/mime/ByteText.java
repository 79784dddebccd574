package dev.parley.mail.mime;

import java.nio.charset.StandardCharsets;

/** Bytes whose charset nobody declared, as header lines have them, turned into text. */
final class ByteText {

    private ByteText() {}

    static String of(byte[] bytes, int start, int end) {
        boolean plain = true;
        for (int i = start; i < end && plain; i++) {
            plain = bytes[i] > 0 && bytes[i] != 0x1b;
        }
        if (plain) {
            return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        }
        byte[] slice = java.util.Arrays.copyOfRange(bytes, start, end);
        return TextDecoding.withoutNul(TextDecoding.undeclared(slice).text());
    }
}
