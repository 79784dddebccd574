package dev.parley.testkit;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Orders;
import dev.parley.core.port.StandingOrders;
import dev.parley.core.purchase.Lot;
import dev.parley.core.purchase.OrderState;
import dev.parley.core.purchase.Payment;
import dev.parley.core.purchase.Purchase;
import dev.parley.testkit.Memory.Ordered;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders in memory. */
final class InMemoryOrders implements Orders {
    private final Memory memory;

    InMemoryOrders(Memory memory) {
        this.memory = memory;
    }

    @Override
    public long nextNumber(String desk) {
        return memory.nextId();
    }

    @Override
    public void create(Purchase purchase) {
        if (byKey(desk(purchase), purchase.terms().key()).isPresent()) {
            throw new IllegalStateException("an order was placed with " + purchase.terms());
        }
        memory.orders.insert(id(purchase), purchase);
    }

    @Override
    public void save(Purchase purchase) {
        Purchase old = memory.orders.get(id(purchase));
        if (!old.terms().equals(purchase.terms()) || !old.order().equals(purchase.order())) {
            throw new IllegalStateException(old + " was agreed and does not change");
        }
        memory.orders.put(id(purchase), purchase);
    }

    @Override
    public Optional<Purchase> find(String desk, long number) {
        return memory.orders.find(new Ordered(desk, number));
    }

    @Override
    public Optional<Purchase> byKey(String desk, String key) {
        return memory.orders
                .rows()
                .filter(p -> desk(p).equals(desk) && p.terms().key().equals(key))
                .findFirst();
    }

    @Override
    public Optional<Purchase> byPayment(String desk, String reference) {
        return memory.orders
                .rows()
                .filter(p -> desk(p).equals(desk) && isPaidBy(payment(p.state()), reference))
                .findFirst();
    }

    private static boolean isPaidBy(@Nullable Payment payment, String reference) {
        return payment != null
                && payment.how() != Payment.How.INVOICE
                && payment.reference().equals(reference);
    }

    private static @Nullable Payment payment(OrderState state) {
        return switch (state) {
            case OrderState.Open _ -> null;
            case OrderState.Cancelled _ -> null;
            case OrderState.Paid paid -> paid.payment();
            case OrderState.ChargedBack back -> back.paid().payment();
        };
    }

    @Override
    public Optional<Lot> bought(CustomerId customer) {
        return memory.paidLots
                .rows()
                .filter(lot -> lot.customer().equals(customer))
                .filter(lot ->
                        memory.unitsBack.find(customer.desk() + ' ' + lot.key()).orElse(0L) < lot.units())
                .findFirst();
    }

    @Override
    public List<Purchase> list(Filter filter) {
        CustomerId customer = filter.customer();
        return memory.orders
                .rows()
                .filter(p -> desk(p).equals(filter.desk()) && p.order().number() < filter.before())
                .filter(p -> customer == null || p.order().customer().equals(customer))
                .filter(p -> !filter.open() || p.state() instanceof OrderState.Open)
                .sorted(Comparator.comparingLong((Purchase p) -> p.order().number())
                        .reversed())
                .limit(filter.max())
                .toList();
    }

    @Override
    public TakenBack takeBack(String lot, long units, Booking booking) {
        String key = booking.desk() + ' ' + booking.key();
        Optional<TakenBack> before = memory.takenBack.find(key);
        if (before.isPresent()) {
            return before.get();
        }
        Lot bought = lot(booking.desk(), lot);
        long missing = memory.ledger.take(booking.desk(), lot, units, new LotLedger.Loss("REFUND_MONEY", booking.at()));
        if (missing > 0) {
            return new TakenBack.Lacking(missing);
        }
        String ofLot = booking.desk() + ' ' + lot;
        long earlier = memory.unitsBack.find(ofLot).orElse(0L);
        memory.unitsBack.put(ofLot, earlier + units);
        TakenBack done = new TakenBack.Done(bought.worth(earlier, units));
        memory.takenBack.put(key, done);
        return done;
    }

    private Lot lot(String desk, String key) {
        return memory.paidLots
                .find(desk + ' ' + key)
                .orElseThrow(() -> new IllegalArgumentException("there is no lot " + key));
    }

    @Override
    public void chargeBack(String lot, Booking booking) {
        memory.ledger.chargeBack(booking.desk(), lot, booking.at());
        memory.unitsBack.put(booking.desk() + ' ' + lot, Long.MAX_VALUE);
    }

    @Override
    public void block(WalletKey wallet, boolean blocked, Booking booking) {
        memory.ledger.block(wallet, blocked);
    }

    @Override
    public Optional<String> lastLot(WalletKey wallet) {
        return memory.ledger.lastLot(wallet);
    }

    @Override
    public StandingOrders standing() {
        return new InMemoryStandingOrders(memory);
    }

    @Override
    public boolean once(String desk, String key, Instant at) {
        boolean first = !memory.toldOnce.has(desk + ' ' + key);
        memory.toldOnce.put(desk + ' ' + key, at);
        return first;
    }

    private static String desk(Purchase purchase) {
        return purchase.order().customer().desk();
    }

    private static Ordered id(Purchase purchase) {
        return new Ordered(desk(purchase), purchase.order().number());
    }
}
