package dev.parley.mail.auth;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom a desk believes about senders.
 *
 * @param authservId whose Authentication-Results (RFC 8601); "" if nobody's, and then nothing else is looked at
 * @param sealers the domains whose ARC seals (RFC 8617) are believed where handing a mail on has broken its proof
 */
public record Belief(String authservId, Set<String> sealers) {
    /** Nobody. */
    public static final Belief NONE = new Belief("", Set.of());

    public Belief {
        sealers = sealers.stream().map(one -> one.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** One server and no sealer. */
    public static Belief in(String authservId) {
        return new Belief(authservId, Set.of());
    }
}
