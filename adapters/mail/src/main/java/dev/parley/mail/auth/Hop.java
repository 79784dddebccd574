package dev.parley.mail.auth;

/**
 * The connection a mail came by, for SPF (RFC 7208).
 *
 * @param address of the other server, as IPv4 or IPv6 literal
 * @param helo what it called itself, or ""
 * @param sender of the envelope, "" for a bounce
 */
public record Hop(String address, String helo, String sender) {}
