package dev.parley.mail.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The text of a mail as it is sent by SMTP (RFC 5321, 4.5.2): up to a line with a dot alone; a doubled dot where a line
 * begins is one. Only CR LF ends a line, so nobody hides a second mail behind another line end.
 */
final class DotStream extends InputStream {
    private static final int START = 0;
    private static final int WITHIN = 1;
    private static final int CR = 2;

    private final InputStream in;
    private int state = START;
    private int held = -1;
    private boolean ended;

    DotStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        if (ended) {
            return -1;
        }
        int b = next();
        if (state == START && b == '.') {
            b = afterDot();
        }
        if (!ended) {
            state = b == '\r' ? CR : b == '\n' && state == CR ? START : WITHIN;
        }
        return ended ? -1 : b;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int count = 0;
        for (int b = 0; count < length && b >= 0; ) {
            b = read();
            if (b >= 0) {
                to[offset + count++] = (byte) b;
            }
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    /** The dot alone ends it; a dot before something else goes. */
    private int afterDot() throws IOException {
        int b = next();
        if (b != '\r') {
            return b;
        }
        int after = next();
        if (after == '\n') {
            ended = true;
            return -1;
        }
        held = after;
        return b;
    }

    private int next() throws IOException {
        int b = held >= 0 ? held : in.read();
        held = -1;
        if (b < 0) {
            throw new EOFException("the connection broke within a mail");
        }
        return b;
    }
}
