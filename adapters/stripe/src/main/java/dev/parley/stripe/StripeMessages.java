package dev.parley.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import dev.parley.core.money.Money;
import dev.parley.core.purchase.Payment.How;
import dev.parley.core.purchase.PaymentFact;
import dev.parley.core.purchase.StandingOrder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Stripe's servers post to a desk: proven by its signature first, understood later. */
public final class StripeMessages {
    /** Metadata on everything of ours. */
    static final String DESK = "parley_desk";

    /** The number of the order. */
    static final String ORDER = "parley_order";

    /** The number of the standing order a card is saved for. */
    static final String STANDING = "parley_standing_order";

    /** On payments with a saved card: those of a page have messages of their page. */
    static final String SAVED = "parley_saved";

    /** An older message is somebody's copy; Stripe signs anew whenever it tries again. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String desk;
    private final String webhookSecret;
    private final Clock clock;

    /** {@code webhookSecret}: of the desk's endpoint at Stripe. */
    public StripeMessages(String desk, String webhookSecret, InstantSource clock) {
        this.desk = desk;
        this.webhookSecret = webhookSecret;
        this.clock = clock.withZone(ZoneOffset.UTC);
    }

    /** The id of the event in {@code body}, which makes recording it idempotent; empty unless Stripe signed it now. */
    public Optional<String> proven(byte[] body, String signature) {
        String payload = new String(body, StandardCharsets.UTF_8);
        try {
            boolean signed =
                    Webhook.Signature.verifyHeader(payload, signature, webhookSecret, TOLERANCE.toSeconds(), clock);
            String id = signed ? JSON.readTree(payload).path("id").asString("") : "";
            return id.isBlank() ? Optional.empty() : Optional.of(id);
        } catch (SignatureVerificationException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** What a recorded event says. @throws IllegalArgumentException if it lacks what it always has */
    public PaymentFact read(byte[] body) {
        JsonNode event = JSON.readTree(body);
        String type = event.path("type").asString("");
        JsonNode object = event.path("data").path("object");
        return switch (type) {
            case "checkout.session.completed", "checkout.session.async_payment_succeeded" -> session(type, object);
            case "checkout.session.async_payment_failed" -> failed(type, object, "the bank did not pay");
            case "checkout.session.expired" -> failed(type, object, "the payment page was left until it expired");
            case "setup_intent.succeeded" -> saved(type, object);
            case "payment_intent.succeeded" -> bySavedCard(object) ? taken(object) : new PaymentFact.Irrelevant(type);
            case "payment_intent.payment_failed" ->
                bySavedCard(object) ? declined(object) : new PaymentFact.Irrelevant(type);
            case "charge.refunded" -> refunded(type, object);
            case "charge.dispute.created", "charge.dispute.funds_withdrawn" -> disputed(object);
            case "charge.dispute.closed" -> ended(object);
            default -> new PaymentFact.Irrelevant(type);
        };
    }

    private PaymentFact session(String type, JsonNode session) {
        if (!isOurs(session) || isSetup(session)) {
            return new PaymentFact.Irrelevant(type);
        }
        if (!session.path("payment_status").asString("").equals("paid")) {
            return new PaymentFact.Pending(order(session));
        }
        return new PaymentFact.Paid(
                order(session), How.CHECKOUT, text(session, "payment_intent"), money(session, "amount_total"));
    }

    /** A page on which nothing is paid; that it was finished says the message of its setup intent. */
    private static boolean isSetup(JsonNode session) {
        return session.path("mode").asString("").equals("setup");
    }

    private PaymentFact saved(String type, JsonNode intent) {
        return isOurs(intent)
                ? new PaymentFact.MethodSaved(
                        Long.parseLong(text(intent.path("metadata"), STANDING)),
                        new StandingOrder.Saved(text(intent, "customer"), text(intent, "payment_method")))
                : new PaymentFact.Irrelevant(type);
    }

    private boolean bySavedCard(JsonNode intent) {
        return isOurs(intent) && intent.path("metadata").has(SAVED);
    }

    private static PaymentFact taken(JsonNode intent) {
        return new PaymentFact.Paid(order(intent), How.SAVED, text(intent, "id"), money(intent, "amount_received"));
    }

    private static PaymentFact declined(JsonNode intent) {
        JsonNode error = intent.path("last_payment_error");
        String code = error.path("decline_code").asString(error.path("code").asString("no reason given"));
        return new PaymentFact.Failed(order(intent), "the bank declined the card (" + code.replace('_', ' ') + ")");
    }

    private PaymentFact failed(String type, JsonNode session, String why) {
        return isOurs(session) && !isSetup(session)
                ? new PaymentFact.Failed(order(session), why)
                : new PaymentFact.Irrelevant(type);
    }

    private PaymentFact refunded(String type, JsonNode charge) {
        return isOurs(charge)
                ? new PaymentFact.GivenBack(
                        order(charge), text(charge, "payment_intent"), money(charge, "amount_refunded"))
                : new PaymentFact.Irrelevant(type);
    }

    /** Of an inquiry (warning_…) no money was taken. */
    private static PaymentFact disputed(JsonNode dispute) {
        boolean taken = !dispute.path("status").asString("").startsWith("warning_");
        return new PaymentFact.Disputed(
                text(dispute, "payment_intent"), dispute.path("reason").asString("no reason given"), taken);
    }

    private static PaymentFact ended(JsonNode dispute) {
        boolean lost = dispute.path("status").asString("").equals("lost");
        return new PaymentFact.DisputeEnded(text(dispute, "payment_intent"), lost);
    }

    /** Another desk, or another program, may use the same account. */
    private boolean isOurs(JsonNode object) {
        return object.path("metadata").path(DESK).asString("").equals(desk);
    }

    private static long order(JsonNode object) {
        return Long.parseLong(text(object.path("metadata"), ORDER));
    }

    private static Money money(JsonNode object, String field) {
        JsonNode amount = object.path(field);
        if (!amount.isIntegralNumber()) {
            throw new IllegalArgumentException("the event has no " + field);
        }
        String currency = text(object, "currency").toUpperCase(Locale.ROOT);
        return new Money(Currency.getInstance(currency), amount.asLong());
    }

    private static String text(JsonNode object, String field) {
        String value = object.path(field).asString("");
        if (value.isBlank()) {
            throw new IllegalArgumentException("the event has no " + field);
        }
        return value;
    }
}
