package dev.parley.mail.wire;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Message-ID a mail leaves the next hop with, where that gives it another one than ours: an answer may then name
 * that one alone (mail pitfall 13).
 */
final class ProviderIds {
    private static final Pattern BRACKETED = Pattern.compile("<([^<>\\s]{1,300}@[^<>\\s]{1,200})>");
    private static final Pattern SES = Pattern.compile("250 (?:2\\.0\\.0 )?Ok ([0-9a-f]{16}-[0-9a-f-]{20,60})");
    private static final Pattern SES_HOST =
            Pattern.compile("email-smtp(?:-fips)?\\.([a-z0-9-]{3,30})\\.amazonaws\\.com");

    private ProviderIds() {}

    /**
     * As the answer to the mail tells it, without angle brackets; "" where it tells none or ours.
     *
     * @param host of the server that answered
     */
    static String of(String answer, String host, String ours) {
        Matcher ses = SES.matcher(answer);
        Matcher at = SES_HOST.matcher(host.toLowerCase(Locale.ROOT));
        if (at.matches() && ses.lookingAt()) {
            String region = at.group(1).equals("us-east-1") ? "email" : at.group(1);
            return ses.group(1) + '@' + region + ".amazonses.com";
        }
        Matcher bracketed = BRACKETED.matcher(answer);
        return bracketed.find() && !bracketed.group(1).equals(ours) ? bracketed.group(1) : "";
    }
}
