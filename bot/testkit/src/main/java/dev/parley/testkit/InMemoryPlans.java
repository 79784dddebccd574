package dev.parley.testkit;

import dev.parley.core.contract.ContractId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.MonthPlan;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Plans;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Plans of months in memory. */
final class InMemoryPlans implements Plans {
    private final Memory memory;

    InMemoryPlans(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<CustomerId> customer(ContractId contract) {
        return memory.hours.find(contract).map(one -> one.contract().customer());
    }

    @Override
    public Optional<Kept> newest(ContractId contract, YearMonth month) {
        return memory.plans
                .rows()
                .filter(plan ->
                        plan.contract().equals(contract) && plan.plan().month().equals(month))
                .max(Comparator.comparingInt(plan -> plan.plan().version()));
    }

    @Override
    public Optional<Kept> find(String desk, long number) {
        return memory.plans.find(number).filter(plan -> plan.contract().desk().equals(desk));
    }

    @Override
    public long keep(ContractId contract, MonthPlan plan, Actor by, Instant at) {
        long number = memory.nextId();
        memory.plans.insert(number, new Kept(number, contract, plan, null, Map.of()));
        return number;
    }

    @Override
    public boolean agree(String desk, long number, Consent yes) {
        Kept old = memory.plans.get(number);
        if (old.yes() == null) {
            memory.plans.put(number, new Kept(number, old.contract(), old.plan(), yes, old.tickets()));
        }
        return old.yes() == null;
    }

    @Override
    public void link(TicketId ticket, long number, int nth) {
        Kept old = memory.plans.get(number);
        Map<Integer, Long> tickets = new HashMap<>(old.tickets());
        tickets.put(nth, ticket.number());
        memory.plans.put(number, new Kept(number, old.contract(), old.plan(), old.yes(), tickets));
    }
}
