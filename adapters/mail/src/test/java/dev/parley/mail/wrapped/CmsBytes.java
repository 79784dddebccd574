package dev.parley.mail.wrapped;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes the outer shape of CMS (RFC 5652) for tests: what it holds is there, certificates and signatures are not. */
public final class CmsBytes {
    private static final byte[] DATA = oid(1);
    private static final byte[] SIGNED = oid(2);
    private static final byte[] ENVELOPED = oid(3);
    private static final byte[] VERSION = {2, 1, 1};
    private static final byte[] EMPTY_SET = {0x31, 0};

    private CmsBytes() {}

    /** Signed data with a mail inside. */
    public static byte[] signed(String mail) {
        byte[] content = element(0xa0, element(0x04, mail.getBytes(StandardCharsets.ISO_8859_1)));
        return wrapped(SIGNED, VERSION, EMPTY_SET, element(0x30, DATA, content), EMPTY_SET);
    }

    /** The same in BER, its content in pieces, as programs write that do not know its length beforehand. */
    public static byte[] signedInPieces(String... pieces) {
        byte[][] strings = new byte[pieces.length][];
        for (int i = 0; i < pieces.length; i++) {
            strings[i] = element(0x04, pieces[i].getBytes(StandardCharsets.ISO_8859_1));
        }
        byte[] content = endless(0x30, DATA, endless(0xa0, endless(0x24, strings)));
        return endless(0x30, SIGNED, endless(0xa0, endless(0x30, VERSION, EMPTY_SET, content, EMPTY_SET)));
    }

    /** A signature of something that is not in it. */
    public static byte[] detached() {
        return wrapped(SIGNED, VERSION, EMPTY_SET, element(0x30, DATA), EMPTY_SET);
    }

    /** Encrypted data. */
    public static byte[] enveloped() {
        return wrapped(ENVELOPED, VERSION, EMPTY_SET);
    }

    private static byte[] wrapped(byte[] type, byte[]... inside) {
        return element(0x30, type, element(0xa0, element(0x30, inside)));
    }

    private static byte[] oid(int last) {
        return HexFormat.of().parseHex("06092a864886f70d01070" + last);
    }

    private static byte[] element(int tag, byte[]... inside) {
        byte[] all = joined(inside);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (all.length < 0x80) {
            out.write(all.length);
        } else {
            out.write(0x82);
            out.write(all.length >> 8);
            out.write(all.length);
        }
        out.writeBytes(all);
        return out.toByteArray();
    }

    private static byte[] endless(int tag, byte[]... inside) {
        return joined(new byte[] {(byte) tag, (byte) 0x80}, joined(inside), new byte[2]);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
