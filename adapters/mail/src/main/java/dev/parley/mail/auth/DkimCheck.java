package dev.parley.mail.auth;

import dev.parley.mail.auth.SignedMail.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the signatures of a mail (RFC 6376, RFC 8463). */
final class DkimCheck {
    private static final String FIELD = "dkim-signature";
    private static final int SIGNATURES_MAX = 10;

    private final SignatureCheck check;

    /** One signature: its result in the words of RFC 8601, its domain and selector, or "" if they cannot be read. */
    record Signature(String result, String domain, String selector) {}

    DkimCheck(SignatureCheck check) {
        this.check = check;
    }

    List<Signature> signatures(SignedMail mail) {
        List<Field> fields = mail.all(FIELD);
        if (fields.size() > SIGNATURES_MAX) {
            return List.of(new Signature("policy", "", ""));
        }
        List<Signature> found = new ArrayList<>();
        for (Field field : fields) {
            Optional<Tags> tags =
                    Tags.of(field.value()).filter(one -> one.word("v", "").equals("1"));
            found.add(tags.map(one -> new Signature(
                            check.message(mail, field, one), SignatureCheck.domain(one), one.word("s", "")))
                    .orElseGet(() -> new Signature("permerror", "", "")));
        }
        return List.copyOf(found);
    }
}
