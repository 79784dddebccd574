package dev.parley.core.customer;

import java.util.Locale;

/**
 * A person who may write for a customer.
 *
 * @param address the mail address, lower case
 * @param name what to call the person; the address where no name is known
 * @param approver true if the person may agree to charges now
 * @param language the language Parley writes to this person in
 */
public record Contact(
        ContactId id, CustomerId customer, String address, String name, boolean approver, Locale language) {}
