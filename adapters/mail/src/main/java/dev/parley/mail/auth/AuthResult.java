package dev.parley.mail.auth;

import java.util.List;
import java.util.Locale;

/**
 * Whether the sender is who the From header says (RFC 8601, read only from a server we trust).
 *
 * @param verdict the answer for guard G3; only {@link Verdict#PASS} lets a mail decide
 * @param dmarc result of DMARC such as {@code pass}, or the empty string
 * @param dkim every DKIM signature reported
 * @param spf result of SPF, or the empty string
 * @param spfDomain domain SPF was checked for, lower case, or the empty string
 * @param spfAligned whether that domain belongs to the From domain
 * @param server the authserv-id that said so, or the empty string
 */
public record AuthResult(
        Verdict verdict,
        String dmarc,
        List<Dkim> dkim,
        String spf,
        String spfDomain,
        boolean spfAligned,
        String server) {

    /** Nobody we trust said anything. */
    public static final AuthResult UNKNOWN = new AuthResult(Verdict.UNKNOWN, "", List.of(), "", "", false, "");

    /** What the details come to. */
    public enum Verdict {
        /** DMARC passed, or without DMARC an aligned DKIM signature or SPF did. */
        PASS,
        /** DMARC failed, or the mail pretends to be from somebody else. */
        FAIL,
        /** A trusted server looked and found nothing that proves the sender. */
        NONE,
        /** No trusted server looked. */
        UNKNOWN;

        /** The word used in JSON and in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One DKIM signature: result, signing domain in lower case, and whether that belongs to the From domain. */
    public record Dkim(String result, String domain, boolean aligned) {}

    /** The same details under another verdict. */
    public AuthResult as(Verdict other) {
        return new AuthResult(other, dmarc, dkim, spf, spfDomain, spfAligned, server);
    }
}
