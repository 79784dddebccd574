package dev.parley.mail.auth;

import dev.parley.mail.auth.DkimCheck.Signature;
import dev.parley.mail.auth.SignedMail.Field;
import dev.parley.mail.mime.Addresses;
import dev.parley.mail.mime.Limits;
import dev.parley.mail.mime.Mailbox;
import dev.parley.mail.mime.MimeReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.jspf.impl.DNSServiceXBillImpl;
import org.apache.james.jspf.impl.SPF;
import org.xbill.DNS.Resolver;

/** The check of one mail; its results in the words of RFC 8601. */
final class Examination {
    private static final MimeReader MIME = new MimeReader(Limits.DEFAULT);
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._@+=/-]{1,320}");
    private static final int LABELS_MAX = 8;

    private final Resolver resolver;
    private final SignatureCheck check;

    /** SPF's result, for which domain, and that as a property; "" for a domain that cannot be written there. */
    private record Spf(String result, String domain, String property) {}

    /** A record, none, or no answer. */
    private record Policy(Optional<DmarcRecord> record, boolean unanswered) {}

    Examination(Resolver resolver, Instant now) {
        this.resolver = resolver;
        this.check = new SignatureCheck(resolver, now);
    }

    /** Nothing but {@code none} for a mail whose From is missing, doubled, or read differently by two readers. */
    List<String> results(byte[] head, SignedMail mail, Optional<Hop> hop, Set<String> sealers) {
        String from = fromDomain(head, mail);
        if (from.isEmpty()) {
            return List.of("none");
        }
        List<Signature> signatures = new DkimCheck(check).signatures(mail);
        List<String> results = new ArrayList<>();
        Optional<Spf> spf = hop.map(this::spf);
        spf.ifPresent(found -> results.add("spf=" + found.result + found.property));
        signatures.forEach(signature -> results.add(written(signature)));
        Optional<String> dmarc = dmarc(from, signatures, spf);
        List<String> restored = dmarc.equals(Optional.of("pass")) ? List.of() : restored(mail, from, sealers);
        results.addAll(restored);
        if (restored.isEmpty()) {
            dmarc.ifPresent(word -> results.add("dmarc=" + word + " header.from=" + from));
        }
        return results.isEmpty() ? List.of("none") : List.copyOf(results);
    }

    /** The proof of a sender that was lost on the way, and who vouches for it; nothing if nobody does. */
    List<String> restored(byte[] head, SignedMail mail, Set<String> sealers) {
        String from = fromDomain(head, mail);
        return from.isEmpty() ? List.of() : restored(mail, from, sealers);
    }

    private List<String> restored(SignedMail mail, String from, Set<String> sealers) {
        return new ArcCheck(check)
                .vouches(mail, from, sealers)
                .filter(Examination::isPlain)
                .map(sealer -> List.of("arc=pass header.d=" + sealer, "dmarc=pass (by ARC) header.from=" + from))
                .orElse(List.of());
    }

    /** What is signed must be what is shown: both readers see one From field with one and the same address. */
    private static String fromDomain(byte[] head, SignedMail mail) {
        List<String> shown = MIME.headers(head).all("From");
        List<Field> signedFields = mail.all("from");
        if (shown.size() != 1 || signedFields.size() != 1) {
            return "";
        }
        List<Mailbox> authors = Addresses.parse(shown.getFirst(), 2);
        List<Mailbox> signed = Addresses.parse(signedFields.getFirst().value().strip(), 2);
        boolean same = authors.size() == 1
                && signed.size() == 1
                && authors.getFirst().address().equals(signed.getFirst().address());
        String domain = same ? authors.getFirst().domain().toLowerCase(Locale.ROOT) : "";
        return isPlain(domain) ? domain : "";
    }

    private Spf spf(Hop hop) {
        String result = new SPF(new DNSServiceXBillImpl(resolver))
                .checkSPF(hop.address(), hop.sender(), hop.helo())
                .getResult();
        String identity = hop.sender().isEmpty() ? hop.helo() : hop.sender();
        if (!isPlain(identity)) {
            return new Spf(result, "", "");
        }
        String domain = identity.substring(identity.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return new Spf(result, domain, (hop.sender().isEmpty() ? " smtp.helo=" : " smtp.mailfrom=") + identity);
    }

    private static String written(Signature signature) {
        boolean plain = isPlain(signature.domain()) && isPlain(signature.selector());
        return "dkim=" + signature.result()
                + (plain ? " header.d=" + signature.domain() + " header.s=" + signature.selector() : "");
    }

    private Optional<String> dmarc(String from, List<Signature> signatures, Optional<Spf> spf) {
        Policy policy = policy(from);
        if (policy.unanswered || policy.record.isEmpty()) {
            return Optional.empty();
        }
        DmarcRecord record = policy.record.get();
        boolean passes = signatures.stream()
                        .anyMatch(one -> one.result().equals("pass") && record.dkimAligned(one.domain(), from))
                || spf.stream().anyMatch(one -> one.result.equals("pass") && record.spfAligned(one.domain, from));
        return passes ? Optional.of("pass") : isUndecided(signatures, spf) ? Optional.empty() : Optional.of("fail");
    }

    /** Where the DNS did not answer, nothing is said: a mail is no forgery because a name server is down. */
    private static boolean isUndecided(List<Signature> signatures, Optional<Spf> spf) {
        return signatures.stream().anyMatch(one -> one.result().equals("temperror"))
                || spf.stream().anyMatch(one -> one.result.equals("temperror"));
    }

    /** From the domain itself upwards to the last but one label. */
    private Policy policy(String from) {
        String domain = from;
        for (int i = 0; i < LABELS_MAX && domain.indexOf('.') > 0; i++) {
            Policy found = policyAt(domain);
            if (found.unanswered || found.record.isPresent()) {
                return found;
            }
            domain = domain.substring(domain.indexOf('.') + 1);
        }
        return new Policy(Optional.empty(), false);
    }

    private Policy policyAt(String domain) {
        Texts texts = Texts.at("_dmarc." + domain, resolver);
        return new Policy(DmarcRecord.among(texts.records()), texts.unanswered());
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches();
    }
}
