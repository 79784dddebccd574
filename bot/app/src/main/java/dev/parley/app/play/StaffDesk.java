package dev.parley.app.play;

import dev.parley.app.staff.ApiClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What staff do and see in the play, through the same API that everybody uses. */
final class StaffDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiClient agent;
    private final ApiClient billing;

    StaffDesk(ApiClient agent, ApiClient billing) {
        this.agent = agent;
        this.billing = billing;
    }

    void act(long ticket, String action, Map<String, ?> body) {
        JsonNode ignored = agent.post("tickets/" + ticket + "/" + action, body);
    }

    long split(long ticket, String subject, String text) {
        return agent.post("tickets/" + ticket + "/split", Map.of("subject", subject, "text", text))
                .path("number")
                .asLong();
    }

    void grant(long customer, long amount, String order) {
        JsonNode ignored =
                billing.post("customers/" + customer + "/credits", Map.of("amount", amount, "reference", order));
    }

    /** An hour of development a month from {@code firstDay} on; the customer is asked before any minute over it. */
    void packageOf(long customer, LocalDate firstDay) {
        Map<String, ?> terms = Map.of(
                "minutes",
                60,
                "feeMinor",
                100_00,
                "perHourMinor",
                60_00,
                "currency",
                "USD",
                "askFirst",
                true,
                "work",
                List.of("development"));
        JsonNode ignored = billing.post(
                "contracts/hours",
                Map.of(
                        "number",
                        "H-2",
                        "customer",
                        customer,
                        "firstDay",
                        firstDay.toString(),
                        "zone",
                        "UTC",
                        "manager",
                        "agent",
                        "terms",
                        terms));
    }

    /** What pays for the last entry of time on a ticket. */
    Paid paid(long ticket) {
        JsonNode entries = agent.get("tickets/" + ticket + "/time");
        JsonNode part = entries.path(entries.size() - 1).path("parts").path(0);
        return new Paid(
                part.path("inPackage").asLong(),
                part.path("over").asLong(),
                part.path("open").asLong());
    }

    Ticket ticket(long number) {
        return new Ticket(agent.get("tickets/" + number));
    }

    /** The newest ticket number of the desk, 0 if there is none. */
    long newest() {
        JsonNode lines = agent.get("tickets?max=1");
        return lines.isEmpty() ? 0 : lines.path(0).path("id").path("number").asLong();
    }

    Balance balance(long customer) {
        return balance(agent.get("customers/" + customer + "/balance"));
    }

    private static Balance balance(JsonNode balance) {
        return new Balance(
                balance.path("balance").asLong(),
                balance.path("reserved").asLong(),
                balance.path("available").asLong());
    }

    /** A site of the customer, by its place in the list. */
    long site(long customer, int nth) {
        return agent.get("customers/" + customer)
                .path("sites")
                .path(nth)
                .path("id")
                .path("number")
                .asLong();
    }

    Balance siteBalance(long customer, int nth) {
        return balance(agent.get("customers/" + customer + "/balance?site=" + site(customer, nth)));
    }

    int violations() {
        return agent.get("check").size();
    }

    /** Waits until the ticket is as {@code wanted}, for what has no mail to wait for. */
    Ticket await(long number, Predicate<Ticket> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Ticket ticket = ticket(number);
            if (wanted.test(ticket)) {
                return ticket;
            }
            pause();
        }
        throw new IllegalStateException("ticket " + number + " did not change within " + PATIENCE.toSeconds() + " s");
    }

    private static void pause() {
        try {
            boolean ignored = new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a ticket", e);
        }
    }

    /** Minutes that the package pays, that are billed on top, and that nobody pays yet. */
    record Paid(long inPackage, long over, long open) {
        @Override
        public String toString() {
            return inPackage + " min by the package, " + over + " min billed on top, " + open + " min open";
        }
    }

    /** A wallet. */
    record Balance(long balance, long reserved, long available) {
        @Override
        public String toString() {
            return "balance " + balance + ", reserved " + reserved + ", available " + available;
        }
    }

    /** A ticket as staff see it. */
    record Ticket(JsonNode view) {
        String state() {
            JsonNode history = view.path("history");
            return history.isEmpty()
                    ? "NEW"
                    : history.path(history.size() - 1).path("after").asString();
        }

        String lastRow() {
            JsonNode history = view.path("history");
            return history.path(history.size() - 1).path("row").asString("");
        }

        long held() {
            return view.path("money").path("held").asLong();
        }

        long charged() {
            return view.path("money").path("charged").asLong();
        }

        int messages() {
            return view.path("messages").size();
        }

        /** The customer's own words that agreed to quote {@code version}. */
        String agreedIn(int version) {
            for (JsonNode quote : view.path("quotes")) {
                if (quote.path("version").asInt() == version) {
                    return quote.path("decision").path("words").asString("");
                }
            }
            return "";
        }
    }
}
