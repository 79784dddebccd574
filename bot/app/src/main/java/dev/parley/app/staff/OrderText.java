package dev.parley.app.staff;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Orders and packages as a person reads them in a terminal. */
final class OrderText {
    private OrderText() {}

    static String packages(JsonNode offers) {
        return offers.isEmpty()
                ? "This desk sells no packages."
                : each(
                        offers,
                        offer -> String.format(
                                Locale.ROOT,
                                "%6s for %s, %s each",
                                offer.path("units").asString(),
                                offer.path("price").asString(),
                                offer.path("perUnit").asString()));
    }

    static String orders(JsonNode orders) {
        return orders.isEmpty() ? "No orders." : each(orders, OrderText::order);
    }

    /** {@code 12  OPEN  customer 3: 50 for 150.00 USD, to be paid by …}. */
    static String order(JsonNode order) {
        JsonNode payment = order.path("payment");
        String refunded = order.path("refunded").asLong() > 0
                ? ", " + order.path("refunded").asString() + " of them taken back"
                : "";
        return String.format(
                        Locale.ROOT,
                        "%6s  %-12s customer %s: %s for %s",
                        order.path("number").asString(),
                        order.path("status").asString(),
                        order.path("customer").asString(),
                        order.path("units").asString(),
                        order.path("price").asString())
                + (payment.isObject()
                        ? ", paid at " + second(order.path("paidAt")) + " ("
                                + payment.path("reference").asString() + ")"
                        : ", to be paid by " + second(order.path("payBy")))
                + refunded;
    }

    static String paid(JsonNode paid) {
        return (paid.path("fresh").asBoolean() ? "Paid. " : "Paid before by the same; nothing changed. ")
                + order(paid.path("order")).strip();
    }

    static String refunded(JsonNode refund) {
        return refund.path("units").asString() + " credits for "
                + refund.path("worth").asString() + ", "
                + refund.path("money").asString() + ". "
                + order(refund.path("order")).strip();
    }

    static String shown(JsonNode shown) {
        return order(shown.path("order")).strip() + "\n" + each(shown.path("history"), OrderText::line);
    }

    static String automatic(JsonNode agreements) {
        return agreements.isEmpty() ? "No automatic purchases." : each(agreements, OrderText::agreement);
    }

    /** {@code 3  ON  customer 7: 50 for 150.00 USD below 20 …}. */
    private static String agreement(JsonNode agreement) {
        String why = agreement.path("why").asString();
        return String.format(
                Locale.ROOT,
                "%6s  %-7s customer %s: %s for %s below %s, at most %s a day and %s a month, agreed by %s at %s%s",
                agreement.path("number").asString(),
                agreement.path("state").asString(),
                agreement.path("customer").asString(),
                agreement.path("units").asString(),
                agreement.path("price").asString(),
                agreement.path("below").asString(),
                agreement.path("perDay").asString(),
                agreement.path("perMonth").asString(),
                agreement.path("agreedBy").asString(),
                second(agreement.path("agreedAt")),
                why.isEmpty() ? "" : " (" + why + ")");
    }

    static String automaticOf(JsonNode customer) {
        JsonNode agreements = customer.path("agreements");
        return agreements.isEmpty()
                ? automatic(agreements)
                : each(
                                agreements,
                                agreement -> agreement(agreement) + "\n        “"
                                        + agreement.path("words").asString() + "”")
                        + "\n" + each(customer.path("history"), OrderText::line);
    }

    static String switchedOff(JsonNode off) {
        return off.path("ended").asInt() == 0 ? "Nothing was on." : "Switched off.";
    }

    private static String line(JsonNode line) {
        JsonNode actor = line.path("actor");
        String who = actor.path("login").asString(actor.path("address").asString("the desk"));
        String after = line.path("after").asString();
        return "  " + second(line.path("at")) + "  " + line.path("what").asString() + " by " + who
                + (after.isEmpty() ? "" : ": " + after);
    }

    private static String second(JsonNode at) {
        return at.asString("").replaceFirst("\\.\\d+Z$", "Z");
    }

    private static String each(JsonNode lines, Function<JsonNode, String> line) {
        return lines.valueStream().map(line).collect(Collectors.joining("\n"));
    }
}
