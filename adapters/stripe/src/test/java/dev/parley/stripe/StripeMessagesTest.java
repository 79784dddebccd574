package dev.parley.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.net.Webhook;
import dev.parley.core.money.Money;
import dev.parley.core.purchase.Payment;
import dev.parley.core.purchase.PaymentFact;
import dev.parley.core.purchase.StandingOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose messages are believed, and what they mean. */
class StripeMessagesTest {
    private static final Instant NOW = Instant.parse("2026-03-20T10:00:00Z");
    private static final String SECRET = "whsec_of_the_endpoint";
    private static final String METADATA = "\"metadata\": {\"parley_desk\": \"pro-support\", \"parley_order\": \"12\"}";
    private static final Money PRICE = new Money(Currency.getInstance("USD"), 150_00);

    private final StripeMessages messages = new StripeMessages("pro-support", SECRET, InstantSource.fixed(NOW));

    // ---- whose

    @Test
    void whatTheSecretSignedNowIsBelieved() {
        assertThat(proven(EVENT, SECRET, NOW, EVENT)).contains("evt_1");
    }

    @Test
    void anotherSecretAnotherBodyOrNoSignatureIsNot() {
        assertThat(proven(EVENT, "whsec_of_somebody_else", NOW, EVENT)).isEmpty();
        assertThat(proven(EVENT, SECRET, NOW, EVENT.replace("evt_1", "evt_2"))).isEmpty();
        assertThat(messages.proven(bytes(EVENT), "")).isEmpty();
        assertThat(messages.proven(bytes(EVENT), "t=1,v1=00")).isEmpty();
        assertThat(messages.proven(bytes(EVENT), "null")).isEmpty();
        assertThat(proven("[]", SECRET, NOW, "[]")).isEmpty();
        assertThat(proven("no json", SECRET, NOW, "no json")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"299, true", "301, false"})
    void anOldSignatureIsSomebodysCopy(long secondsOld, boolean believed) {
        assertThat(proven(EVENT, SECRET, NOW.minusSeconds(secondsOld), EVENT).isPresent())
                .isEqualTo(believed);
    }

    private static final String EVENT = "{\"id\": \"evt_1\", \"type\": \"ping\", \"data\": {\"object\": {}}}";

