package dev.parley.mail.wrapped;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Walks over data in BER (X.690), definite or indefinite lengths, within bounds. */
final class Ber {

    private static final int CONSTRUCTED = 0x20;
    private static final int DEPTH_MAX = 30;

    private final byte[] in;
    private final int end;
    private final int tag;
    private int at;

    /** These are no such data, or they are cut off. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;
    }

    Ber(byte[] in, int start, int end) {
        this(in, start, end, CONSTRUCTED);
    }

    private Ber(byte[] in, int start, int end, int tag) {
        this.in = in;
        this.at = start;
        this.end = end;
        this.tag = tag;
    }

    /** The contents of the next element, to be walked over in turn. */
    Ber enter() throws Broken {
        Ber inside = next();
        if ((inside.tag & CONSTRUCTED) == 0) {
            throw new Broken();
        }
        return inside;
    }

    /** The next element; goes behind it. */
    Ber next() throws Broken {
        return next(0);
    }

    boolean atEnd() {
        return at >= end;
    }

    byte[] bytes() {
        return Arrays.copyOfRange(in, at, end);
    }

    /** The octets of a string, which may come in pieces. */
    void octets(ByteArrayOutputStream out, int depth) throws Broken {
        if ((tag & CONSTRUCTED) == 0) {
            out.write(in, at, end - at);
            return;
        }
        if (depth > DEPTH_MAX) {
            throw new Broken();
        }
        while (!atEnd()) {
            next().octets(out, depth + 1);
        }
    }

    private Ber next(int depth) throws Broken {
        int type = read();
        int length = read();
        if (length == 0x80) {
            int start = at;
            int stop = behindContents(depth);
            return new Ber(in, start, stop, type);
        }
        if (length > 0x80) {
            length = number(length & 0x7f);
        }
        if (length < 0 || length > end - at) {
            throw new Broken();
        }
        at += length;
        return new Ber(in, at - length, at, type);
    }

    /** Elements of indefinite length end with two zeros; returns where, and goes behind them. */
    private int behindContents(int depth) throws Broken {
        if (depth > DEPTH_MAX) {
            throw new Broken();
        }
        while (!(at + 1 < end && in[at] == 0 && in[at + 1] == 0)) {
            Ber _ = next(depth + 1);
        }
        at += 2;
        return at - 2;
    }

    private int number(int bytes) throws Broken {
        if (bytes > 4) {
            throw new Broken();
        }
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            number = (number << 8) | read();
        }
        return number;
    }

    private int read() throws Broken {
        if (at >= end) {
            throw new Broken();
        }
        return in[at++] & 0xff;
    }
}
