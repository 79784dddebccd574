package dev.parley.core.port;

import java.time.Instant;
import java.util.Optional;

/** Which account in a chat belongs to whom of the staff. Who may do what is said by {@link Staff} alone. */
public interface ChatPeople {
    /**
     * Where {@code login} gets mail, by which a chat knows them too; any case.
     *
     * @throws IllegalArgumentException if somebody else has it
     */
    void reachable(String desk, String login, String address, Customers.By by);

    /** Who has this mail address, in any case; also somebody dismissed. */
    Optional<String> byAddress(String desk, String address);

    /** Links {@code account}, such as {@code T1 U2}, to {@code login}, in place of whom it was linked to. */
    void link(String desk, String account, String login, Instant at);

    /** Whose account this is, if somebody linked it. */
    Optional<String> byAccount(String desk, String account);
}
