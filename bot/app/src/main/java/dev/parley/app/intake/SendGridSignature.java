package dev.parley.app.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** SendGrid's signature of a webhook: ECDSA with SHA-256 over the timestamp and the body as it came. */
final class SendGridSignature {
    static final String SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature";
    static final String TIMESTAMP = "X-Twilio-Email-Event-Webhook-Timestamp";

    private static final int BUFFER = 8192;

    private SendGridSignature() {}

    /** {@code key}: as SendGrid shows it, DER in base 64. */
    static boolean holds(String key, String timestamp, InputStream body, String signature) throws IOException {
        try {
            Signature check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key(key));
            check.update(timestamp.getBytes(StandardCharsets.UTF_8));
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                check.update(buffer, 0, read);
            }
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Fails for what is no public key of an elliptic curve. */
    static PublicKey key(String base64) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64.strip())));
    }
}
