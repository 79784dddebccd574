package dev.parley.slack;

import com.google.gson.JsonObject;
import dev.parley.core.policy.PriceList;
import dev.parley.core.policy.PriceRule;
import dev.parley.core.port.Staff;
import dev.parley.core.port.TicketReads.View;
import dev.parley.core.ticket.Mode;
import dev.parley.core.ticket.TicketState;
import dev.parley.core.triage.PublicReply;
import dev.parley.slack.Block.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What stands in each form. A form that is shown again keeps what was filled in. */
final class FormBlocks {
    /** Nothing filled in yet. */
    static final UnaryOperator<String> EMPTY = _ -> "";

    private static final int AMOUNT_CHARS_MAX = 12;
    private static final int VERSION_CHARS_MAX = 100;
    private static final int REASON_CHARS_MAX = 900;
    private static final int SUBJECT_CHARS_MAX = 200;

    private final SlackDesk desk;
    private final Staff staff;

    FormBlocks(SlackDesk desk, Staff staff) {
        this.desk = desk;
        this.staff = staff;
    }

    /** The block that errors about the whole form are shown at. */
    String first(String form) {
        return switch (form) {
            case Forms.ASSESS -> "as";
            case Forms.REPLY, Forms.NOTE, Forms.SPLIT -> "text";
            case Forms.MERGE -> "into";
            case Forms.ASSIGN -> "login";
            case Forms.SEVERITY -> "severity";
            case Forms.SNOOZE -> "days";
            default -> "reason";
        };
    }

    /** {@code filled}: what is in a field already, by its block. */
    List<JsonObject> of(String form, View view, UnaryOperator<String> filled) {
        return switch (form) {
            case Forms.ASSESS -> assess(view, filled);
            case Forms.REPLY -> reply(view, filled);
            case Forms.NOTE ->
                List.of(
                        Block.context("Only the desk's own people see a note. No customer ever does."),
                        Block.input("text", "Note", Block.text(filled.apply("text"), Block.INPUT_CHARS_MAX)));
            case Forms.SPLIT ->
                List.of(
                        Block.input(
                                "subject",
                                "Subject of the new ticket",
                                Block.line(filled.apply("subject"), SUBJECT_CHARS_MAX)),
                        Block.hint(
                                Block.input(
                                        "text",
                                        "The customer's words it is about",
                                        Block.text(filled.apply("text"), Block.INPUT_CHARS_MAX)),
                                "The customer is told once, and the new ticket is assessed by itself."));
            case Forms.MERGE ->
                List.of(Block.input(
                        "into",
                        "Number of the ticket that goes on",
                        Block.line(filled.apply("into"), AMOUNT_CHARS_MAX)));
            case Forms.ASSIGN -> List.of(Block.input("login", "Who has it", people(filled.apply("login"))));
            case Forms.SEVERITY -> severity(filled);
            case Forms.SNOOZE -> List.of(Block.input("days", "Put it aside for", days()));
            case Forms.CANCEL -> cancel(view, filled);
            default -> List.of(reason("Why", filled));
        };
    }

    private static JsonObject reason(String label, UnaryOperator<String> filled) {
        return Block.optional(Block.input("reason", label, Block.line(filled.apply("reason"), REASON_CHARS_MAX)));
    }

    private List<JsonObject> assess(View view, UnaryOperator<String> filled) {
        List<JsonObject> all = new ArrayList<>();
        if (view.ticket().mode() instanceof Mode.PreAgreed(var cap)) {
            all.add(Block.context("The customer agreed in advance to fixed prices up to "
                    + Stand.amount(cap, desk.policy().unit()) + ": no yes is asked for within that."));
        }
        all.add(Block.input("as", "What it is", Block.select("value", "Choose", kinds(), chosen(filled, "as"))));
        all.add(Block.hint(
                Block.optional(Block.input("amount", "Amount", Block.line(filled.apply("amount"), AMOUNT_CHARS_MAX))),
                "Only where the price list leaves it to you, in " + unit() + "."));
        if (desk.policy().categories().stream().anyMatch(category -> category.price() instanceof PriceRule.Upgrade)) {
            all.add(Block.optional(
                    Block.input("from", "Upgrade from version", Block.line(filled.apply("from"), VERSION_CHARS_MAX))));
            all.add(Block.optional(
                    Block.input("to", "Upgrade to version", Block.line(filled.apply("to"), VERSION_CHARS_MAX))));
        }
        all.add(Block.hint(
                Block.optional(Block.input(
                        "scope",
                        "What the customer gets",
                        Block.text(filled.apply("scope"), PriceList.SCOPE_CHARS_MAX))),
                "In plain words; it stands in the quote."));
        if (!desk.kinds().severities().isEmpty()) {
            all.add(Block.optional(Block.input(
                    "severity",
                    "How urgent, for an incident",
                    Block.select("value", "Choose", severities(), chosen(filled, "severity")))));
        }
        all.add(reason("Why, for the history", filled));
        return all;
    }

