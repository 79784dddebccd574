package dev.parley.core.customer;

/** A person of one desk's customers, by number. */
public record ContactId(String desk, long number) {}
