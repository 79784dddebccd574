package dev.parley.core.desk;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.money.Money;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.purchase.OrderState;
import dev.parley.core.purchase.Payment;
import dev.parley.core.purchase.PaymentFact;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.purchase.StandingOrder;
import java.time.Instant;

/**
 * Works on what the payment provider told, kept together with the mark that it is done. A fact about a payment that no
 * order has been paid by yet fails and is tried again: its order's own message may still be on the way.
 */
public final class HearPayment {
    private static final Actor DESK = new Actor.Desk();

    private final Store store;
    private final SettleOrder settle;
    private final LoseOrder lose;
    private final Automatically automatic;
    private final OrderNews news;

    /** What automatic purchases have to do with it. */
    record Automatically(BuyAutomatically buy, SwitchAutomatic switches) {}

    HearPayment(Store store, SettleOrder settle, LoseOrder lose, Automatically automatic, OrderNews news) {
        this.store = store;
        this.automatic = automatic;
        this.settle = settle;
        this.lose = lose;
        this.news = news;
    }

    /** Works on one fact of {@code claim}'s desk and finishes the claim. */
    public void hear(Inbox.Claim claim, PaymentFact fact, Instant now) {
        Boolean _ = store.transact(tx -> {
            hear(tx, claim.message().desk(), fact, now);
            tx.finish(claim, Transaction.Outcome.DONE, now);
            return true;
        });
    }

    private void hear(Transaction tx, String desk, PaymentFact fact, Instant now) {
        switch (fact) {
            case PaymentFact.Paid paid -> {
                Payment payment = new Payment(paid.how(), paid.payment());
                Purchase.Settlement _ = settle.settle(
                        tx, order(tx, desk, paid.order()), new SettleOrder.Receipt(payment, paid.amount()), DESK, now);
            }
            case PaymentFact.Pending pending ->
                note(tx, order(tx, desk, pending.order()), "payment pending", "the bank has not answered yet", now);
            case PaymentFact.Failed failed -> failed(tx, order(tx, desk, failed.order()), failed.why(), now);
            case PaymentFact.MethodSaved saved ->
                automatic.switches.saved(tx, standing(tx, desk, saved.standingOrder()), saved.saved(), now);
            case PaymentFact.GivenBack back -> givenBack(tx, order(tx, desk, back.order()), back, now);
            case PaymentFact.Disputed disputed -> disputed(tx, paidBy(tx, desk, disputed.payment()), disputed, now);
            case PaymentFact.DisputeEnded ended -> ended(tx, paidBy(tx, desk, ended.payment()), ended.lost(), now);
            case PaymentFact.Irrelevant _ -> {}
        }
    }

    private static Purchase order(Transaction tx, String desk, long number) {
        return tx.orders().find(desk, number).orElseThrow(() -> new IllegalStateException("no order " + number));
    }

    private static Purchase paidBy(Transaction tx, String desk, String payment) {
        return tx.orders()
                .byPayment(desk, payment)
                .orElseThrow(() -> new IllegalStateException("no order was paid by " + payment + " so far"));
    }

    private static StandingOrder standing(Transaction tx, String desk, long number) {
        return tx.orders()
                .standing()
                .find(desk, number)
                .orElseThrow(() -> new IllegalStateException("no standing order " + number));
    }

    private void failed(Transaction tx, Purchase purchase, String why, Instant now) {
        if (purchase.terms().automatic() > 0) {
            boolean _ = automatic.buy.failed(tx, purchase, why, now);
        } else {
            note(tx, purchase, "payment failed", why, now);
        }
    }

    private void note(Transaction tx, Purchase purchase, String what, String why, Instant now) {
        if (purchase.state() instanceof OrderState.Open) {
            news.audit(tx, purchase, new OrderNews.Line(DESK, what, "", why), now);
        }
    }

    /** Our own refunds say so, too; more than ours was given back past us, and the credits are still there. */
    private void givenBack(Transaction tx, Purchase purchase, PaymentFact.GivenBack back, Instant now) {
        Money ours = RefundOrder.worth(purchase);
        if (back.total().minor() > ours.minor() || !back.total().currency().equals(ours.currency())) {
            settle.odd(
                    tx,
                    purchase,
                    back.total() + " of " + back.payment() + " were given back at the provider, " + ours
                            + " of them for credits that were taken back here",
                    DESK,
                    now);
        }
    }

    private void disputed(Transaction tx, Purchase purchase, PaymentFact.Disputed disputed, Instant now) {
        String why = "the customer's bank disputes " + disputed.payment() + " (" + disputed.reason() + ")";
        if (disputed.taken()) {
            lose.block(tx, purchase, why, DESK, now);
        }
        settle.odd(tx, purchase, why + (disputed.taken() ? "; the wallet takes no new work" : ""), DESK, now);
    }

    private void ended(Transaction tx, Purchase purchase, boolean lost, Instant now) {
        if (!lost) {
            settle.odd(tx, purchase, "the dispute was won; open the wallet again if nothing else is open", DESK, now);
            return;
        }
        Ruling<Purchase> ruling = lose.within(tx, purchase, "the dispute was lost", DESK, now);
        switch (ruling) {
            case Allowed<Purchase> _ -> {}
            case Refused<Purchase> no -> settle.odd(tx, purchase, "a dispute was lost, but " + no.wrong(), DESK, now);
        }
    }
}
