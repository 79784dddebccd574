package dev.parley.testkit;

import dev.parley.core.contract.ContractId;
import dev.parley.core.quote.OverageOf;
import dev.parley.core.ticket.Posting;
import dev.parley.core.ticket.TicketId;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Minutes over packages that were agreed to, in memory. */
final class InMemoryOverage {
    private final Memory memory;

    InMemoryOverage(Memory memory) {
        this.memory = memory;
    }

    void keep(TicketId ticket, Posting posting) {
        if (posting instanceof Posting.AllowOverage allow) {
            allow(ticket, allow);
        }
    }

    private void allow(TicketId ticket, Posting.AllowOverage allow) {
        OverageOf over = Objects.requireNonNull(allow.quote().over());
        Memory.Yes yes = new Memory.Yes(
                new ContractId(ticket.desk(), over.contract()),
                over.month(),
                allow.quote().amount(),
                allow.evidence().message().toString(),
                ticket);
        memory.yeses.insert(memory.nextId(), yes);
    }

    long mayGoOver(ContractId contract, YearMonth month, TicketId ticket) {
        Map<TicketId, Long> over = new HashMap<>();
        memory.entries
                .rows()
                .filter(entered -> entered.ticket().desk().equals(contract.desk()))
                .filter(entered -> entered.line().corrected() == null)
                .forEach(entered -> entered.line().parts().stream()
                        .filter(part -> contract.number().equals(part.contract()) && month.equals(part.month()))
                        .forEach(part -> over.merge(entered.ticket(), part.over(), Long::sum)));
        long beyond = over.entrySet().stream()
                .mapToLong(one -> Math.max(0, one.getValue() - yeses(contract, month, one.getKey())))
                .sum();
        long own = yeses(contract, month, ticket) - over.getOrDefault(ticket, 0L);
        return Math.max(0, own) + Math.max(0, yeses(contract, month, null) - beyond);
    }

    private long yeses(ContractId contract, YearMonth month, @Nullable TicketId ticket) {
        return memory.yeses
                .rows()
                .filter(yes -> yes.contract().equals(contract) && yes.month().equals(month))
                .filter(yes -> Objects.equals(yes.ticket(), ticket))
                .mapToLong(Memory.Yes::minutes)
                .sum();
    }
}
