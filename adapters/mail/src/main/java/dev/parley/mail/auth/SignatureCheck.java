package dev.parley.mail.auth;

import dev.parley.mail.auth.SignedMail.Field;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xbill.DNS.Resolver;

/**
 * Checks signatures by the keys domains publish (RFC 6376, RFC 8463 for Ed25519), more strictly than the standards ask,
 * because money hangs on it: a signature over a part of the body ({@code l=}), with SHA-1, with a short key (RFC 8301),
 * past its end, or of a domain that is only testing proves nothing here.
 */
final class SignatureCheck {
    private static final String PASS = "pass";
    private static final String FAIL = "fail";
    private static final String POLICY = "policy";
    private static final String PERMERROR = "permerror";

    private final Resolver resolver;
    private final Instant now;

    SignatureCheck(Resolver resolver, Instant now) {
        this.resolver = resolver;
        this.now = now;
    }

    /** Of a field that signs other fields and the body; the result in the words of RFC 8601. */
    String message(SignedMail mail, Field field, Tags tags) {
        String[] canon = tags.word("c", "simple/simple").split("/", 2);
        boolean relaxedBody = canon.length == 2 && canon[1].equals("relaxed");
        List<String> names = List.of(tags.word("h", "").split(":", -1));
        if (!names.contains("from") || !isCanon(canon)) {
            return PERMERROR;
        }
        if (tags.has("l") || isOver(tags)) {
            return POLICY;
        }
        byte[] hash = bytes(tags.get("bh"));
        if (!MessageDigest.isEqual(hash, relaxedBody ? mail.relaxed() : mail.simple())) {
            return FAIL;
        }
        return text(Canonical.signed(mail, field, tags.get("h"), canon[0].equals("relaxed")), tags);
    }

    private static boolean isCanon(String[] canon) {
        for (String one : canon) {
            if (!one.equals("simple") && !one.equals("relaxed")) {
                return false;
            }
        }
        return true;
    }

    private boolean isOver(Tags tags) {
        String end = tags.word("x", "");
        return end.matches("\\d{1,12}") && now.isAfter(Instant.ofEpochSecond(Long.parseLong(end)));
    }

    /** Of a text that is signed as it stands. */
    String text(String signed, Tags tags) {
        String algorithm = tags.word("a", "");
        if (!algorithm.equals("rsa-sha256") && !algorithm.equals("ed25519-sha256")) {
            return POLICY;
        }
        Texts records = Texts.at(tags.word("s", "") + "._domainkey." + tags.word("d", ""), resolver);
        if (records.unanswered()) {
            return "temperror";
        }
        Optional<SigningKey> key =
                SigningKey.among(records.records()).filter(one -> algorithm.startsWith(one.type() + "-"));
        return key.isPresent() && isInName(tags, key.get().strict())
                ? holds(key.get(), signed, bytes(tags.get("b"))) ? PASS : FAIL
                : PERMERROR;
    }

    /** Whom it signs for must be the domain or below it. */
    private static boolean isInName(Tags tags, boolean strict) {
        String identity = tags.word("i", "");
        int at = identity.lastIndexOf('@');
        String domain = tags.word("d", "");
        String of = identity.substring(at + 1);
        return at < 0 || of.equals(domain) || (!strict && of.endsWith("." + domain));
    }

    private static boolean holds(SigningKey key, String signed, byte[] signature) {
        byte[] text = signed.getBytes(StandardCharsets.ISO_8859_1);
        try {
            boolean rsa = key.type().equals("rsa");
            Signature check = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
            check.initVerify(key.key());
            check.update(rsa ? text : SignedMail.sha256().digest(text));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** The domain a signature names, in lower case. */
    static String domain(Tags tags) {
        return tags.get("d").strip().toLowerCase(Locale.ROOT);
    }
}
