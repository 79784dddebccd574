package dev.parley.core.port;

import dev.parley.core.contract.ContractId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.MonthPlan;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans of months: a part of a transaction that holds the lock on the wallet of the customer's minutes. */
public interface Plans {
    /** Whose contract this is; empty if there is none. */
    Optional<CustomerId> customer(ContractId contract);

    /** The newest version for a month. */
    Optional<Kept> newest(ContractId contract, YearMonth month);

    /** The plan of this number. */
    Optional<Kept> find(String desk, long number);

    /** Keeps a new version; its number. */
    long keep(ContractId contract, MonthPlan plan, Actor by, Instant at);

    /** Keeps the customer's yes to a plan; false if it was agreed to before. */
    boolean agree(String desk, long number, Consent yes);

    /** Notes the ticket on which the {@code nth} task is done, from 0 on; once. */
    void link(TicketId ticket, long number, int nth);

    /**
     * A plan as it was kept.
     *
     * @param number one of its own at the desk, by which links name it
     * @param yes who agreed to it; null while nobody did
     * @param tickets by place of the task, from 0 on
     */
    record Kept(
            long number,
            ContractId contract,
            MonthPlan plan,
            @Nullable Consent yes,
            Map<Integer, Long> tickets) {
        public Kept {
            tickets = Map.copyOf(tickets);
        }
    }
}
