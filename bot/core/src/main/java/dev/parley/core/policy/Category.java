package dev.parley.core.policy;

/**
 * One line of the price list.
 *
 * @param title what customers read, in the desk's default language
 * @param confirm true if a yes is needed first unless pre-agreed (C-16, C-18)
 * @param negotiable true if a counter-offer goes to a specialist (C-10)
 * @param preAgreeable true if an "I agree in advance" covers it up to the cap (C-14a)
 */
public record Category(
        CategoryKey key, String title, PriceRule price, boolean confirm, boolean negotiable, boolean preAgreeable) {}
