package dev.parley.mail.wire;

import java.io.OutputStream;

/** A mail that stays open when who wrote it is done. */
final class Unclosed extends OutputStream {
    private final Arriving mail;

    Unclosed(Arriving mail) {
        this.mail = mail;
    }

    @Override
    public void write(int b) {
        mail.write(b);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        mail.write(from, offset, length);
    }
}
