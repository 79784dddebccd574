package dev.parley.core.customer;

/** A site of one customer, by its number there. */
public record SiteId(CustomerId customer, long number) {}
