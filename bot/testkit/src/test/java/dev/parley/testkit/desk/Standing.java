package dev.parley.testkit.desk;

import static dev.parley.testkit.desk.Stage.ALICE;
import static dev.parley.testkit.desk.Stage.DESK;

import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.Contact;
import dev.parley.core.desk.AgreeAutomatic;
import dev.parley.core.desk.AgreeAutomatic.Wish;
import dev.parley.core.message.MessageKey;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.Orders;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.Payments.Opened;
import dev.parley.core.port.RawMessage;
import dev.parley.core.purchase.PaymentFact;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.purchase.StandingOrder;
import dev.parley.core.purchase.StandingOrder.Saved;
import dev.parley.core.purchase.StandingOrder.Terms;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Desks;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Agreements on automatic purchases, brought about and looked at. */
abstract class Standing {
    static final Currency USD = Currency.getInstance("USD");
    static final Wish WISH = new Wish(20, 50, 2, 5);
    static final Saved CARD = new Saved("cus_1", "pm_1");
    static final String WORDS = "I agree that 50 credits are bought below 20.";

    final Stage stage = new Stage();
    final AgreeAutomatic agree = stage.useCases.purchases().automatically().agree();
    private int events;

    StandingOrder on() {
        StandingOrder order = agreed(stage.alice);
        hear(new PaymentFact.MethodSaved(order.number(), CARD));
        return order;
    }

    StandingOrder agreed(Contact who) {
        return agreed(who, WISH);
    }

    StandingOrder agreed(Contact who, Wish wish) {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Hello."));
        return agree.agree(DESK, token(ticket, who), terms(wish), WORDS, stage.now())
                .orElseThrow();
    }

    Terms terms() {
        return terms(WISH);
    }

    Terms terms(Wish wish) {
        return ((Allowed<Terms>) agree.terms(DESK, wish)).value();
    }

    Opened save(StandingOrder order) {
        return stage.useCases.purchases().payOnline().save(order, "https://desk.example");
    }

    void spend(long amount) {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Please build it."));
        stage.assess(ticket, Desks.MODIFICATION, amount);
        OutgoingMessage quote = stage.sent().getLast();
        stage.receive(stage.reply(ALICE, quote, "yes"));
    }

    /** Looks at every standing order that is on. */
    void run() {
        stage.clock.advance(Duration.ofSeconds(20));
        int _ = stage.useCases
                .purchases()
                .automatically()
                .buy()
                .buyDue(stage.store.standingWork(), 10, Duration.ofMinutes(1), stage.now());
    }

    void hear(PaymentFact fact) {
        RawMessage raw = new RawMessage(
                DESK, new MessageKey("stripe", "evt_" + ++events), stage.now(), List.of(), new byte[] {1});
        int _ = stage.store.inbox().record(List.of(raw));
        Inbox.Claim claim = stage.claimAgain();
        stage.useCases.purchases().hear().hear(claim, fact, stage.now());
    }

    String token(TicketId ticket, Contact contact) {
        return stage.marks.buyToken(new Pointer(ticket, 0, contact.id().number()));
    }

    TicketId ticketOf(StandingOrder order) {
        return new TicketId(DESK, order.consent().ticket());
    }

    StandingOrder read(StandingOrder order) {
        return stage.store
                .transact(tx -> tx.orders().standing().find(DESK, order.number()))
                .orElseThrow();
    }

    Optional<StandingOrder> current() {
        return standing().stream().filter(StandingOrder::live).findFirst();
    }

    List<StandingOrder> standing() {
        return stage.store.transact(tx -> tx.orders().standing().of(stage.customer));
    }

    List<Purchase> orders() {
        return stage.store.transact(tx -> tx.orders().list(new Orders.Filter(DESK, null, false, Long.MAX_VALUE, 9)));
    }

    List<String> subjects() {
        return stage.sent().stream().map(OutgoingMessage::subject).toList();
    }

    List<String> notices() {
        return stage.store.tickets().notices(DESK, 20).stream()
                .map(unseen -> unseen.notice().what().name())
                .toList();
    }

    List<String> history(StandingOrder order) {
        return stage.store.tickets().audit(DESK, "standing order " + order.number(), 20).stream()
                .map(line -> line.what())
                .toList();
    }
}
