package dev.parley.mail.wire;

import java.io.OutputStream;

/** Stops whoever writes once the mail has more than is taken of it. */
final class Capped extends OutputStream {
    private final Arriving mail;

    Capped(Arriving mail) {
        this.mail = mail;
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
        mail.write(from, offset, length);
        if (mail.isOver()) {
            throw new Full();
        }
    }
}
