package dev.parley.app.staff;

import dev.parley.app.command.CommandFailure;
import dev.parley.app.command.ExitCode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The bot's answers as a person reads them in a terminal. */
final class Text {
    private Text() {}

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The words themselves, or those of the file named after an at sign. */
    static String of(String words) {
        if (!words.startsWith("@")) {
            return words;
        }
        String file = words.substring(1);
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new CommandFailure(ExitCode.USAGE, "Cannot read the file ‘" + file + "’ as UTF-8 text: " + why(e), e);
        }
    }

    private static String why(Exception e) {
        return e instanceof NoSuchFileException ? "there is no such file." : e + ".";
    }

    static String done(JsonNode done) {
        return "ticket " + done.path("ticket").asString() + ": "
                + done.path("state").asString() + " (" + done.path("rule").asString() + ")";
    }

    static String created(JsonNode created) {
        return created.path("number").asString();
    }

    static String quarantined(JsonNode lines) {
        return lines.isEmpty()
                ? "Nothing is in quarantine."
                : each(
                        lines,
                        line -> String.format(
                                Locale.ROOT,
                                "%6s  %s  %s tries  %s",
                                line.path("id").asString(),
                                line.path("receivedAt").asString(),
                                line.path("tries").asString(),
                                line.path("why").asString()));
    }

    static String tickets(JsonNode lines) {
        return lines.isEmpty() ? "No tickets." : each(lines, Text::ticketLine);
    }

    private static String ticketLine(JsonNode line) {
        return String.format(
                        Locale.ROOT,
                        "%6s  %-13s %-20.20s %s%s",
                        line.path("id").path("number").asString(),
                        line.path("state").asString(),
                        line.path("customer").asString(),
                        line.path("subject").asString(),
                        line.path("disputed").asBoolean() ? "  [disputed]" : "")
                + line.path("attention")
                        .valueStream()
                        .map(unseen -> "\n        ! " + noticeLine(unseen))
                        .collect(Collectors.joining());
    }

    static String notices(JsonNode unseen) {
        return unseen.isEmpty() ? "Nothing that nobody has seen." : each(unseen, Text::noticeLine);
    }

    private static String noticeLine(JsonNode unseen) {
        JsonNode notice = unseen.path("notice");
        int times = unseen.path("times").asInt();
        return at(notice) + "  " + notice.path("subject").asString() + (times > 1 ? " (" + times + " times)" : "");
    }

    static String seen(JsonNode seen) {
        return "Seen: " + seen.path("notices").asString() + ".";
    }

    static String triage(JsonNode triage) {
        return "ticket " + triage.path("ticket").path("number").asString() + ": " + holding(triage);
    }

    private static String holding(JsonNode triage) {
        String owner = triage.path("owner").asString("");
        String until = triage.path("snoozedUntil").asString("");
        return (owner.isEmpty() ? "nobody has it" : owner + " has it")
                + (until.isEmpty() ? "" : ", asleep until " + until);
    }

    static String noted(JsonNode noted) {
        return "ticket " + noted.path("ticket").asString() + ": noted";
    }

    static String ticket(JsonNode view) {
        JsonNode ticket = view.path("ticket");
        return "Ticket " + ticket.path("id").path("number").asString() + ": "
                + ticket.path("subject").asString()
                + "\nCustomer: " + view.path("customer").path("name").asString() + ", asked by "
                + view.path("requester").path("name").asString() + " <"
                + view.path("requester").path("address").asString() + ">"
                + "\nStaff: " + holding(view.path("triage"))
                + "\nReserved: " + view.path("money").path("held").asString() + ", charged: "
                + view.path("money").path("charged").asString()
                + section("Quotes", view.path("quotes"), Text::quoteLine)
                + section("Messages", view.path("messages"), Text::messageLine)
                + section("History", view.path("history"), Text::stepLine);
    }

    private static String section(String title, JsonNode lines, Function<JsonNode, String> line) {
        return lines.isEmpty() ? "" : "\n\n" + title + "\n" + each(lines, line);
    }

    private static String quoteLine(JsonNode quote) {
        return "  v" + quote.path("version").asString() + " "
                + quote.path("amount").asString() + " for "
                + quote.path("category").path("key").asString() + ": "
                + quote.path("status").asString()
                + (quote.path("decision").isObject()
                        ? " by " + quote.path("decision").path("contact").asString() + ", in the words “"
                                + quote.path("decision").path("words").asString() + "”"
                        : "");
    }

    private static String messageLine(JsonNode said) {
        JsonNode content = said.path("content");
        String words = content.path("reply").asString("");
        String shown = words.isBlank() ? content.path("text").asString("") : words;
        return "  " + at(said) + " #" + said.path("id").asString() + " "
                + said.path("direction").asString()
                + (said.path("visibility").asString("").equals("STAFF") ? " (staff only)" : "") + " "
                + said.path("subject").asString("") + "\n"
                + shown.strip().indent(4).stripTrailing()
                + files(said.path("attachments"));
    }

    private static String files(JsonNode files) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < files.size(); i++) {
            JsonNode file = files.path(i);
            lines.append("\n    file ")
                    .append(i)
                    .append(": ")
                    .append(file.path("name").asString(""))
                    .append(" (")
                    .append(file.path("type").asString(""))
                    .append(", ")
                    .append(file.path("size").asString(""))
                    .append(" bytes)");
        }
        return lines.toString();
    }

    private static String stepLine(JsonNode step) {
        return "  " + at(step) + " " + step.path("row").asString() + " "
                + step.path("before").asString() + " → " + step.path("after").asString();
    }

    static String customers(JsonNode lines) {
        return lines.isEmpty() ? "No customers." : each(lines, Text::customerLine);
    }

    private static String customerLine(JsonNode customer) {
        return String.format(
                Locale.ROOT,
                "%6s  %s%s",
                customer.path("id").path("number").asString(),
                customer.path("name").asString(),
                customer.path("provisional").asBoolean() ? "  [not looked at yet]" : "");
    }

    static String customer(JsonNode view) {
        JsonNode upTo = view.path("customer").path("preAgreedUpTo");
        return customerLine(view.path("customer")).strip()
                + (upTo.isNumber() ? "\nAgreed in advance up to " + upTo.asString() : "")
                + "\n" + balances(view)
                + section("People", view.path("contacts"), contact -> "  " + contact(contact));
    }

    static String contact(JsonNode contact) {
        return contact.path("id").path("number").asString() + "  "
                + contact.path("name").asString() + " <"
                + contact.path("address").asString() + ">"
                + (contact.path("approver").asBoolean() ? ", may agree to charges" : "");
    }

    static String granted(JsonNode granted) {
        return (granted.path("fresh").asBoolean() ? "Paid in. " : "This order was paid in before; nothing changed. ")
                + balance(granted.path("balance"));
    }

    private static String balances(JsonNode view) {
        return view.path("balances").isEmpty()
                ? "No site yet, and so no points."
                : each(view.path("balances"), Text::balance);
    }

    static String site(JsonNode site) {
        return "Site " + site.path("id").path("number").asString() + ": "
                + site.path("name").asString();
    }

    static String balance(JsonNode balance) {
        JsonNode site = balance.path("site");
        return (site.isNumber() ? "Site " + site.asString() + ": balance " : "Balance ")
                + balance.path("balance").asString() + ", reserved "
                + balance.path("reserved").asString() + ", available "
                + balance.path("available").asString()
                + (balance.path("blocked").asBoolean() ? " (blocked after a charge-back)" : "");
    }

    static String statement(JsonNode statement) {
        return "Opening " + statement.path("opening").asString()
                + section("", statement.path("movements"), Text::movementLine).replaceFirst("\n\n", "")
                + "\nClosing " + statement.path("closing").asString() + ", of which reserved "
                + statement.path("reserved").asString();
    }

    private static String movementLine(JsonNode movement) {
        JsonNode ticket = movement.path("ticket").path("number");
        return String.format(
                Locale.ROOT,
                "  %s  %-18s %+6d  reserved %+6d  %s",
                at(movement),
                movement.path("kind").asString(),
                movement.path("amount").asLong(),
                movement.path("reserved").asLong(),
                ticket.isNumber()
                        ? "Q-" + ticket.asString() + "-"
                                + movement.path("quoteVersion").asString()
                        : movement.path("reference").asString());
    }

    /** When it was, to the second: {@code 2026-11-22T09:30:00Z}. */
    static String at(JsonNode what) {
        return what.path("at").asString().replaceFirst("\\.\\d+Z$", "Z");
    }

    private static String each(JsonNode lines, Function<JsonNode, String> line) {
        return lines.valueStream().map(line).collect(Collectors.joining("\n"));
    }
}
