package dev.parley.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.money.Money;
import dev.parley.core.port.Payments;
import dev.parley.core.port.Payments.Charged;
import dev.parley.core.port.Payments.Opened;
import dev.parley.core.port.Payments.Returned;
import dev.parley.core.purchase.Checkout;
import dev.parley.core.purchase.Offer;
import dev.parley.core.purchase.Order;
import dev.parley.core.purchase.StandingOrder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library against a server on loopback that speaks Stripe's API. */
class StripePaymentsTest {
    private static final Instant NOW = Instant.parse("2026-03-20T10:00:00Z");
    private static final Money PRICE = new Money(Currency.getInstance("USD"), 150_00);
    private static final Order ORDER = new Order(12, new CustomerId("pro-support", 7), new Offer(50, PRICE), NOW);

    private static final StandingOrder.Saved CARD = new StandingOrder.Saved("cus_1", "pm_1");
    private static final StandingOrder STANDING = new StandingOrder(
            3,
            ORDER.customer(),
            new StandingOrder.Terms(20, ORDER.offer(), 1, 1),
            new StandingOrder.Consent(new ContactId("pro-support", 9), "alice@customer.example", "I agree.", NOW, 1001),
            new StandingOrder.State.Asked());

    private StripeServer server;
    private StripePayments payments;

