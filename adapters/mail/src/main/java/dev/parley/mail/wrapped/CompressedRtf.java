package dev.parley.mail.wrapped;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rich text as Outlook compresses it (MS-OXRTFCP): copies from a ring of 4,096 bytes that begins with common words. */
final class CompressedRtf {

    private static final int HEADER = 16;
    private static final int COMPRESSED = 0x75465A4C;
    private static final int UNCOMPRESSED = 0x414C454D;
    private static final int RING = 4096;

    /** Larger texts are cut; 16 MB is above anything a person wrote. */
    private static final int SIZE_MAX = 16 << 20;

    private static final byte[] WORDS = ("{\\r"
                    + "tf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript"
                    + " \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\r"
                    + "ed0\\green0\\blue0\r\n"
                    + "\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
            .getBytes(StandardCharsets.US_ASCII);

    private CompressedRtf() {}

    /** The rich text; empty if these bytes are none. */
    static byte[] open(byte[] in) {
        if (in.length < HEADER) {
            return new byte[0];
        }
        ByteBuffer header = ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN);
        int size = Math.clamp(header.getInt(4), 0, SIZE_MAX);
        return switch (header.getInt(8)) {
            case UNCOMPRESSED -> Arrays.copyOfRange(in, HEADER, Math.min(in.length, HEADER + size));
            case COMPRESSED -> expand(in, size);
            default -> new byte[0];
        };
    }

    /** No byte of input makes more than nine of output, so a size that lies costs no memory. */
    private static byte[] expand(byte[] in, int size) {
        byte[] out = new byte[(int) Math.min(size, 9L * in.length)];
        byte[] ring = Arrays.copyOf(WORDS, RING);
        int write = WORDS.length;
        int made = 0;
        int at = HEADER;
        while (at < in.length && made < out.length) {
            int flags = in[at++];
            for (int bit = 0; bit < 8 && at < in.length && made < out.length; bit++) {
                if (((flags >> bit) & 1) == 0) {
                    out[made++] = in[at];
                    ring[write++ % RING] = in[at++];
                    continue;
                }
                if (at + 1 >= in.length) {
                    return Arrays.copyOf(out, made);
                }
                int copy = ((in[at] & 0xff) << 8) | (in[at + 1] & 0xff);
                at += 2;
                int read = copy >> 4;
                if (read == write % RING) {
                    return Arrays.copyOf(out, made);
                }
                for (int n = (copy & 15) + 2; n > 0 && made < out.length; n--) {
                    byte b = ring[read++ % RING];
                    out[made++] = b;
                    ring[write++ % RING] = b;
                }
            }
        }
        return Arrays.copyOf(out, made);
    }
}
