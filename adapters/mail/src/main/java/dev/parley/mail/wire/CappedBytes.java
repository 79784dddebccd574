package dev.parley.mail.wire;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Takes what is written up to a size, and then stops whoever writes. */
final class CappedBytes extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final int max;

    CappedBytes(int max) {
        this.max = max;
    }

    /** There came more than was wanted. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        int room = max - bytes.size();
        bytes.write(from, offset, Math.min(room, length));
        if (length > room) {
            throw new Full();
        }
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
