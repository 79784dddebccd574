package dev.parley.testkit.desk;

import static dev.parley.testkit.desk.Stage.AGENT;
import static dev.parley.testkit.desk.Stage.ALICE;
import static dev.parley.testkit.desk.Stage.DESK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.Contact;
import dev.parley.core.desk.BuyByLink.Choice;
import dev.parley.core.desk.BuyByLink.View;
import dev.parley.core.desk.LoseOrder.Because;
import dev.parley.core.desk.RefundOrder.Refund;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.message.MessageKey;
import dev.parley.core.money.Money;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.Orders;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.Payments.Opened;
import dev.parley.core.port.RawMessage;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.Payment.How;
import dev.parley.core.purchase.PaymentFact;
import dev.parley.core.purchase.Purchase;
import dev.parley.core.purchase.Purchase.Status;
import dev.parley.core.ticket.Speaker;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Desks;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the mail that says credits are missing to having them, and what a payment provider may tell in any order. */
class BuyingOnlineTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final Because BECAUSE = new Because(AGENT, "they asked for it");

    private final Stage stage = new Stage();
    private int events;

    // ---- the link

    @Test
    void c27TheMailThatSaysWhatIsMissingHasALinkOfItsReader() {
        TicketId ticket = agreedShort(120);
        String token = token(ticket, stage.alice);
        assertThat(stage.sentOne().text()).contains("top_up=https://desk.example/buy/" + DESK + "/" + token + ",");
    }

    @Test
    void pitfall39TheLinkShowsThePackagesThatBringWhatIsMissingAndBuysNothing() {
        TicketId ticket = agreedShort(140);
        View view = look(ticket, stage.alice);
        assertThat(view.missing()).isEqualTo(40);
        assertThat(view.offers()).extracting(Offer::units).containsExactly(50L, 100L, 200L, 500L);
        assertThat(view.mayBuy()).isTrue();
        assertThat(orders()).isEmpty();
    }

    @Test
    void twoClicksOnTheButtonOrderOnceAndGoToTheSamePage() {
        TicketId ticket = agreedShort(140);
        Purchase first = ordered(ticket, stage.alice, 50, How.CHECKOUT);
        Opened page = open(first);
        Purchase second = ordered(ticket, stage.alice, 50, How.CHECKOUT);
        assertThat(second.order()).isEqualTo(first.order());
        assertThat(open(second)).isEqualTo(page);
        assertThat(stage.cash.asked).hasSize(1);
        assertThat(orders()).hasSize(1);
    }

    @Test
    void aPageWhoseTimeIsOverIsFollowedByAnotherOne() {
        TicketId ticket = agreedShort(140);
        Purchase order = ordered(ticket, stage.alice, 50, How.INVOICE);
        open(order);
        stage.clock.advance(Duration.ofHours(24));
        open(read(order));
        assertThat(stage.cash.asked).extracting(asked -> asked.nth()).containsExactly(1, 2);
    }

    @Test
    void onlyApproversBuyAndOthersSeeWhoCan() {
        TicketId ticket = agreedShort(140);
        Contact bob = stage.contact("bob@customer.example", "Bob", false);
        View view = look(ticket, bob);
        assertThat(view.mayBuy()).isFalse();
        assertThat(view.approvers()).extracting(Contact::address).containsExactly(ALICE);
        assertThat(order(ticket, bob, 50, How.CHECKOUT)).isInstanceOf(Refused.class);
        assertThat(orders()).isEmpty();
    }

    @Test
    void anotherTokenShowsAndBuysNothing() {
        TicketId ticket = agreedShort(140);
        var link = stage.useCases.purchases().byLink();
        String token = token(ticket, stage.alice);
        String decision = stage.marks.decisionToken(pointer(ticket, stage.alice));
        for (String wrong : List.of(token + "x", "", decision, token.replaceFirst("^\\d+", "9999"))) {
            assertThat(link.look(DESK, wrong, stage.now())).isEmpty();
            assertThat(link.order(DESK, wrong, new Choice(50, How.INVOICE), stage.now()))
                    .isEmpty();
        }
        assertThat(link.look(Desks.SALES, token, stage.now())).isEmpty();
        assertThat(orders()).isEmpty();
    }

    // ---- running low

    @Test
    void aLowBalanceIsToldOnceAfterEachPurchaseWithTheLinkOfItsReader() {
        TicketId first = agreed(81);
        OutgoingMessage told = lowBalance().getFirst();
        assertThat(told.text()).contains("available=19", "limit=20", "top_up=https://desk.example/buy/" + DESK);
        stage.useCases.actOnTicket().act(first, new TicketEvent.CancelRequested(speaker()), AGENT, stage.now());
        agreed(90);
        assertThat(lowBalance()).isEmpty();
        paid(50);
        agreed(45);
        assertThat(lowBalance()).hasSize(1);
    }

    @Test
    void aBalanceAtTheLimitIsNotLow() {
        agreed(80);
        assertThat(lowBalance()).isEmpty();
    }

    private List<OutgoingMessage> lowBalance() {
        return stage.sent().stream()
                .filter(message -> message.subject().equals("LOW_BALANCE"))
                .toList();
    }

    private Speaker speaker() {
        return new Speaker.Approver(stage.alice.id(), "Alice");
    }

    // ---- what the provider tells

    @Test
    void t55PaidOnlineTheWorkGoesOnOnceHoweverOftenItIsTold() {
        TicketId ticket = agreedShort(140);
        Purchase order = ordered(ticket, stage.alice, 50, How.CHECKOUT);
        PaymentFact paid = new PaymentFact.Paid(order.order().number(), How.CHECKOUT, "pi_1", new Money(USD, 150_00));
        hear(paid);
        hear(paid);
        hear(new PaymentFact.Failed(order.order().number(), "late"));
        assertThat(state(ticket)).isEqualTo(StateName.WORKING);
        assertThat(stage.balance()).isEqualTo(150);
        assertThat(read(order).status(stage.now())).isEqualTo(Status.PAID);
        assertThat(stage.sentToStaff()).isEmpty();
    }

    @Test
    void anotherAmountOrCurrencyThanThePriceGrantsNothingAndAPersonSeesIt() {
        Purchase order = ordered(agreedShort(140), stage.alice, 50, How.CHECKOUT);
        stage.sent();
        hear(new PaymentFact.Paid(order.order().number(), How.CHECKOUT, "pi_1", new Money(USD, 149_99)));
        hear(new PaymentFact.Paid(
                order.order().number(), How.CHECKOUT, "pi_1", new Money(Currency.getInstance("EUR"), 150_00)));
        assertThat(stage.balance()).isEqualTo(100);
        assertThat(read(order).status(stage.now())).isEqualTo(Status.OPEN);
        assertThat(stage.sentToStaff()).extracting(OutgoingMessage::subject).containsExactly("STAFF_PAYMENT");
    }

    @Test
    void whatIsPendingFailedOrLeftGrantsNothing() {
        Purchase order = ordered(agreedShort(140), stage.alice, 50, How.CHECKOUT);
        long number = order.order().number();
        hear(new PaymentFact.Pending(number));
        hear(new PaymentFact.Failed(number, "the bank did not pay"));
        hear(new PaymentFact.Irrelevant("invoice.created"));
        assertThat(stage.balance()).isEqualTo(100);
        hear(new PaymentFact.Paid(number, How.CHECKOUT, "pi_1", new Money(USD, 150_00)));
        assertThat(stage.balance()).isEqualTo(150);
    }

    @Test
    void aFactAboutAPaymentNobodyKnowsYetIsTriedAgain() {
        PaymentFact early = new PaymentFact.Disputed("pi_1", "fraudulent", true);
        assertThatThrownBy(() -> hear(early)).hasMessageContaining("pi_1");
        Purchase order = ordered(agreedShort(140), stage.alice, 50, How.CHECKOUT);
        hear(new PaymentFact.Paid(order.order().number(), How.CHECKOUT, "pi_1", new Money(USD, 150_00)));
        hear(early);
        assertThat(funds().blocked()).isTrue();
    }

    @Test
    void t99ALostDisputeVoidsWhatIsUnspentBlocksAndIsShownOnEveryOpenTicket() {
        TicketId ticket = agreedShort(140);
        Purchase order = ordered(ticket, stage.alice, 50, How.CHECKOUT);
        hear(new PaymentFact.Paid(order.order().number(), How.CHECKOUT, "pi_1", new Money(USD, 150_00)));
        hear(new PaymentFact.Disputed("pi_1", "fraudulent", true));
        stage.sent();
        PaymentFact lost = new PaymentFact.DisputeEnded("pi_1", true);
        hear(lost);
        hear(lost);
        assertThat(read(order).status(stage.now())).isEqualTo(Status.CHARGED_BACK);
        assertThat(funds().blocked()).isTrue();
        assertThat(stage.balance()).isEqualTo(140);
        assertThat(stage.held()).isEqualTo(140);
        assertThat(notices()).contains("STAFF_CHARGED_BACK");
        assertThat(stage.sent()).extracting(OutgoingMessage::subject).containsExactly("PAYMENT_CHARGED_BACK");
    }

    @Test
    void t99AfterTheSettlementBillingOpensTheWalletAndWhatWaitedGoesOn() {
        Purchase order = ordered(agreedShort(140), stage.alice, 500, How.CHECKOUT);
        hear(new PaymentFact.Paid(order.order().number(), How.CHECKOUT, "pi_1", new Money(USD, 500_00)));
        hear(new PaymentFact.Disputed("pi_1", "fraudulent", true));
        TicketId waiting = stage.opened(stage.mail(ALICE, "And this, please."));
        stage.assess(waiting, Desks.QUESTION, 5);
        assertThat(state(waiting)).isEqualTo(StateName.FUNDING);
        hear(new PaymentFact.DisputeEnded("pi_1", false));
        assertThat(funds().blocked()).isTrue();
        stage.useCases.purchases().lose().unblock(stage.customer, BECAUSE, stage.now());
        assertThat(funds().blocked()).isFalse();
        assertThat(state(waiting)).isEqualTo(StateName.WORKING);
    }

    @Test
    void aMereInquiryOfTheBankBlocksNothing() {
        Purchase order = paid(50);
        hear(new PaymentFact.Disputed("pi_1", "inquiry", false));
        assertThat(funds().blocked()).isFalse();
        assertThat(read(order).status(stage.now())).isEqualTo(Status.PAID);
        assertThat(notices()).contains("STAFF_PAYMENT");
    }

    // ---- refunds

    @Test
    void c30UnspentCreditsGoBackForTheirShareOfThePrice() {
        Purchase order = paid(50);
        Refund refund = refunded(order, 20);
        assertThat(refund.worth()).isEqualTo(new Money(USD, 60_00));
        assertThat(stage.balance()).isEqualTo(130);
        assertThat(stage.useCases.purchases().payOnline().giveBack(refund, stage.now()))
                .isPresent();
        assertThat(stage.cash.returned).containsExactly(new Money(USD, 60_00));
        hear(new PaymentFact.GivenBack(order.order().number(), "pi_1", new Money(USD, 60_00)));
        assertThat(notices()).doesNotContain("STAFF_PAYMENT");
        assertThat(stage.sent()).extracting(OutgoingMessage::subject).contains("MONEY_BACK");
        refunded(read(order), 30);
        assertThat(read(order).status(stage.now())).isEqualTo(Status.REFUNDED);
        assertThat(stage.balance()).isEqualTo(100);
    }

    @Test
    void c30SpentCreditsAreNotGivenBack() {
        Purchase order = paid(50);
        agreed(145);
        assertThat(refund(order, 6)).isInstanceOf(Refused.class);
        assertThat(refund(order, 51)).isInstanceOf(Refused.class);
        assertThat(refund(order, 0)).isInstanceOf(Refused.class);
        assertThat(stage.balance()).isEqualTo(150);
    }

    @Test
    void moneyGivenBackPastUsIsShownToStaff() {
        Purchase order = paid(50);
        hear(new PaymentFact.GivenBack(order.order().number(), "pi_1", new Money(USD, 150_00)));
        assertThat(notices()).contains("STAFF_PAYMENT");
        assertThat(stage.balance()).isEqualTo(150);
    }

    // ---- how it is done

    private Purchase paid(long units) {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Hello."));
        Purchase order = ordered(ticket, stage.alice, units, How.CHECKOUT);
        hear(new PaymentFact.Paid(
                order.order().number(),
                How.CHECKOUT,
                "pi_1",
                order.order().offer().price()));
        stage.sent();
        return read(order);
    }

    private Refund refunded(Purchase order, long units) {
        return ((Allowed<Refund>) refund(order, units)).value();
    }

    private Ruling<Refund> refund(Purchase order, long units) {
        return stage.useCases
                .purchases()
                .refund()
                .refund(DESK, order.order().number(), units, BECAUSE, stage.now())
                .orElseThrow();
    }

    private void hear(PaymentFact fact) {
        RawMessage raw = new RawMessage(
                DESK, new MessageKey("stripe", "evt_" + ++events), stage.now(), List.of(), new byte[] {1});
        int _ = stage.store.inbox().record(List.of(raw));
        Inbox.Claim claim = stage.claimAgain();
        stage.useCases.purchases().hear().hear(claim, fact, stage.now());
    }

    private Opened open(Purchase order) {
        return stage.useCases.purchases().payOnline().open(order, "50 credits", "https://desk.example", stage.now());
    }

    private TicketId agreedShort(long amount) {
        TicketId ticket = agreed(amount);
        assertThat(state(ticket)).isEqualTo(StateName.FUNDING);
        return ticket;
    }

    private TicketId agreed(long amount) {
        TicketId ticket = stage.opened(stage.mail(ALICE, "Please build it."));
        stage.assess(ticket, Desks.MODIFICATION, amount);
        stage.receive(stage.reply(ALICE, stage.sent().getLast(), "yes"));
        return ticket;
    }

    private String token(TicketId ticket, Contact contact) {
        return stage.marks.buyToken(pointer(ticket, contact));
    }

    private static Pointer pointer(TicketId ticket, Contact contact) {
        return new Pointer(ticket, 0, contact.id().number());
    }

    private View look(TicketId ticket, Contact contact) {
        return stage.useCases
                .purchases()
                .byLink()
                .look(DESK, token(ticket, contact), stage.now())
                .orElseThrow();
    }

    private Purchase ordered(TicketId ticket, Contact contact, long units, How how) {
        return ((Allowed<Purchase>) order(ticket, contact, units, how)).value();
    }

    private Ruling<Purchase> order(TicketId ticket, Contact contact, long units, How how) {
        return stage.useCases
                .purchases()
                .byLink()
                .order(DESK, token(ticket, contact), new Choice(units, how), stage.now())
                .orElseThrow();
    }

    private List<Purchase> orders() {
        return stage.store.transact(tx -> tx.orders().list(new Orders.Filter(DESK, null, false, Long.MAX_VALUE, 9)));
    }

    private Purchase read(Purchase order) {
        return stage.store
                .transact(tx -> tx.orders().find(DESK, order.order().number()))
                .orElseThrow();
    }

    private Funds funds() {
        return stage.store.transact(tx -> tx.lockFunds(WalletKey.of(stage.customer, Unit.CREDIT)));
    }

    private List<String> notices() {
        return stage.store.tickets().notices(DESK, 20).stream()
                .map(unseen -> unseen.notice().what().name())
                .toList();
    }

    private StateName state(TicketId ticket) {
        return StateName.of(stage.view(ticket).ticket().state());
    }
}
