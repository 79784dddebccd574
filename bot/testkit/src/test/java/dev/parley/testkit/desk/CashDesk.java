package dev.parley.testkit.desk;

import dev.parley.core.money.Money;
import dev.parley.core.port.Payments;
import dev.parley.core.purchase.Checkout;
import dev.parley.core.purchase.Order;
import dev.parley.core.purchase.StandingOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A payment provider in memory: opens pages, notes what it is asked. */
final class CashDesk implements Payments {
    final List<Asked> asked = new ArrayList<>();
    final List<Money> returned = new ArrayList<>();
    final List<SaveAsked> saved = new ArrayList<>();
    final Map<Long, Charged> charged = new ConcurrentHashMap<>();
    final Queue<Charged> answers = new ConcurrentLinkedQueue<>();
    int charges;

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
    public Opened save(SaveAsked asked) {
        saved.add(asked);
        String session = "cs_setup_" + asked.order().number();
        return new Opened.Page(new Checkout(
                1,
                session,
                "https://pay.example/" + session,
                asked.order().consent().at().plus(Duration.ofHours(24))));
    }

    /** Once for each order, as the provider does: the first answer is given again. */
    @Override
    public Charged charge(Order order, StandingOrder.Saved with, String title) {
        charges++;
        Charged next = answers.poll();
        if (next instanceof Charged.Later) {
            return next;
        }
        return charged.computeIfAbsent(
                order.number(),
                number -> next == null
                        ? new Charged.Paid("pi_saved_" + number, order.offer().price())
                        : next);
    }

    @Override
    public Returned giveBack(String payment, Money amount, String key) {
        returned.add(amount);
        return new Returned.Done();
    }
}
