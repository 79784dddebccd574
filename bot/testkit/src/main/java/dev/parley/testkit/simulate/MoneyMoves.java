package dev.parley.testkit.simulate;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.desk.LoseOrder.Because;
import dev.parley.core.desk.PlaceOrder.Wish;
import dev.parley.core.desk.RefundOrder.Refund;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Orders;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.purchase.Payment;
import dev.parley.core.purchase.Payment.How;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.purchase.Purchase.Settlement;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Credits come and go: gifts, orders, payments that come twice, refunds, charge-backs. Remembers what came in all. */
final class MoneyMoves {
    private static final String DESK = Vendor.PRO_SUPPORT.desk;
    private static final int OWN_KEYS = 40;

    private final Town town;
    private final Tally tally;
    private final Map<CustomerId, Long> paidIn = new HashMap<>();
    private final Set<CustomerId> lost = new HashSet<>();

    MoneyMoves(Town town, Tally tally) {
        this.town = town;
        this.tally = tally;
    }

    /** All that this customer was ever granted but automatically, less what was taken back for money. */
    long paidIn(CustomerId customer) {
        return paidIn.getOrDefault(customer, 0L);
    }

    /** Whether a purchase of this customer was ever charged back. */
    boolean lost(CustomerId customer) {
        return lost.contains(customer);
    }

    String happens(Move move) {
        List<Contact> people =
                town.people.stream().filter(who -> who.id().desk().equals(DESK)).toList();
        if (people.isEmpty()) {
            return "nobody buys anything here";
        }
        Contact who = Move.pick(people, move.which());
        return switch (move.how() % 12) {
            case 0, 1, 2 -> given(who, move);
            case 3, 4 -> orders(who, move);
            case 5, 6, 7 -> order(move).map(order -> pays(order, move)).orElse("nothing to pay");
            case 8 -> order(move).map(this::cancels).orElse("nothing to cancel");
            case 9 -> order(move).map(order -> takesBack(order, move)).orElse("nothing to take back");
            case 10 -> order(move).map(this::loses).orElse("nothing to lose");
            default -> opens(who);
        };
    }

    private String given(Contact who, Move move) {
        long amount = 5L + move.which() % 45;
        WalletKey wallet = WalletKey.of(who.customer(), Unit.CREDIT);
        int waiting = waiting(wallet);
        // The same source always with the same amount and wallet: others are refused, which other tests see.
        String source = "gift-" + who.customer().number() + "-" + amount + "-" + move.how() % OWN_KEYS;
        boolean fresh = town.useCases.payIn().payIn(new Grant(wallet, amount, source, 0, Town.AGENT, now()));
        if (fresh) {
            came(who.customer(), amount, waiting);
        }
        return who.address() + (fresh ? " gets " : " had got ") + amount;
    }

    private void came(CustomerId customer, long units, int waiting) {
        paidIn.merge(customer, units, Long::sum);
        if (waiting > 1) {
            tally.saw("T57");
        }
    }

    private int waiting(WalletKey wallet) {
        return town.ports.store().transact(tx -> tx.waitingForFunds(wallet)).size();
    }

    private String orders(Contact who, Move move) {
        How how = move.which() % 2 == 0 ? How.INVOICE : How.CHECKOUT;
        String key = move.how() % 5 == 0 ? "po-" + who.customer().number() + "-" + move.which() % OWN_KEYS : "";
        Wish wish = new Wish(who.customer(), Move.pick(Till.SIZES, move.how() / 12), how, key);
        return who.address() + " orders: " + town.useCases.purchases().place().place(wish, Town.AGENT, now());
    }

    private Optional<Purchase> order(Move move) {
        Orders.Filter all = new Orders.Filter(DESK, null, false, Long.MAX_VALUE, Orders.PAGE_MAX);
        List<Purchase> orders = town.ports.store().transact(tx -> tx.orders().list(all));
        return orders.isEmpty() ? Optional.empty() : Optional.of(Move.pick(orders, move.which() / 12));
    }

    private String pays(Purchase order, Move move) {
        long number = order.order().number();
        CustomerId customer = order.order().customer();
        Payment payment = new Payment(How.INVOICE, "transfer " + number + (move.which() % 7 == 0 ? " again" : ""));
        int waiting = waiting(WalletKey.of(customer, Unit.CREDIT));
        Optional<Settlement> settled =
                town.useCases.purchases().settle().paid(DESK, number, payment, Town.AGENT, now());
        if (settled.orElseThrow() instanceof Settlement.Settled && order.terms().automatic() == 0) {
            came(customer, order.order().offer().units(), waiting);
        }
        return "order " + number + " is paid: " + settled;
    }

    private String cancels(Purchase order) {
        long number = order.order().number();
        return "order " + number + " is cancelled: "
                + town.useCases.purchases().settle().cancel(DESK, number, Town.AGENT, now());
    }

    private String takesBack(Purchase order, Move move) {
        long number = order.order().number();
        Optional<Ruling<Refund>> refund =
                town.useCases.purchases().refund().refund(DESK, number, 1L + move.which() % 25, because(), now());
        if (refund.orElseThrow() instanceof Allowed<Refund>(var done)) {
            paidIn.merge(order.order().customer(), -done.units(), Long::sum);
        }
        return "order " + number + " is refunded: " + refund;
    }

    private String loses(Purchase order) {
        long number = order.order().number();
        lost.add(order.order().customer());
        return "order " + number + " is charged back: "
                + town.useCases.purchases().lose().lose(DESK, number, because(), now());
    }

    private String opens(Contact who) {
        town.useCases.purchases().lose().unblock(who.customer(), because(), now());
        return "the wallet of " + who.customer().number() + " is open";
    }

    private static Because because() {
        return new Because(Town.AGENT, "so");
    }

    private Instant now() {
        return town.now();
    }
}