    private Optional<String> proven(String signed, String secret, Instant at, String sent) {
        try {
            String header = Webhook.Signature.generateSignatureHeader(signed, secret, at.getEpochSecond());
            return messages.proven(bytes(sent), header);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    // ---- what

    @ParameterizedTest
    @CsvSource({"completed", "async_payment_succeeded"})
    void aPaidPageIsMoneyForItsOrder(String what) {
        assertThat(session("checkout.session." + what, "paid"))
                .isEqualTo(new PaymentFact.Paid(12, Payment.How.CHECKOUT, "pi_1", PRICE));
    }

    @Test
    void aFinishedPageWithoutMoneyIsPending() {
        assertThat(session("checkout.session.completed", "unpaid")).isEqualTo(new PaymentFact.Pending(12));
    }

    @ParameterizedTest
    @CsvSource({"async_payment_failed", "expired"})
    void aFailedOrLeftPageIsNoMoney(String what) {
        assertThat(session("checkout.session." + what, "unpaid")).isInstanceOf(PaymentFact.Failed.class);
    }

    private PaymentFact session(String type, String status) {
        return read(type, """
            {"id": "cs_1", "payment_status": "%s", "payment_intent": "pi_1", "amount_total": 15000,
             "currency": "usd", %s}\
            """.formatted(status, METADATA));
    }

    // ---- saved cards

    private static final String STANDING =
            "\"metadata\": {\"parley_desk\": \"pro-support\", \"parley_standing_order\": \"3\"}";
    private static final String SAVED = "\"metadata\": {\"parley_desk\": \"pro-support\", \"parley_order\": \"12\","
            + " \"parley_saved\": \"yes\"}";

    @Test
    void aSavedCardIsItsAgreements() {
        assertThat(read("setup_intent.succeeded", """
            {"id": "seti_1", "customer": "cus_1", "payment_method": "pm_1", %s}\
            """.formatted(STANDING)))
                .isEqualTo(new PaymentFact.MethodSaved(3, new StandingOrder.Saved("cus_1", "pm_1")));
        assertThatThrownBy(() -> read("setup_intent.succeeded", "{\"payment_method\": \"pm_1\", " + STANDING + "}"))
                .hasMessageContaining("customer");
    }

    @ParameterizedTest
    @CsvSource({"completed, complete", "expired, unpaid"})
    void aPageToSaveACardIsNoPayment(String what, String status) {
        assertThat(read("checkout.session." + what, """
            {"id": "cs_1", "mode": "setup", "payment_status": "%s", %s}\
            """.formatted(status, STANDING)))
                .isInstanceOf(PaymentFact.Irrelevant.class);
    }

    @Test
    void aPaymentWithASavedCardIsMoneyForItsOrderOrNone() {
        assertThat(read("payment_intent.succeeded", """
            {"id": "pi_9", "amount_received": 15000, "currency": "usd", %s}\
            """.formatted(SAVED)))
                .isEqualTo(new PaymentFact.Paid(12, Payment.How.SAVED, "pi_9", PRICE));
        assertThat(read("payment_intent.payment_failed", """
            {"id": "pi_9", "last_payment_error": {"code": "card_declined", "decline_code": "lost_card"}, %s}\
            """.formatted(SAVED)))
                .isEqualTo(new PaymentFact.Failed(12, "the bank declined the card (lost card)"));
    }

    @Test
    void thePaymentOfAPageIsToldByThePage() {
        for (String type : List.of("payment_intent.succeeded", "payment_intent.payment_failed")) {
            assertThat(read(type, "{\"id\": \"pi_9\", " + METADATA + "}")).isEqualTo(new PaymentFact.Irrelevant(type));
        }
    }

    @Test
    void moneyGivenBackIsToldWithItsSum() {
        assertThat(read("charge.refunded", """
            {"payment_intent": "pi_1", "amount": 15000, "amount_refunded": 6000, "currency": "usd", %s}\
            """.formatted(METADATA)))
                .isEqualTo(new PaymentFact.GivenBack(12, "pi_1", new Money(PRICE.currency(), 60_00)));
    }

    @ParameterizedTest
    @CsvSource({"needs_response, true", "warning_needs_response, false"})
    void aDisputeTakesTheMoneyAndAnInquiryDoesNot(String status, boolean taken) {
        assertThat(read("charge.dispute.created", """
            {"payment_intent": "pi_1", "reason": "fraudulent", "status": "%s"}\
            """.formatted(status)))
                .isEqualTo(new PaymentFact.Disputed("pi_1", "fraudulent", taken));
    }

    @ParameterizedTest
    @CsvSource({"lost, true", "won, false", "warning_closed, false"})
    void aDisputeEnds(String status, boolean lost) {
        assertThat(read("charge.dispute.closed", """
            {"payment_intent": "pi_1", "reason": "fraudulent", "status": "%s"}\
            """.formatted(status)))
                .isEqualTo(new PaymentFact.DisputeEnded("pi_1", lost));
    }

    @Test
    void whatBelongsToAnotherDeskOrProgramIsNothingToUs() {
        assertThat(read("checkout.session.completed", """
            {"payment_status": "paid", "metadata": {"parley_desk": "sales", "parley_order": "12"}}\
            """))
                .isEqualTo(new PaymentFact.Irrelevant("checkout.session.completed"));
        assertThat(read("charge.refunded", "{}")).isEqualTo(new PaymentFact.Irrelevant("charge.refunded"));
        assertThat(read("customer.created", "{}")).isEqualTo(new PaymentFact.Irrelevant("customer.created"));
    }

    @Test
    void whatLacksWhatItAlwaysHasIsAMistakeAndNotMoney() {
        assertThatThrownBy(() -> read("checkout.session.completed", "{\"payment_status\": \"paid\", " + METADATA + "}"))
                .hasMessageContaining("payment_intent");
        assertThatThrownBy(() -> read("charge.dispute.created", "{}")).hasMessageContaining("payment_intent");
    }

    private PaymentFact read(String type, String object) {
        return messages.read(
                bytes("{\"id\": \"evt_1\", \"type\": \"" + type + "\", \"data\": {\"object\": " + object + "}}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
