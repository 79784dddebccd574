package dev.parley.testkit;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.Invoice;
import dev.parley.core.hours.Span;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Demands;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of the work on demand is billed, in memory. */
final class InMemoryDemands implements Demands {
    private static final Set<String> CHARGES = Set.of("POST", "REFUND");

    private final Memory memory;

    InMemoryDemands(Memory memory) {
        this.memory = memory;
    }

    record Billed(CustomerId customer, Span span, String invoice) {
        boolean meets(CustomerId of, Span other) {
            return customer.equals(of)
                    && span.start().isBefore(other.end())
                    && other.start().isBefore(span.end());
        }
    }

    private Stream<CustomerId> customers(String desk) {
        return memory.customers
                .rows()
                .map(customer -> customer.id())
                .filter(id -> id.desk().equals(desk))
                .sorted(Comparator.comparingLong(CustomerId::number));
    }

    private Stream<Instant> charges(CustomerId customer) {
        return memory.ledger
                .movements(WalletKey.of(customer, Unit.DEMAND))
                .filter(moved -> CHARGES.contains(moved.kind()))
                .map(moved -> moved.at());
    }

    @Override
    public Optional<Instant> first(String desk) {
        return customers(desk).flatMap(this::charges).min(Comparator.naturalOrder());
    }

    @Override
    public List<CustomerId> customers(String desk, Span within) {
        return customers(desk)
                .filter(customer ->
                        charges(customer).anyMatch(at -> !at.isBefore(within.start()) && at.isBefore(within.end())))
                .toList();
    }

    @Override
    public List<Span> billed(CustomerId customer, Span within) {
        return memory.demandBilled
                .rows()
                .filter(billed -> billed.meets(customer, within))
                .map(Billed::span)
                .sorted(Comparator.comparing(Span::start))
                .toList();
    }

    @Override
    public void bill(CustomerId customer, Span span, String invoice) {
        if (!billed(customer, span).isEmpty()) {
            throw new IllegalStateException(span + " is on an invoice of " + customer + " already");
        }
        memory.demandBilled.insert(memory.nextId(), new Billed(customer, span, invoice));
    }

    @Override
    public boolean keep(CustomerId customer, Invoice invoice, Instant now) {
        Made made = new Made(customer, invoice, now);
        boolean fresh = find(customer, invoice.month()).isEmpty();
        if (fresh) {
            memory.demandInvoices.insert(memory.nextId(), made);
        }
        return fresh;
    }

    @Override
    public Optional<Made> find(CustomerId customer, YearMonth month) {
        return memory.demandInvoices
                .rows()
                .filter(made -> made.customer().equals(customer)
                        && made.invoice().month().equals(month))
                .findFirst();
    }

    @Override
    public List<Made> list(String desk, @Nullable CustomerId customer, int max) {
        return memory.demandInvoices
                .rows()
                .filter(made -> made.customer().desk().equals(desk))
                .filter(made -> customer == null || made.customer().equals(customer))
                .sorted(Comparator.comparing((Made made) -> made.invoice().month())
                        .reversed()
                        .thenComparingLong(made -> made.customer().number()))
                .limit(max)
                .toList();
    }
}
