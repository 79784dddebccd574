package dev.parley.core.desk;

import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.ticket.Decision;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What would come of something staff are about to do, found by doing it and keeping nothing.
 *
 * @param messages what customers would get, word for word
 */
public record Preview(Decision decision, List<OutgoingMessage> messages) {
    private static final long NO_TICKET = 0;

    public Preview {
        messages = List.copyOf(messages);
    }

    /** Of {@code work}, which is a use case in the transaction it is given; empty if there is no such ticket. */
    public static Optional<Preview> of(Store store, Function<Transaction, Optional<Decision>> work) {
        Store.Rehearsal<Optional<Decision>> rehearsed = store.rehearse(work);
        return rehearsed.result().map(decision -> new Preview(decision, toCustomers(rehearsed.messages())));
    }

    private static List<OutgoingMessage> toCustomers(List<OutgoingMessage> messages) {
        return messages.stream()
                .filter(message -> message.ticket() != NO_TICKET)
                .toList();
    }
}
