package dev.parley.testkit.desk;

import dev.parley.core.money.Money;
import dev.parley.core.port.Payments;
import dev.parley.core.purchase.Checkout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A payment provider in memory: opens pages, notes what it is asked. */
final class CashDesk implements Payments {
    final List<Asked> asked = new ArrayList<>();
    final List<Money> returned = new ArrayList<>();

    @Override
    public Opened open(Asked page) {
        asked.add(page);
        String session = "cs_" + page.order().number() + "_" + page.nth();
        return new Opened.Page(new Checkout(
                page.nth(),
                session,
                "https://pay.example/" + session,
                page.order().orderedAt().plus(Duration.ofHours(24L * page.nth()))));
    }

    @Override
    public Returned giveBack(String payment, Money amount, String key) {
        returned.add(amount);
        return new Returned.Done();
    }
}
