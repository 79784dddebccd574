package dev.parley.core.message;

/** A sender or recipient: display name ("" if none) and lower-case address. */
public record Party(String name, String address) {}
