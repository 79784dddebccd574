package dev.parley.mail.kind;

import java.util.Set;

/**
 * What is ours, in lower case.
 *
 * @param addresses our mailboxes and aliases: mail from them is our own
 * @param messageIdDomains domains that only our Message-IDs carry
 * @param lists List-Ids of lists that are our own front door; their mails count as written by people
 */
public record KindSettings(Set<String> addresses, Set<String> messageIdDomains, Set<String> lists) {}
