package dev.parley.mail.auth;

import java.io.IOException;
import java.io.InputStream;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecord;
import org.apache.james.jdkim.api.Result;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.apache.james.jdkim.impl.DNSPublicKeyRecordRetriever;
import org.apache.james.jdkim.impl.Message;
import org.apache.james.mime4j.MimeException;
import org.xbill.DNS.Resolver;

/**
 * Checks the signatures of a mail (RFC 6376) more strictly than the standard asks, because money hangs on it: a
 * signature over a part of the body ({@code l=}), with SHA-1, with a short key (RFC 8301) or of a domain that is only
 * testing proves nothing here.
 */
final class DkimCheck {
    private static final int SIGNATURES_MAX = 10;
    private static final int KEY_BITS_MIN = 1024;

    private final Verifier verifier;

    /** One signature: its result in the words of RFC 8601, its domain and selector, or "" if they cannot be read. */
    record Signature(String result, String domain, String selector) {}

    /**
     * What was found.
     *
     * @param from the From fields the signatures were checked against
     */
    record Found(List<String> from, List<Signature> signatures) {}

    DkimCheck(Resolver resolver) {
        this.verifier = new Verifier(resolver);
    }

    Found check(InputStream raw) {
        Message message;
        try {
            message = new Message(raw);
        } catch (IOException | MimeException e) {
            return new Found(List.of(), List.of());
        }
        try {
            return new Found(message.getFields("From"), signatures(message));
        } finally {
            message.dispose();
        }
    }

    private List<Signature> signatures(Message message) {
        int signatures = message.getFields("DKIM-Signature").size();
        if (signatures == 0) {
            return List.of();
        }
        if (signatures > SIGNATURES_MAX) {
            return List.of(new Signature("policy", "", ""));
        }
        try {
            List<SignatureRecord> _ = verifier.verify(message, message.getBodyInputStream());
        } catch (FailException e) {
            // the results tell which one failed, and why
        } catch (IOException | RuntimeException e) {
            return List.of(new Signature("permerror", "", ""));
        }
        List<Signature> found = new ArrayList<>();
        for (Result result : verifier.getResults()) {
            found.add(signature(result));
        }
        return List.copyOf(found);
    }

    private static Signature signature(Result result) {
        SignatureRecord record = result.getRecord();
        String word = result.getResultType().name().toLowerCase(Locale.ROOT);
        if (record == null) {
            return new Signature(word, "", "");
        }
        return new Signature(
                result.isSuccess() && isWeak(record) ? "policy" : word,
                Objects.toString(record.getDToken(), "").toLowerCase(Locale.ROOT),
                Objects.toString(record.getSelector(), ""));
    }

    private static boolean isWeak(SignatureRecord record) {
        return record.getBodyHashLimit() >= 0 || !"sha256".contentEquals(record.getHashMethod());
    }

    /** Refuses keys that prove nothing. */
    private static final class Verifier extends DKIMVerifier {
        Verifier(Resolver resolver) {
            super(new DNSPublicKeyRecordRetriever(resolver));
        }

        @Override
        public PublicKeyRecord publicRecordLookup(SignatureRecord sign) throws TempFailException, PermFailException {
            PublicKeyRecord record = super.publicRecordLookup(sign);
            if (record.isTesting()) {
                throw new PermFailException("the domain is testing");
            }
            if (!(record.getPublicKey() instanceof RSAPublicKey key)
                    || key.getModulus().bitLength() < KEY_BITS_MIN) {
                throw new PermFailException("the key has fewer than " + KEY_BITS_MIN + " bits");
            }
            return record;
        }
    }
}
