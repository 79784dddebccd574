package dev.parley.mail.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.Locale;

/** Signs simple mails as RFC 6376 says (relaxed header, simple body), apart from the library that checks them. */
final class Signer {
    private final KeyPair keys;

    Signer(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** What the domain's name server is to tell. */
    String record() {
        return "v=DKIM1; k=rsa; p=" + base64(keys.getPublic().getEncoded());
    }

    /** The mail with a signature on top; {@code tags} such as {@code  l=3;} go into it. */
    String sign(String domain, String tags, String from, String body) {
        return sign(domain, tags, from, body, "SHA-256");
    }

    String sign(String domain, String tags, String from, String body, String hash) {
        try {
            String name = hash.replace("-", "").toLowerCase(Locale.ROOT);
            String bodyHash = base64(MessageDigest.getInstance(hash).digest(body.getBytes(StandardCharsets.US_ASCII)));
            String field = "v=1; a=rsa-" + name + "; c=relaxed/simple; d=" + domain + "; s=key;" + tags + " h=from; bh="
                    + bodyHash + "; b=";
            Signature signature = Signature.getInstance(name.toUpperCase(Locale.ROOT) + "withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(("from:" + from + "\r\ndkim-signature:" + field).getBytes(StandardCharsets.US_ASCII));
            return "DKIM-Signature: " + field + base64(signature.sign()) + "\r\nFrom: " + from + "\r\n"
                    + "Subject: Re: Quote\r\nMessage-ID: <1@customer.example>\r\n\r\n" + body;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Over this text as it stands. */
    String signature(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
