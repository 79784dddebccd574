package dev.parley.core.customer;

/** A customer (company) of one desk, by its number. */
public record CustomerId(String desk, long number) {}
