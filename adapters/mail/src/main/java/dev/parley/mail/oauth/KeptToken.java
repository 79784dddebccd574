package dev.parley.mail.oauth;

import dev.parley.core.port.Checkpoints;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The refresh token that a provider gave in place of an older one (RFC 6749 §6), kept for the next process. It is
 * sealed with the token of the settings, so that a copy of the database opens no mailbox, and a new token in the
 * settings makes the kept one unreadable, which is to say: forgotten.
 */
final class KeptToken {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Checkpoints checkpoints;
    private final String name;
    private final SecretKeySpec key;

    KeptToken(Checkpoints checkpoints, String name, String given) {
        this.checkpoints = checkpoints;
        this.name = name;
        this.key = key(given);
    }

    private static SecretKeySpec key(String given) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("parley refresh token\n".getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(digest.digest(given.getBytes(StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    Optional<String> read() {
        return checkpoints.read(name).flatMap(this::opened);
    }

    void write(String token) {
        checkpoints.write(name, sealed(token));
    }

    private String sealed(String token) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            byte[] text = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(token.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, nonce.length + text.length);
            System.arraycopy(text, 0, all, nonce.length, text.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has AES in Galois counter mode", e);
        }
    }

    private Optional<String> opened(String sealed) {
        try {
            byte[] all = Base64.getDecoder().decode(sealed);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES));
            byte[] text = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
