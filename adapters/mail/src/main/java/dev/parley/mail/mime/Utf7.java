package dev.parley.mail.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/** UTF-7 (RFC 2152), reading only: the JDK does not know it and old mails still come in it. */
final class Utf7 extends Charset {

    static final Charset CHARSET = new Utf7();

    private Utf7() {
        super("X-PARLEY-UTF-7", new String[0]);
    }

    @Override
    public boolean contains(Charset cs) {
        return cs.equals(this);
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new Decoder(this);
    }

    @Override
    public CharsetEncoder newEncoder() {
        throw new UnsupportedOperationException("Parley never writes UTF-7");
    }

    @Override
    public boolean canEncode() {
        return false;
    }

    private static final class Decoder extends CharsetDecoder {
        private boolean shifted;
        private int bits;
        private int count;
        private boolean empty;

        Decoder(Charset charset) {
            super(charset, 1, 1);
        }

        @Override
        protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
            while (in.hasRemaining()) {
                if (!out.hasRemaining()) {
                    return CoderResult.OVERFLOW;
                }
                take((char) (in.get() & 0xff), out);
            }
            return CoderResult.UNDERFLOW;
        }

        private void take(char c, CharBuffer out) {
            if (!shifted) {
                shifted = c == '+';
                empty = true;
                if (!shifted) {
                    out.put(c);
                }
                return;
            }
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".indexOf(c);
            if (value < 0) {
                shifted = false;
                bits = 0;
                count = 0;
                if (c != '-' || empty) {
                    out.put(c == '-' ? '+' : c);
                }
                return;
            }
            empty = false;
            bits = bits << 6 | value;
            count += 6;
            if (count >= 16) {
                count -= 16;
                out.put((char) (bits >> count));
                bits &= (1 << count) - 1;
            }
        }

        @Override
        protected void implReset() {
            shifted = false;
            bits = 0;
            count = 0;
        }
    }
}
