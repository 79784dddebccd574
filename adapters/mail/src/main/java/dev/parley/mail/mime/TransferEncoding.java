package dev.parley.mail.mime;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;

/**
 * Content-Transfer-Encoding (RFC 2045 section 6), lenient: junk inside base64 is skipped, padding in the middle starts
 * the next run, a bad escape stays as it is written. Nothing throws and everything is linear.
 */
final class TransferEncoding {

    private static final byte[] BASE64 = new byte[256];

    static {
        Arrays.fill(BASE64, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            BASE64[alphabet.charAt(i)] = (byte) i;
        }
        BASE64['-'] = 62;
        BASE64['_'] = 63;
    }

    private TransferEncoding() {}

    /** The decoded body for a Content-Transfer-Encoding value; unknown ones leave the bytes untouched. */
    static byte[] decode(byte[] body, String encoding) {
        String name = encoding.toLowerCase(Locale.ROOT).strip();
        int end = 0;
        while (end < name.length() && (Character.isLetterOrDigit(name.charAt(end)) || name.charAt(end) == '-')) {
            end++;
        }
        return switch (name.substring(0, end)) {
            case "base64" -> base64(body);
            case "quoted-printable" -> quotedPrintable(body);
            case "x-uuencode", "uuencode", "x-uue", "uue" -> uuencoded(body);
            default -> body;
        };
    }

    /** The six bits a character of base64 stands for, or -1. */
    static int base64Value(byte b) {
        return BASE64[b & 0xff];
    }

    static byte[] base64(byte[] in) {
        byte[] out = new byte[in.length / 4 * 3 + 3];
        int length = 0;
        int bits = 0;
        int count = 0;
        for (byte b : in) {
            int value = BASE64[b & 0xff];
            if (value >= 0) {
                bits = bits << 6 | value;
                count++;
                if (count == 4) {
                    out[length++] = (byte) (bits >> 16);
                    out[length++] = (byte) (bits >> 8);
                    out[length++] = (byte) bits;
                    count = 0;
                    bits = 0;
                }
            } else if (b == '=' && count > 0) {
                length = flush(out, length, bits, count);
                count = 0;
                bits = 0;
            }
        }
        return Arrays.copyOf(out, flush(out, length, bits, count));
    }

    private static int flush(byte[] out, int at, int bits, int count) {
        int length = at;
        if (count == 3) {
            out[length++] = (byte) (bits >> 10);
            out[length++] = (byte) (bits >> 2);
        } else if (count == 2) {
            out[length++] = (byte) (bits >> 4);
        }
        return length;
    }

    static byte[] quotedPrintable(byte[] in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        int at = 0;
        while (at < in.length) {
            byte b = in[at];
            if (b == '=') {
                int softEnd = softBreakEnd(in, at + 1);
                if (softEnd > 0) {
                    at = softEnd;
                    continue;
                }
                int value = hex(in, at + 1);
                if (value >= 0) {
                    out.write(value);
                    at += 3;
                    continue;
                }
            }
            out.write(b);
            at++;
        }
        return out.toByteArray();
    }

    /** The position after a soft line break that starts at {@code from}, or -1; blanks before the break are allowed. */
    private static int softBreakEnd(byte[] in, int from) {
        int at = from;
        while (at < in.length && at - from < 100 && (in[at] == ' ' || in[at] == '\t')) {
            at++;
        }
        if (at >= in.length) {
            return at;
        }
        if (in[at] == '\r') {
            return at + 1 < in.length && in[at + 1] == '\n' ? at + 2 : at + 1;
        }
        return in[at] == '\n' ? at + 1 : -1;
    }

    /** The Q encoding of an encoded word: like quoted-printable, with underscores for spaces. */
    static byte[] qWord(byte[] in) {
        byte[] out = new byte[in.length];
        int length = 0;
        int at = 0;
        while (at < in.length) {
            int value = in[at] == '=' ? hex(in, at + 1) : -1;
            if (value >= 0) {
                out[length++] = (byte) value;
                at += 3;
            } else {
                out[length++] = in[at] == '_' ? (byte) ' ' : in[at];
                at++;
            }
        }
        return Arrays.copyOf(out, length);
    }

    /** Two hex digits at {@code at} as a value, or -1. */
    static int hex(byte[] in, int at) {
        if (at + 1 >= in.length) {
            return -1;
        }
        int high = Character.digit(in[at], 16);
        int low = Character.digit(in[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static byte[] uuencoded(byte[] in) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        int at = 0;
        boolean begun = false;
        while (at < in.length) {
            int end = at;
            while (end < in.length && in[end] != '\n') {
                end++;
            }
            int textEnd = end > at && in[end - 1] == '\r' ? end - 1 : end;
            String start = new String(in, at, Math.min(6, textEnd - at), java.nio.charset.StandardCharsets.ISO_8859_1);
            if (!begun) {
                begun = start.equals("begin ");
            } else if (start.equals("end")) {
                return out.toByteArray();
            } else {
                uuLine(in, at, textEnd, out);
            }
            at = end + 1;
        }
        return begun ? out.toByteArray() : in;
    }

    private static void uuLine(byte[] in, int start, int end, ByteArrayOutputStream out) {
        if (start >= end) {
            return;
        }
        int left = in[start] - 32 & 63;
        for (int at = start + 1; left > 0 && at < end; at += 4) {
            int bits = 0;
            for (int i = 0; i < 4; i++) {
                int c = at + i < end ? in[at + i] - 32 & 63 : 0;
                bits = bits << 6 | c;
            }
            for (int shift = 16; shift >= 0 && left > 0; shift -= 8) {
                out.write(bits >> shift);
                left--;
            }
        }
    }
}
