package dev.parley.mail.auth;

import dev.parley.mail.auth.AuthResult.Verdict;
import dev.parley.mail.auth.SignedMail.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The chain of those who handed a mail on (RFC 8617). What a sealer found before the mail was changed on its way is
 * believed if the whole chain holds by our own check, and the operator trusts this sealer and every one after it.
 */
final class ArcCheck {
    private static final String SEAL = "arc-seal";
    private static final String SIGNATURE = "arc-message-signature";
    private static final String RESULTS = "arc-authentication-results";

    /** RFC 8617 section 4.2.1 allows 50; nobody hands on a mail that often. */
    private static final int SETS_MAX = 10;

    private static final Pattern INSTANCE = Pattern.compile("(?:^|;)\\s*i\\s*=\\s*(\\d{1,2})\\s*(?:;|$)");
    private static final Pattern PASSED_FOR =
            Pattern.compile("dmarc\\s*=\\s*pass\\b[^;]*?\\bheader\\.from\\s*=\\s*\"?([^\\s;\"]+)");

    private final SignatureCheck check;

    /** One sealer's fields. */
    private record Link(Field results, Field signature, Field seal, Tags signatureTags, Tags sealTags) {
        String sealer() {
            return SignatureCheck.domain(sealTags);
        }
    }

    ArcCheck(SignatureCheck check) {
        this.check = check;
    }

    /** The trusted sealer who saw that {@code fromDomain} was proven; empty if none did, or the chain broke. */
    Optional<String> vouches(SignedMail mail, String fromDomain, Set<String> sealers) {
        List<Link> chain = chain(mail);
        Optional<String> voucher = Optional.empty();
        for (Link link : chain.reversed()) {
            if (!sealers.contains(link.sealer())) {
                break;
            }
            if (saw(link.results, fromDomain)) {
                voucher = Optional.of(link.sealer());
                break;
            }
        }
        return voucher.filter(_ -> holds(mail, chain));
    }

    /** Whether the sealer's own results say so. */
    private static boolean saw(Field results, String fromDomain) {
        String field = results.value().replaceFirst("^[^;]*;", "");
        AuthResult found = AuthReader.result(field, fromDomain);
        if (found.verdict() != Verdict.PASS) {
            return false;
        }
        Matcher passed = PASSED_FOR.matcher(field.toLowerCase(Locale.ROOT));
        return found.dmarc().isEmpty() || (passed.find() && passed.group(1).equals(fromDomain));
    }

    /** From the first sealer to the last; empty if a field is missing, doubled, or out of its place. */
    private static List<Link> chain(SignedMail mail) {
        int sets = mail.all(SEAL).size();
        if (sets == 0
                || sets > SETS_MAX
                || mail.all(SIGNATURE).size() != sets
                || mail.all(RESULTS).size() != sets) {
            return List.of();
        }
        List<Link> chain = new ArrayList<>();
        for (int i = 1; i <= sets; i++) {
            Optional<Link> link = link(mail, i);
            if (link.isEmpty()) {
                return List.of();
            }
            chain.add(link.get());
        }
        return List.copyOf(chain);
    }

    private static Optional<Link> link(SignedMail mail, int i) {
        Optional<Field> results = field(mail, RESULTS, i);
        Optional<Field> signature = field(mail, SIGNATURE, i);
        Optional<Field> seal = field(mail, SEAL, i);
        Optional<Tags> signed = signature.flatMap(field -> Tags.of(field.value()));
        Optional<Tags> sealed = seal.flatMap(field -> Tags.of(field.value()));
        return results.isPresent() && signed.isPresent() && sealed.isPresent() && isRight(sealed.get(), i)
                ? Optional.of(new Link(
                        results.get(), signature.orElseThrow(), seal.orElseThrow(), signed.get(), sealed.get()))
                : Optional.empty();
    }

    /** What each sealer says of the chain before it; a seal names no fields, it is over all of them. */
    private static boolean isRight(Tags seal, int i) {
        return seal.word("cv", "").equals(i == 1 ? "none" : "pass") && !seal.has("h");
    }

    private static Optional<Field> field(SignedMail mail, String name, int i) {
        return mail.all(name).stream()
                .filter(field -> {
                    Matcher instance = INSTANCE.matcher(field.value());
                    return instance.find() && Integer.parseInt(instance.group(1)) == i;
                })
                .findFirst();
    }

    // ---- cryptography

    /** Whether all seals hold, whoever made them. */
    boolean holds(SignedMail mail) {
        List<Link> chain = chain(mail);
        return !chain.isEmpty() && holds(mail, chain);
    }

    private boolean holds(SignedMail mail, List<Link> chain) {
        Link last = chain.getLast();
        boolean sealedTheSeal =
                List.of(last.signatureTags.word("h", "").split(":", -1)).contains(SEAL);
        if (sealedTheSeal
                || !check.message(mail, last.signature, last.signatureTags).equals("pass")) {
            return false;
        }
        StringBuilder before = new StringBuilder();
        for (Link link : chain) {
            before.append(Canonical.field(link.results, true)).append("\r\n");
            before.append(Canonical.field(link.signature, true)).append("\r\n");
            String signed = before + Canonical.field(Canonical.unsigned(link.seal), true);
            if (!check.text(signed, link.sealTags).equals("pass")) {
                return false;
            }
            before.append(Canonical.field(link.seal, true)).append("\r\n");
        }
        return true;
    }
}
