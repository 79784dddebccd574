package dev.parley.mail.auth;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a domain asks of mail in its name (RFC 7489 section 6.3), as far as it decides whether a mail passes.
 *
 * @param strictDkim whether a signature of a related domain is not enough
 * @param strictSpf whether a sender of a related domain is not enough
 */
record DmarcRecord(boolean strictDkim, boolean strictSpf) {

    /** The record among the texts at {@code _dmarc.DOMAIN}; none if there is none or more than one. */
    static Optional<DmarcRecord> among(List<String> texts) {
        List<String> records = texts.stream()
                .filter(text -> text.strip().toLowerCase(Locale.ROOT).matches("v\\s*=\\s*dmarc1\\s*(;.*)?"))
                .toList();
        return records.size() == 1
                ? Optional.of(
                        new DmarcRecord(isStrict(records.getFirst(), "adkim"), isStrict(records.getFirst(), "aspf")))
                : Optional.empty();
    }

    private static boolean isStrict(String record, String tag) {
        for (String part : record.toLowerCase(Locale.ROOT).split(";", -1)) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2 && pair[0].strip().equals(tag)) {
                return pair[1].strip().equals("s");
            }
        }
        return false;
    }

    boolean dkimAligned(String domain, String fromDomain) {
        return strictDkim ? domain.equals(fromDomain) : Alignment.relaxed(domain, fromDomain);
    }

    boolean spfAligned(String domain, String fromDomain) {
        return strictSpf ? domain.equals(fromDomain) : Alignment.relaxed(domain, fromDomain);
    }
}
