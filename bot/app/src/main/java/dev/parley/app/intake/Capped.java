package dev.parley.app.intake;

import java.io.IOException;
import java.io.OutputStream;

/** Takes so many bytes and no more. */
final class Capped extends OutputStream {
    private final OutputStream to;
    private final long bytesMax;
    private long came;

    Capped(OutputStream to, long bytesMax) {
        this.to = to;
        this.bytesMax = bytesMax;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        came += length;
        if (came > bytesMax) {
            throw new Delivery.TooLarge(bytesMax);
        }
        to.write(from, offset, length);
    }
}
