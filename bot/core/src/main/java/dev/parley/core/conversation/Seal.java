package dev.parley.core.conversation;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and checks the short signatures in reply addresses, message ids and decision links: HMAC-SHA-256 cut to 80
 * bits (mail requirement 5 asks for at least 64), in lower-case base 32 so that servers which fold the case of a local
 * part do no harm.
 */
public final class Seal {
    /** Characters of a signature. */
    public static final int LENGTH = 16;

    /** The shortest key accepted, in bytes. */
    public static final int KEY_BYTES_MIN = 32;

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** Throws IllegalArgumentException for a key under {@link #KEY_BYTES_MIN} bytes. */
    public Seal(byte[] key) {
        if (key.length < KEY_BYTES_MIN) {
            throw new IllegalArgumentException(
                    "the signing key has " + key.length + " bytes, at least " + KEY_BYTES_MIN + " are needed");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The signature of {@code what} for one {@code purpose}; no signature is valid for two purposes. */
    public String sign(String purpose, String what) {
        byte[] mac = mac().doFinal((purpose + '\0' + what).getBytes(StandardCharsets.UTF_8));
        return base32(mac);
    }

    /** True if {@code signature} is {@link #sign}'s of the same; takes the same time whether or not it is. */
    public boolean verify(String purpose, String what, String signature) {
        return MessageDigest.isEqual(
                sign(purpose, what).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder(LENGTH);
        long bits = 0;
        int have = 0;
        int next = 0;
        while (text.length() < LENGTH) {
            if (have < 5) {
                bits = (bits << 8) | (bytes[next++] & 0xff);
                have += 8;
            }
            have -= 5;
            text.append(ALPHABET.charAt((int) (bits >> have) & 31));
        }
        return text.toString();
    }
}
