package dev.parley.mail.mime;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Bytes in memory whose end can be taken back. */
final class Bytes extends ByteArrayOutputStream {

    /** Takes back everything from {@code size} on; what was reserved for much is given back. */
    void truncate(int size) {
        buf = Arrays.copyOf(buf, Math.max(size, Math.min(buf.length, 1024)));
        count = size;
    }

    byte[] from(int start, int end) {
        return Arrays.copyOfRange(buf, start, Math.min(end, count));
    }

    byte[] array() {
        return buf;
    }
}
