package dev.parley.testkit.simulate;

import dev.parley.core.desk.Shop;
import dev.parley.core.money.Money;
import dev.parley.core.port.Payments;
import dev.parley.core.purchase.AutomaticLimits;
import dev.parley.core.purchase.Checkout;
import dev.parley.core.purchase.LowBalance;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.OfferList;
import dev.parley.core.purchase.Order;
import dev.parley.core.purchase.StandingOrder;
import java.time.Duration;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A payment provider, and what the desk sells by it. Pages always open. By the order's number some charges fail, some
 * wait for the bank, some are not answered at first. Each order is charged once, however often it is asked for.
 */
final class Till implements Payments {
    /** The sizes on sale. */
    static final List<Long> SIZES = List.of(25L, 50L, 100L);

    /** The most automatic purchases there may be. */
    static final AutomaticLimits LIMITS = new AutomaticLimits(2, 4);

    private static final Currency USD = Currency.getInstance("USD");
    private static final long LOW_BELOW = 20;

    private final Map<Long, Charged> answers = new LinkedHashMap<>();
    private final Set<Long> asked = new HashSet<>();

    static Shop shop() {
        List<Offer> offers = List.of(offer(25, 100_00), offer(50, 150_00), offer(100, 200_00));
        return Shop.of(new OfferList(offers), new LowBalance(LOW_BELOW), LIMITS);
    }

    private static Offer offer(long units, long cents) {
        return new Offer(units, new Money(USD, cents));
    }

    @Override
    public Opened open(Asked page) {
        String session = "cs_" + page.order().number() + "_" + page.nth();
        return new Opened.Page(new Checkout(
                page.nth(),
                session,
                "https://pay.example/" + session,
                page.order().orderedAt().plus(Duration.ofHours(24L * page.nth()))));
    }

    @Override
    public Opened save(SaveAsked page) {
        String session = "cs_setup_" + page.order().number();
        return new Opened.Page(new Checkout(
                1,
                session,
                "https://pay.example/" + session,
                page.order().consent().at().plus(Duration.ofHours(24))));
    }

    @Override
    public Charged charge(Order order, StandingOrder.Saved saved, String title) {
        if (asked.add(order.number()) && order.number() % 4 == 0) {
            return new Charged.Later("no connection");
        }
        return answers.computeIfAbsent(order.number(), number -> switch ((int) (number % 7)) {
            case 3 -> new Charged.Declined("the card was declined");
            case 5 -> new Charged.Pending();
            default -> taken(order);
        });
    }

    private static Charged taken(Order order) {
        return new Charged.Paid("pi_" + order.number(), order.offer().price());
    }

    /** Orders the bank has not answered for. */
    List<Long> pending() {
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue() instanceof Charged.Pending)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The bank answers for an order that is pending. */
    void answers(Order order, boolean yes) {
        answers.put(order.number(), yes ? taken(order) : new Charged.Declined("the bank said no"));
    }

    /** Whether the price of an order was taken. */
    boolean took(long order) {
        return answers.get(order) instanceof Charged.Paid;
    }

    @Override
    public Returned giveBack(String payment, Money amount, String key) {
        return new Returned.Done();
    }
}
