package dev.parley.mail.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * Hands mails on and seals them (RFC 8617), apart from the code that checks them. Its mails have short fields in one
 * line and a body without blanks at the ends of lines, so that they are canonical as they stand.
 */
final class ArcSealer {
    private final Signer signer;
    private final StringBuilder chain = new StringBuilder();
    private int sealers;

    ArcSealer(Signer signer) {
        this.signer = signer;
    }

    /** The mail with a set on top. {@code results}: what the sealer found, without its name. */
    String seal(String mail, String domain, String results) {
        return seal(mail, domain, results, sealers == 0 ? "none" : "pass");
    }

    String seal(String mail, String domain, String results, String cv) {
        int i = ++sealers;
        String body = mail.substring(mail.indexOf("\r\n\r\n") + 4);
        String found = "i=" + i + "; mx." + domain + "; " + results;
        String message = "i=" + i + "; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + "; s=key; h=from:subject; bh="
                + hash(body) + "; b=";
        String signed = message
                + signer.signature("from:" + field(mail, "From") + "\r\nsubject:" + field(mail, "Subject")
                        + "\r\narc-message-signature:" + message);
        chain.append("arc-authentication-results:").append(found).append("\r\n");
        chain.append("arc-message-signature:").append(signed).append("\r\n");
        String seal = "i=" + i + "; a=rsa-sha256; cv=" + cv + "; d=" + domain + "; s=key; b=";
        String sealed = seal + signer.signature(chain + "arc-seal:" + seal);
        chain.append("arc-seal:").append(sealed).append("\r\n");
        return "ARC-Seal: " + sealed + "\r\nARC-Message-Signature: " + signed + "\r\nARC-Authentication-Results: "
                + found + "\r\n" + mail;
    }

    private static String field(String mail, String name) {
        int at = mail.indexOf("\r\n" + name + ": ");
        int from = (at < 0 ? 0 : at + 2) + name.length() + 2;
        return mail.substring(from, mail.indexOf("\r\n", from));
    }

    private static String hash(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
