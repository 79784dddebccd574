package dev.parley.mail.auth;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.eclipse.angus.mail.util.CRLFOutputStream;

/**
 * Signs mail in the name of a domain (RFC 6376, RSA with SHA-256), where no mail server behind us does. The same mail
 * has the same signature whenever it is sent. Thread-safe.
 */
public final class MailSignature {
    /** All of ours, so that nobody can change or add one; From twice, so that there can be no second (section 8.15). */
    private static final String FIELDS = "from:from:reply-to:to:subject:date:message-id:in-reply-to:references"
            + ":mime-version:content-type:content-transfer-encoding:auto-submitted";

    private static final int KEY_BITS_MIN = 1024;

    private final String template;
    private final PrivateKey key;

    /**
     * For the record at {@code SELECTOR._domainkey.DOMAIN}.
     *
     * @throws IllegalArgumentException if the key is none of RSA with 1,024 bits or more; says so in words
     */
    public MailSignature(String domain, String selector, PrivateKey key) {
        if (!(key instanceof RSAPrivateKey rsa) || rsa.getModulus().bitLength() < KEY_BITS_MIN) {
            throw new IllegalArgumentException("not an RSA key of " + KEY_BITS_MIN + " bits or more");
        }
        this.template = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + "; s=" + selector + "; h=" + FIELDS
                + "; bh=; b=;";
        this.key = key;
    }

    /** Adds the signature to a mail that is complete, saved, and not changed any more. */
    public void sign(MimeMessage mail) throws MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream lines = new CRLFOutputStream(bytes)) {
            mail.writeTo(lines);
            mail.addHeaderLine(new DKIMSigner(template, key).sign(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException | FailException e) {
            throw new MessagingException("the mail cannot be signed", e);
        }
    }
}
