package dev.parley.mail.mime;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Decodes base64 as leniently as {@link TransferEncoding}, piece by piece, and sees how long its first line is. */
final class Base64Scan extends OutputStream {
    private static final int WIDTH_MAX = 4_000;

    private final OutputStream to;
    private final byte[] decoded = new byte[8192];
    private int length;
    private int bits;
    private int count;
    private int width;
    private boolean firstLine = true;
    private boolean returned;

    /** What is decoded goes there. */
    Base64Scan(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int b) throws IOException {
        if (firstLine) {
            look((byte) b);
        }
        decode((byte) b);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        int i = offset;
        for (; i < offset + length && firstLine; i++) {
            write(from[i]);
        }
        for (; i < offset + length; i++) {
            decode(from[i]);
        }
    }

    /** The last bytes are decoded. */
    void end() throws IOException {
        rest();
        to.write(decoded, 0, length);
        length = 0;
    }

    /** How it may have been written, by its first line; null if that cannot be. */
    @Nullable
    Base64Form form() {
        return width % 4 == 0 && width > 0 && width <= WIDTH_MAX
                ? new Base64Form(width, returned || firstLine ? "crlf" : "lf")
                : null;
    }

    private void look(byte b) {
        if (b == '\n') {
            firstLine = false;
        } else if (b == '\r') {
            returned = true;
        } else {
            width++;
        }
    }

    private void decode(byte b) throws IOException {
        int value = TransferEncoding.base64Value(b);
        if (value >= 0) {
            bits = bits << 6 | value;
            if (++count == 4) {
                put(bits >> 16);
                put(bits >> 8);
                put(bits);
                count = 0;
                bits = 0;
            }
        } else if (b == '=' && count > 0) {
            rest();
        }
    }

    private void rest() throws IOException {
        if (count == 3) {
            put(bits >> 10);
            put(bits >> 2);
        } else if (count == 2) {
            put(bits >> 4);
        }
        count = 0;
        bits = 0;
    }

    private void put(int b) throws IOException {
        if (length == decoded.length) {
            to.write(decoded, 0, length);
            length = 0;
        }
        decoded[length++] = (byte) b;
    }
}
