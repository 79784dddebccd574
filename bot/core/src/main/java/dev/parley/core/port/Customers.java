package dev.parley.core.port;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.Customer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.Site;
import dev.parley.core.customer.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who our customers are and who speaks for them. Every change is audited in its own transaction. */
public interface Customers {
    /** The most customers one {@link #list} gives. */
    int PAGE_MAX = 200;

    /** Makes a customer that staff vouch for. */
    CustomerId create(String desk, String name, By by);

    /** Names a provisional customer and so makes it a real one; a real one is only renamed. */
    void vouch(CustomerId customer, String name, By by);

    /**
     * Makes {@code person} a contact of {@code customer}. Somebody known only as a provisional customer moves over,
     * and their tickets too, as long as no quote was ever made on any of them.
     */
    Linked link(CustomerId customer, Person person, By by);

    /** Gives or takes the right to agree to charges, from {@code by.at()} on; the history is kept. */
    void approver(ContactId contact, boolean approver, By by);

    /** Adds a site of the customer, whose points are its own (P-14); {@code name} is what customers call it. */
    SiteId addSite(CustomerId customer, String name, By by);

    /** The customer's sites, by number. */
    List<Site> sites(CustomerId customer);

    /**
     * From {@code by.at()} on deadlines of the customer's new tickets are counted in this calendar of the desk file.
     *
     * @param calendar its name; "" for the desk's own hours again
     */
    void workBy(CustomerId customer, String calendar, By by);

    /** The calendar of the customer's new tickets; "" for the desk's own hours. */
    String calendar(CustomerId customer);

    /** Sets the standing pre-agreement for new tickets in units; null takes it away (C-14b). */
    void preAgree(CustomerId customer, @Nullable Long upTo, By by);

    /** The customer, if there is one. */
    Optional<Customer> find(CustomerId customer);

    /** Everybody who may write for the customer, by address. */
    List<Contact> contacts(CustomerId customer);

    /** Up to {@code max} customers by number, beginning after {@code after} (0: from the first). */
    List<Customer> list(String desk, long after, int max);

    /** Who makes a change, and when. */
    record By(Actor actor, Instant at) {}

    /** A person to link. {@code address} in any case; {@code name} "" if unknown. */
    record Person(String address, String name, Locale language) {}

    /** How linking ended. */
    sealed interface Linked {
        /** The person is a contact now, or was one of this customer already. */
        record Done(Contact contact) implements Linked {}

        /** The address belongs to {@code customer} and stays there. */
        record BelongsTo(CustomerId customer) implements Linked {}
    }
}
