package dev.parley.mail.mime;

/**
 * One header field as it stood in the mail: unfolded, bytes above 127 already turned into characters, encoded words
 * still encoded.
 */
public record HeaderField(String name, String value) {}
