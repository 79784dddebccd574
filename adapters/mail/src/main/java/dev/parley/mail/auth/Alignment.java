package dev.parley.mail.auth;

/** Whether a proven domain speaks for the domain in From (RFC 7489 section 3.1). */
final class Alignment {
    private Alignment() {}

    /**
     * Relaxed, and without a list of public suffixes: one domain is the other or lies below it. Two sisters below one
     * organisation are not recognised, which errs on the safe side.
     */
    static boolean relaxed(String domain, String fromDomain) {
        if (domain.isEmpty() || fromDomain.isEmpty() || domain.indexOf('.') < 0) {
            return false;
        }
        return domain.equals(fromDomain) || fromDomain.endsWith("." + domain) || domain.endsWith("." + fromDomain);
    }
}
