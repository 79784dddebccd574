package dev.parley.mail.auth;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A public key as a domain publishes it (RFC 6376 section 3.6.1, RFC 8463).
 *
 * @param type {@code rsa} or {@code ed25519}
 * @param strict whether signatures are for addresses of the domain itself only, not of domains below it
 */
record SigningKey(String type, PublicKey key, boolean strict) {
    static final int RSA_BITS_MIN = 1024;

    private static final int ED25519_BYTES = 32;

    private static final int SEQUENCE = 0x30;
    private static final int BIT_STRING = 0x03;
    private static final byte[] RSA_HEAD = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

    /** What X.509 writes in front of the bytes of such a key (RFC 8410). */
    private static final byte[] ED25519_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    /** The first of these records that is one; never one that is only for testing, taken back, or too short. */
    static Optional<SigningKey> among(List<String> records) {
        return records.stream()
                .flatMap(record -> Tags.of(record).stream())
                .flatMap(tags -> of(tags).stream())
                .findFirst();
    }

    private static Optional<SigningKey> of(Tags tags) {
        boolean known = tags.word("v", "dkim1").equals("dkim1") && isFor(tags, "h", "sha256") && isForMail(tags);
        List<String> flags = List.of(tags.word("t", "").split(":", -1));
        if (!known || flags.contains("y")) {
            return Optional.empty();
        }
        String type = tags.word("k", "rsa");
        try {
            byte[] bytes = Base64.getDecoder().decode(tags.get("p").replaceAll("\\s", ""));
            PublicKey key = type.equals("ed25519") ? ed25519(bytes) : rsa(bytes);
            boolean strong =
                    !(key instanceof RSAPublicKey rsa) || rsa.getModulus().bitLength() >= RSA_BITS_MIN;
            boolean typed = type.equals("ed25519") || type.equals("rsa");
            return strong && typed ? Optional.of(new SigningKey(type, key, flags.contains("s"))) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isFor(Tags tags, String name, String what) {
        return !tags.has(name) || List.of(tags.word(name, "").split(":", -1)).contains(what);
    }

    private static boolean isForMail(Tags tags) {
        return isFor(tags, "s", "*") || isFor(tags, "s", "email");
    }

    /** Nearly everybody publishes it as X.509 writes it, some as RFC 6376 says: the bare RSAPublicKey (RFC 8017). */
    private static PublicKey rsa(byte[] bytes) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("RSA");
        try {
            return keys.generatePublic(new X509EncodedKeySpec(bytes));
        } catch (InvalidKeySpecException e) {
            byte[] bits = der(BIT_STRING, joined(new byte[] {0}, bytes));
            return keys.generatePublic(new X509EncodedKeySpec(der(SEQUENCE, joined(RSA_HEAD, bits))));
        }
    }

    private static byte[] der(int tag, byte[] content) {
        byte[] head = {(byte) tag, (byte) 0x82, (byte) (content.length >> 8), (byte) content.length};
        return joined(head, content);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static PublicKey ed25519(byte[] bytes) throws GeneralSecurityException {
        if (bytes.length != ED25519_BYTES) {
            throw new IllegalArgumentException("an Ed25519 key has " + ED25519_BYTES + " bytes");
        }
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(joined(ED25519_HEAD, bytes)));
    }
}