    @BeforeEach
    void aServer() throws IOException {
        server = new StripeServer();
        payments = payments(StripeServer.KEY, Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        server.close();
    }

    private StripePayments payments(String key, Duration timeout) {
        return new StripePayments(new StripeAccount("pro-support", key, server.url(), timeout));
    }

    private static Payments.Asked asked(int nth) {
        return new Payments.Asked(ORDER, nth, "Pro Support: 50 credits", "https://desk.example/buy");
    }

    @Test
    void aPageIsOpenedForTheOrderAtItsPrice() {
        assertThat(payments.open(asked(1)))
                .isEqualTo(new Opened.Page(new Checkout(
                        1, "cs_1", "https://checkout.stripe.example/cs_1", Instant.parse("2026-03-21T10:00:00Z"))));
        StripeServer.Request request = server.requests.element();
        assertThat(request.path()).isEqualTo("/v1/checkout/sessions");
        assertThat(request.idempotencyKey()).isEqualTo("parley:pro-support:order:12:1");
        assertThat(request.form())
                .containsEntry("mode", "payment")
                .containsEntry("client_reference_id", "12")
                .containsEntry("line_items[0][quantity]", "1")
                .containsEntry("line_items[0][price_data][currency]", "usd")
                .containsEntry("line_items[0][price_data][unit_amount]", "15000")
                .containsEntry("line_items[0][price_data][product_data][name]", "Pro Support: 50 credits")
                .containsEntry("metadata[parley_desk]", "pro-support")
                .containsEntry("metadata[parley_order]", "12")
                .containsEntry("payment_intent_data[metadata][parley_order]", "12")
                .containsEntry("success_url", "https://desk.example/buy");
    }

    @Test
    void theSamePageIsOpenedOnceAndTheNextOneIsAnother() {
        Opened first = payments.open(asked(1));
        assertThat(payments.open(asked(1))).isEqualTo(first);
        assertThat(payments.open(asked(2))).isNotEqualTo(first);
    }

    @Test
    void aCallThatWasCutOffIsMadeAgainUnderTheSameKey() {
        server.answerNext(500, "api_error", "oops");
        assertThat(payments.open(asked(1))).isInstanceOf(Opened.Page.class);
        assertThat(server.requests)
                .hasSize(2)
                .allMatch(request -> request.idempotencyKey().equals("parley:pro-support:order:12:1"));
    }

    @ParameterizedTest
    @CsvSource({"402, card_error", "400, invalid_request_error"})
    void whatStripeRefusesIsNotTriedAgain(int status, String type) {
        server.answerNext(status, type, "refused");
        assertThat(payments.open(asked(1)))
                .isEqualTo(new Opened.Never("Stripe answered " + status + " refused: It did not work. (req_1)"));
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void tooManyRequestsAreForLater() {
        server.answerNext(429, "invalid_request_error", "rate_limit");
        assertThat(payments.open(asked(1))).isInstanceOf(Opened.Later.class);
    }

    @Test
    void aServerInTroubleIsForLater() {
        for (int i = 0; i < 3; i++) {
            server.answerNext(503, "api_error", "down");
        }
        assertThat(payments.open(asked(1))).isInstanceOf(Opened.Later.class);
        assertThat(server.requests).hasSize(3);
    }

    @Test
    void anAnswerThatDoesNotComeIsForLaterAndTheKeyIsInNoWords() {
        for (int i = 0; i < 3; i++) {
            server.hang();
        }
        assertThat(payments(StripeServer.KEY, Duration.ofMillis(200)).open(asked(1)))
                .isEqualTo(new Opened.Later("Stripe does not answer"));
    }

    @Test
    void aWrongKeyIsRefusedAndNotRepeated() {
        Opened opened = payments("sk_test_wrong", Duration.ofSeconds(5)).open(asked(1));
        assertThat(opened)
                .isInstanceOfSatisfying(
                        Opened.Never.class,
                        never -> assertThat(never.why()).contains("401").doesNotContain("sk_test"));
        assertThat(new StripeAccount("d", "sk_secret", "https://api", Duration.ofSeconds(1)))
                .asString()
                .doesNotContain("sk_secret");
    }

    // ---- saved cards

    @Test
    void aPageToSaveACardTakesNoMoneyAndIsTheSamePageForTheSameAgreement() {
        Payments.SaveAsked asked =
                new Payments.SaveAsked(STANDING, "alice@customer.example", "https://desk.example/buy");
        Opened first = payments.save(asked);
        assertThat(first).isInstanceOf(Opened.Page.class);
        assertThat(payments.save(asked)).isEqualTo(first);
        StripeServer.Request request = server.requests.element();
        assertThat(request.path()).isEqualTo("/v1/checkout/sessions");
        assertThat(request.idempotencyKey()).isEqualTo("parley:pro-support:standing:3");
        assertThat(request.form())
                .containsEntry("mode", "setup")
                .containsEntry("customer_creation", "always")
                .containsEntry("customer_email", "alice@customer.example")
                .containsEntry("payment_method_types[0]", "card")
                .containsEntry("setup_intent_data[metadata][parley_desk]", "pro-support")
                .containsEntry("setup_intent_data[metadata][parley_standing_order]", "3")
                .doesNotContainKey("line_items[0][quantity]");
    }

    @Test
    void theSavedCardPaysThePriceOfTheOrderOnce() {
        Charged paid = payments.charge(ORDER, CARD, "50 credits");
        assertThat(paid).isEqualTo(new Charged.Paid("pi_1", PRICE));
        assertThat(payments.charge(ORDER, CARD, "50 credits")).isEqualTo(paid);
        StripeServer.Request request = server.requests.element();
        assertThat(request.path()).isEqualTo("/v1/payment_intents");
        assertThat(request.idempotencyKey()).isEqualTo("parley:pro-support:order:12:saved");
        assertThat(request.form())
                .containsEntry("amount", "15000")
                .containsEntry("currency", "usd")
                .containsEntry("customer", "cus_1")
                .containsEntry("payment_method", "pm_1")
                .containsEntry("confirm", "true")
                .containsEntry("off_session", "true")
                .containsEntry("metadata[parley_order]", "12")
                .containsEntry("metadata[parley_saved]", "yes");
    }

    @ParameterizedTest
    @CsvSource({
        "authentication_required, authentication_required, the bank wants the card's holder to confirm the payment",
        "card_declined, insufficient_funds, the bank declined the card (insufficient funds)",
        "expired_card, expired_card, the bank declined the card (expired card)"
    })
    void whatTheBankDeclinesIsNotTriedAgain(String code, String declineCode, String why) {
        server.decline(code, declineCode);
        assertThat(payments.charge(ORDER, CARD, "50 credits")).isEqualTo(new Charged.Declined(why));
        assertThat(server.requests).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"processing, Pending", "requires_action, Declined", "requires_payment_method, Declined"})
    void onlyASucceededPaymentIsPaid(String status, String kind) {
        server.intentStatus = status;
        assertThat(payments.charge(ORDER, CARD, "50 credits").getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @Test
    void aCardThatIsNotThereAnyMoreIsDeclined() {
        server.answerNext(400, "invalid_request_error", "resource_missing");
        assertThat(payments.charge(ORDER, CARD, "50 credits")).isInstanceOf(Charged.Declined.class);
    }

    @Test
    void whatMayHaveBeenTakenIsNeverCalledDeclined() {
        for (int i = 0; i < 3; i++) {
            server.answerNext(500, "api_error", "oops");
        }
        assertThat(payments.charge(ORDER, CARD, "50 credits")).isInstanceOf(Charged.Later.class);
        server.answerNext(429, "invalid_request_error", "rate_limit");
        assertThat(payments.charge(ORDER, CARD, "50 credits")).isInstanceOf(Charged.Later.class);
        assertThat(payments("sk_test_wrong", Duration.ofSeconds(5)).charge(ORDER, CARD, "50 credits"))
                .isInstanceOf(Charged.Later.class);
        assertThat(payments.charge(ORDER, CARD, "50 credits")).isInstanceOf(Charged.Paid.class);
        StandingOrder.Saved other = new StandingOrder.Saved("cus_1", "pm_2");
        assertThat(payments.charge(ORDER, other, "50 credits")).isInstanceOf(Charged.Later.class);
    }

    @Test
    void c30MoneyIsGivenBackOnceForEachKey() {
        assertThat(payments.giveBack("pi_1", PRICE, "refund:order:12:20")).isEqualTo(new Returned.Done());
        assertThat(payments.giveBack("pi_1", PRICE, "refund:order:12:20")).isEqualTo(new Returned.Done());
        StripeServer.Request request = server.requests.element();
        assertThat(request.path()).isEqualTo("/v1/refunds");
        assertThat(request.form()).containsEntry("payment_intent", "pi_1").containsEntry("amount", "15000");
        server.answerNext(400, "invalid_request_error", "charge_already_refunded");
        assertThat(payments.giveBack("pi_1", PRICE, "other")).isInstanceOf(Returned.Not.class);
    }
}
