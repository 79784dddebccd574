package dev.parley.testkit;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.port.StandingOrders;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.purchase.StandingOrder;
import dev.parley.testkit.Memory.Ordered;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Agreements on automatic purchases in memory. */
final class InMemoryStandingOrders implements StandingOrders {
    private final Memory memory;

    InMemoryStandingOrders(Memory memory) {
        this.memory = memory;
    }

    @Override
    public long nextNumber(String desk) {
        return memory.nextId();
    }

    @Override
    public void create(StandingOrder order) {
        memory.standing.insert(id(order), order);
    }

    @Override
    public void save(StandingOrder order) {
        StandingOrder old = memory.standing.get(id(order));
        if (!old.terms().equals(order.terms()) || !old.consent().equals(order.consent())) {
            throw new IllegalStateException(old + " was agreed and does not change");
        }
        if (order.live()
                && of(order.customer()).stream().anyMatch(each -> each.live() && each.number() != order.number())) {
            throw new IllegalStateException(order.customer() + " has a live standing order");
        }
        memory.standing.put(id(order), order);
    }

    @Override
    public Optional<StandingOrder> find(String desk, long number) {
        return memory.standing.find(new Ordered(desk, number));
    }

    @Override
    public List<StandingOrder> of(CustomerId customer) {
        return newest(memory.standing.rows().filter(order -> order.customer().equals(customer)));
    }

    @Override
    public List<StandingOrder> list(String desk) {
        return newest(
                memory.standing.rows().filter(order -> order.customer().desk().equals(desk) && order.live()));
    }

    private static List<StandingOrder> newest(Stream<StandingOrder> orders) {
        return orders.sorted(Comparator.comparingLong(StandingOrder::number).reversed())
                .limit(PAGE_MAX)
                .toList();
    }

    @Override
    public List<Purchase> automatic(CustomerId customer, int max) {
        return memory.orders
                .rows()
                .filter(p -> p.order().customer().equals(customer) && p.terms().automatic() > 0)
                .sorted(Comparator.comparingInt((Purchase p) -> p.terms().automatic())
                        .reversed())
                .limit(max)
                .toList();
    }

    private static Ordered id(StandingOrder order) {
        return new Ordered(order.customer().desk(), order.number());
    }
}
