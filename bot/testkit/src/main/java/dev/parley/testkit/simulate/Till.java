package dev.parley.testkit.simulate;

import dev.parley.core.desk.Shop;
import dev.parley.core.money.Money;
import dev.parley.core.port.Payments;
import dev.parley.core.purchase.Checkout;
import dev.parley.core.purchase.LowBalance;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.OfferList;
import dev.parley.core.purchase.Order;
import dev.parley.core.purchase.StandingOrder;
import java.time.Duration;
import java.util.Currency;
import java.util.List;

/** A payment provider at which everything goes well, and what the desk sells by it. */
final class Till implements Payments {
    /** The sizes on sale. */
    static final List<Long> SIZES = List.of(25L, 50L, 100L);

    private static final Currency USD = Currency.getInstance("USD");
    private static final long LOW_BELOW = 20;

    static Shop shop() {
        List<Offer> offers = List.of(offer(25, 100_00), offer(50, 150_00), offer(100, 200_00));
        return Shop.of(new OfferList(offers), new LowBalance(LOW_BELOW), null);
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
        return new Opened.Never("nobody here buys automatically");
    }

    @Override
    public Charged charge(Order order, StandingOrder.Saved saved, String title) {
        return new Charged.Declined("nobody here buys automatically");
    }

    @Override
    public Returned giveBack(String payment, Money amount, String key) {
        return new Returned.Done();
    }
}
