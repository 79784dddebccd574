package dev.parley.mail.read;

import dev.parley.mail.mime.Limits;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What reading mail needs to know.
 *
 * @param ownAddresses our mailboxes and aliases; mail from them is our own and decides nothing
 * @param ownMessageIdDomains domains of the Message-IDs we write
 * @param ownLists List-Ids of lists that only forward to us; their mails count as written by people
 * @param authServers authserv-ids of receiving servers whose Authentication-Results we believe (RFC 8601)
 * @param limits what one mail may cost
 */
public record MailReadSettings(
        Set<String> ownAddresses,
        Set<String> ownMessageIdDomains,
        Set<String> ownLists,
        Set<String> authServers,
        Limits limits) {

    /** Nothing is ours and nobody is trusted. */
    public static final MailReadSettings DEFAULT =
            new MailReadSettings(Set.of(), Set.of(), Set.of(), Set.of(), Limits.DEFAULT);

    /** Names are compared in lower case. */
    public MailReadSettings {
        ownAddresses = lower(ownAddresses);
        ownMessageIdDomains = lower(ownMessageIdDomains);
        ownLists = lower(ownLists);
        authServers = lower(authServers);
    }

    private static Set<String> lower(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
