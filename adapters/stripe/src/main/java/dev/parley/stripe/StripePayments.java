package dev.parley.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData.ProductData;
import dev.parley.core.money.Money;
import dev.parley.core.port.Payments;
import dev.parley.core.purchase.Checkout;
import dev.parley.core.purchase.Order;
import dev.parley.core.purchase.StandingOrder;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Stripe Checkout, and payments with saved cards. Every call carries a key of our own, so that one that was cut off and
 * is made again does not happen twice (Stripe's idempotent requests). Keys and cards are never logged; cards never come
 * here.
 */
public final class StripePayments implements Payments {
    /** Of a request that got no answer or a 409 or 5xx; more and a customer would wait too long at a button. */
    private static final int RETRIES = 2;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final StripeAccount account;
    private final StripeClient client;

    /** Calls nobody before it is asked to. */
    public StripePayments(StripeAccount account) {
        this.account = account;
        int millis = Math.toIntExact(account.timeout().toMillis());
        client = StripeClient.builder()
                .setApiKey(account.secretKey())
                .setApiBase(account.apiBase())
                .setConnectTimeout(millis)
                .setReadTimeout(millis)
                .setMaxNetworkRetries(RETRIES)
                .build();
    }

    @Override
    public Opened open(Asked asked) {
        try {
            Session session =
                    client.v1().checkout().sessions().create(session(asked), options(key(asked.order(), asked.nth())));
            return new Opened.Page(new Checkout(
                    asked.nth(), session.getId(), session.getUrl(), Instant.ofEpochSecond(session.getExpiresAt())));
        } catch (StripeException e) {
            return passing(e) ? new Opened.Later(why(e)) : new Opened.Never(why(e));
        }
    }

    private SessionCreateParams session(Asked asked) {
        Order order = asked.order();
        Money price = order.offer().price();
        LineItem item = LineItem.builder()
                .setQuantity(1L)
                .setPriceData(PriceData.builder()
                        .setCurrency(price.currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                        .setUnitAmount(price.minor())
                        .setProductData(
                                ProductData.builder().setName(asked.title()).build())
                        .build())
                .build();
        String number = Long.toString(order.number());
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(number)
                .setSuccessUrl(asked.back())
                .setCancelUrl(asked.back())
                .addLineItem(item)
                .putMetadata(StripeMessages.DESK, account.desk())
                .putMetadata(StripeMessages.ORDER, number)
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .putMetadata(StripeMessages.DESK, account.desk())
                        .putMetadata(StripeMessages.ORDER, number)
                        .build())
                .build();
    }

    private String key(Order order, int nth) {
        return "parley:" + account.desk() + ":order:" + order.number() + ":" + nth;
    }

    @Override
    public Opened save(SaveAsked asked) {
        try {
            String key =
                    "parley:" + account.desk() + ":standing:" + asked.order().number();
            Session session = client.v1().checkout().sessions().create(setup(asked), options(key));
            return new Opened.Page(
                    new Checkout(1, session.getId(), session.getUrl(), Instant.ofEpochSecond(session.getExpiresAt())));
        } catch (StripeException e) {
            return passing(e) ? new Opened.Later(why(e)) : new Opened.Never(why(e));
        }
    }

    /** Cards alone: only what takes money at once, without its owner, keeps work from waiting. */
    private SessionCreateParams setup(SaveAsked asked) {
        String number = Long.toString(asked.order().number());
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.SETUP)
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .setCustomerCreation(SessionCreateParams.CustomerCreation.ALWAYS)
                .setCustomerEmail(asked.address())
                .setClientReferenceId("standing-" + number)
                .setSuccessUrl(asked.back())
                .setCancelUrl(asked.back())
                .putMetadata(StripeMessages.DESK, account.desk())
                .putMetadata(StripeMessages.STANDING, number)
                .setSetupIntentData(SessionCreateParams.SetupIntentData.builder()
                        .putMetadata(StripeMessages.DESK, account.desk())
                        .putMetadata(StripeMessages.STANDING, number)
                        .build())
                .build();
    }

    @Override
    public Charged charge(Order order, StandingOrder.Saved saved, String title) {
        try {
            String key = "parley:" + account.desk() + ":order:" + order.number() + ":saved";
            PaymentIntent intent = client.v1().paymentIntents().create(intent(order, saved, title), options(key));
            return switch (intent.getStatus()) {
                case "succeeded" -> new Charged.Paid(intent.getId(), taken(intent));
                case "processing" -> new Charged.Pending();
                default ->
                    new Charged.Declined("the bank wants somebody to confirm the payment (" + intent.getStatus() + ")");
            };
        } catch (CardException e) {
            return new Charged.Declined(declined(e));
        } catch (InvalidRequestException e) {
            return new Charged.Declined(why(e));
        } catch (StripeException e) {
            return new Charged.Later(why(e));
        }
    }

    private PaymentIntentCreateParams intent(Order order, StandingOrder.Saved saved, String title) {
        Money price = order.offer().price();
        return PaymentIntentCreateParams.builder()
                .setAmount(price.minor())
                .setCurrency(price.currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                .setCustomer(saved.customer())
                .setPaymentMethod(saved.method())
                .addPaymentMethodType("card")
                .setConfirm(true)
                .setOffSession(true)
                .setDescription(title)
                .putMetadata(StripeMessages.DESK, account.desk())
                .putMetadata(StripeMessages.ORDER, Long.toString(order.number()))
                .putMetadata(StripeMessages.SAVED, "yes")
                .build();
    }

    private static Money taken(PaymentIntent intent) {
        return new Money(
                Currency.getInstance(intent.getCurrency().toUpperCase(Locale.ROOT)), intent.getAmountReceived());
    }

    private static String declined(CardException e) {
        @Nullable String code = e.getDeclineCode() == null ? e.getCode() : e.getDeclineCode();
        return "authentication_required".equals(code)
                ? "the bank wants the card's holder to confirm the payment"
                : "the bank declined the card" + (code == null ? "" : " (" + code.replace('_', ' ') + ")");
    }

    @Override
    public Returned giveBack(String payment, Money amount, String key) {
        RefundCreateParams refund = RefundCreateParams.builder()
                .setPaymentIntent(payment)
                .setAmount(amount.minor())
                .build();
        try {
            var _ = client.v1().refunds().create(refund, options("parley:" + account.desk() + ":" + key));
            return new Returned.Done();
        } catch (StripeException e) {
            return new Returned.Not(why(e));
        }
    }

    private static RequestOptions options(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    private static boolean passing(StripeException e) {
        Integer status = e.getStatusCode();
        return e instanceof ApiConnectionException
                || (status != null && (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR));
    }

    /** Stripe's own words without the address of its server, and the request's id, by which its support finds it. */
    private static String why(StripeException e) {
        if (e instanceof ApiConnectionException) {
            return "Stripe does not answer";
        }
        @Nullable String words = e.getUserMessage();
        return "Stripe answered " + e.getStatusCode() + (e.getCode() == null ? "" : " " + e.getCode())
                + (words == null ? "" : ": " + words)
                + (e.getRequestId() == null ? "" : " (" + e.getRequestId() + ")");
    }
}