    private String unit() {
        return Stand.amount(2, desk.policy().unit()).replaceFirst("^\\d+ ", "");
    }

    private static String chosen(UnaryOperator<String> filled, String block) {
        return filled.apply(block);
    }

    private List<Option> kinds() {
        List<Option> all = new ArrayList<>();
        desk.policy()
                .categories()
                .forEach(category ->
                        all.add(new Option(category.key().key(), category.title() + price(category.price()))));
        if (desk.kinds().types().contains("incident")) {
            all.add(new Option("incident", "Incident: a fault of ours, free"));
        }
        if (desk.kinds().types().contains("feature")) {
            all.add(new Option("feature", "Wish for the product, free"));
        }
        all.add(new Option("on-us", "On us: nothing is charged"));
        return all;
    }

    private String price(PriceRule rule) {
        return switch (rule) {
            case PriceRule.Fixed(var amount) ->
                " (" + Stand.amount(amount, desk.policy().unit()) + ")";
            case PriceRule.From(var minimum) ->
                " (from " + Stand.amount(minimum, desk.policy().unit()) + ")";
            case PriceRule.Upgrade _ -> " (by its versions)";
        };
    }

    private List<Option> severities() {
        return desk.kinds().severities().stream()
                .map(level -> new Option(level, level))
                .toList();
    }

    private List<JsonObject> severity(UnaryOperator<String> filled) {
        if (desk.kinds().severities().isEmpty()) {
            return List.of(Block.section("This desk has no levels; name some under severities in the desk file."));
        }
        return List.of(
                Block.input(
                        "severity",
                        "How urgent",
                        Block.select("value", "Choose", severities(), chosen(filled, "severity"))),
                reason("Why", filled));
    }

    private static List<JsonObject> reply(View view, UnaryOperator<String> filled) {
        List<Option> kinds = List.of(
                new Option(PublicReply.Kind.ANSWER.name(), "The answer: the ticket is answered, and charged as agreed"),
                new Option(PublicReply.Kind.REPLY.name(), "A word in between, not the answer"),
                new Option(PublicReply.Kind.QUESTION.name(), "A question: we need something first"));
        String kind = filled.apply("kind");
        return List.of(
                Block.context("*This goes to the customer*, "
                        + Block.quoted(view.requester().name()) + " <"
                        + Block.quoted(view.requester().address()) + ">. What you type in the thread stays inside."),
                Block.input("kind", "What it is", Block.select("value", "Choose", kinds, kind)),
                Block.input("text", "Text", Block.text(filled.apply("text"), Block.INPUT_CHARS_MAX)));
    }

    private List<JsonObject> cancel(View view, UnaryOperator<String> filled) {
        boolean settles = view.ticket().state() instanceof TicketState.CancelReview;
        return settles
                ? List.of(
                        Block.input(
                                "amount",
                                "What is due, 0 for nothing",
                                Block.line(filled.apply("amount"), AMOUNT_CHARS_MAX)),
                        reason("Why", filled))
                : List.of(
                        Block.context("The request is taken back in the customer's name."),
                        reason("Why, for the history", filled));
    }

    private JsonObject people(String chosen) {
        List<Option> options = staff.list(desk.name()).stream()
                .filter(person -> person.roles().contains(Staff.Role.AGENT))
                .map(person -> new Option(person.login(), person.name() + " (" + person.login() + ")"))
                .toList();
        return Block.select("value", "Choose", options, chosen);
    }

    private static JsonObject days() {
        return Block.select(
                "value",
                "Choose",
                List.of(
                        new Option("1", "a day"),
                        new Option("2", "two days"),
                        new Option("7", "a week"),
                        new Option("14", "two weeks"),
                        new Option("30", "a month"),
                        new Option("0", "no time: bring it back")),
                "1");
    }
}
