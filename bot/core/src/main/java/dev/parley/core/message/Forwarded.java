package dev.parley.core.message;

import org.jspecify.annotations.Nullable;

/**
 * A mail within a mail, as whoever forwards it shows it: nobody has proven any of it.
 *
 * @param from its sender, with an address in lower case; null if no address can be read
 * @param subject its subject, or ""
 * @param text its words
 */
public record Forwarded(@Nullable Party from, String subject, String text) {}
