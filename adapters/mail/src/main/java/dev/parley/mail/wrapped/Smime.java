package dev.parley.mail.wrapped;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code application/pkcs7-mime} part is (RFC 8551 section 3). Signed data holds the mail itself; its
 * signature is not checked here.
 *
 * @param kind what it is
 * @param content the mail inside signed data, a MIME entity; null for everything else
 */
@SuppressWarnings("ArrayRecordComponent") // Read once and never compared.
public record Smime(Kind kind, byte @Nullable [] content) {

    /** What S/MIME did to a mail. */
    public enum Kind {
        SIGNED,
        ENCRYPTED,
        UNKNOWN
    }

    private static final byte[] CMS = {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x07};
    private static final int SIGNED_DATA = 2;
    private static final int ENVELOPED_DATA = 3;
    private static final int AUTHENTICATED_ENVELOPED_DATA = 23;
    private static final Smime NEITHER = new Smime(Kind.UNKNOWN, null);

    /** Reads the DER or BER bytes of the part; never throws for broken ones. */
    public static Smime read(byte[] bytes) {
        try {
            Ber info = new Ber(bytes, 0, bytes.length).enter();
            Ber type = info.next();
            return switch (number(type)) {
                case SIGNED_DATA -> new Smime(Kind.SIGNED, signed(info.enter().enter()));
                case ENVELOPED_DATA, AUTHENTICATED_ENVELOPED_DATA -> new Smime(Kind.ENCRYPTED, null);
                default -> NEITHER;
            };
        } catch (Ber.Broken e) {
            return NEITHER;
        }
    }

    /** The last number of an object id of CMS (RFC 5652), else 0. */
    private static int number(Ber id) {
        byte[] bytes = id.bytes();
        boolean plain = bytes.length == CMS.length + 1 && Arrays.equals(CMS, Arrays.copyOf(bytes, CMS.length));
        boolean sub = bytes.length == CMS.length + 3 && bytes[CMS.length + 2] == AUTHENTICATED_ENVELOPED_DATA;
        return plain ? bytes[CMS.length] : sub ? AUTHENTICATED_ENVELOPED_DATA : 0;
    }

    /** Version, digests, then the content: its type and, in a box of its own, its octets. */
    private static byte @Nullable [] signed(Ber data) throws Ber.Broken {
        Ber _ = data.next();
        Ber _ = data.next();
        Ber encapsulated = data.enter();
        Ber _ = encapsulated.next();
        if (encapsulated.atEnd()) {
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        encapsulated.enter().next().octets(out, 0);
        return out.toByteArray();
    }
}
