package dev.parley.core.customer;

/**
 * A site of a customer, such as one newspaper of a publisher. Points are granted and used for each by itself (P-14).
 *
 * @param name what customers call it, e.g. its domain
 */
public record Site(SiteId id, String name) {}
