package dev.parley.app.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./parley ticket …}: look at tickets and act on them. */
@Command(name = "ticket", mixinStandardHelpOptions = true, description = "Look at tickets and act on them.")
public final class TicketCommand extends StaffCommand {
    private static final String TICKET = "The ticket's number.";

    @Command(description = "The newest tickets.", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--state", defaultValue = "", description = "Only these states, e.g. QUOTED,WORKING.")
                    String state,
            @Option(
                            names = "--attention",
                            description = "Only those somebody should look at, in any state, the newest reason first.")
                    boolean attention,
            @Option(names = "--queue", description = "Only those that wait for staff, what comes first first.")
                    boolean queue,
            @Option(names = "--max", defaultValue = "50", description = "How many, 1 to 200. Default: 50.") int max) {
        if (queue) {
            return get("tickets/queue?max=" + max, Levels::queue);
        }
        return attention
                ? get("tickets/attention?max=" + max, Text::tickets)
                : get("tickets?max=" + max + "&state=" + Text.encoded(state), Text::tickets);
    }

    @Command(
            description = "What nobody has seen yet, the newest first; also what belongs to no ticket.",
            mixinStandardHelpOptions = true)
    int notices(
            @Option(names = "--max", defaultValue = "50", description = "How many, 1 to 200. Default: 50.") int max) {
        return get("notices?max=" + max, Text::notices);
    }

    @Command(description = "Note that you have seen why a ticket needs attention.", mixinStandardHelpOptions = true)
    int seen(
            @Parameters(paramLabel = "TICKET", description = "The ticket's number; 0 for what belongs to none.")
                    long ticket) {
        return post("tickets/" + ticket + "/seen", body(), Text::seen);
    }

    @Command(description = "One ticket: what was said, done, agreed and charged.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "TICKET", description = TICKET) long ticket) {
        return getWith("tickets/" + ticket, "tickets/" + ticket + "/clock", Text::ticket, Levels::clocks);
    }

    @Command(
            description = "What was promised for a ticket, and how each of its clocks came to where it is.",
            mixinStandardHelpOptions = true)
    int clock(@Parameters(paramLabel = "TICKET", description = TICKET) long ticket) {
        return get("tickets/" + ticket + "/clock", Levels::clock);
    }

    @Command(
            description = "Say how urgent a ticket is; its deadlines are counted anew.",
            mixinStandardHelpOptions = true)
    int severity(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Parameters(paramLabel = "SEVERITY", description = "A severity of the desk file.") String severity,
            @Option(names = "--reason", description = "Kept with the ticket.") @Nullable String reason) {
        return post("tickets/" + ticket + "/severity", body("severity", severity, "reason", reason), Levels::changed);
    }

    @Command(
            description = "Say what the request is and takes; the price list or the specialist prices it.",
            mixinStandardHelpOptions = true)
    int assess(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(
                            names = "--as",
                            required = true,
                            description = "incident, feature, on-us, or a category of the desk file.")
                    String as,
            @Mixin Pricing pricing) {
        return post("tickets/" + ticket + "/assess", pricing.body(as), Text::done);
    }

    @Command(
            description = "Say which of the customer's sites it is for, whose points pay.",
            mixinStandardHelpOptions = true)
    int site(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--site", required = true, description = "The site's number.") long site) {
        return post("tickets/" + ticket + "/site", body("site", site), Text::done);
    }

    @Command(
            description = "Say so again with new facts: the price goes down by notice, up only by a new yes.",
            mixinStandardHelpOptions = true)
    int reassess(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--as", required = true, description = "As for assess.") String as,
            @Mixin Pricing pricing) {
        return post("tickets/" + ticket + "/assess", pricing.body(as), Text::done);
    }

    @Command(
            description = "Offer a code modification at the specialist's price, or settle a counter-offer.",
            mixinStandardHelpOptions = true)
    int quote(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--amount", description = "The total; without it a counter-offer is refused.") @Nullable
                    Long amount,
            @Option(names = "--scope", description = "What the customer gets.") @Nullable String scope,
            @Option(names = "--reason", description = "Shown to the customer.") @Nullable String reason) {
        return post(
                "tickets/" + ticket + "/quote", body("amount", amount, "scope", scope, "reason", reason), Text::done);
    }

    @Command(description = "Send the answer; what is held is charged now.", mixinStandardHelpOptions = true)
    int answer(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--text", required = true, description = "The answer; @FILE reads a file.") String text) {
        return post("tickets/" + ticket + "/answer", body("text", Text.of(text)), Text::done);
    }

    @Command(description = "Write to the customer without charging.", mixinStandardHelpOptions = true)
    int reply(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--text", required = true, description = "The words; @FILE reads a file.") String text) {
        return post("tickets/" + ticket + "/reply", body("text", Text.of(text)), Text::done);
    }

    @Command(description = "Ask the customer for information.", mixinStandardHelpOptions = true)
    int ask(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--text", required = true, description = "The question; @FILE reads a file.") String text) {
        return post("tickets/" + ticket + "/ask", body("text", Text.of(text)), Text::done);
    }

    @Command(description = "Take a ticket nobody has.", mixinStandardHelpOptions = true)
    int claim(@Parameters(paramLabel = "TICKET", description = TICKET) long ticket) {
        return post("tickets/" + ticket + "/claim", body(), Text::triage);
    }

    @Command(description = "Leave a ticket to others.", mixinStandardHelpOptions = true)
    int release(@Parameters(paramLabel = "TICKET", description = TICKET) long ticket) {
        return post("tickets/" + ticket + "/release", body(), Text::triage);
    }

    @Command(description = "Give a ticket to somebody, whoever has it.", mixinStandardHelpOptions = true)
    int assign(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--to", required = true, paramLabel = "LOGIN", description = "Somebody of this desk.")
                    String to) {
        return post("tickets/" + ticket + "/assign", body("to", to), Text::triage);
    }

    @Command(
            description = "Put a ticket aside until a time, or until the customer writes.",
            mixinStandardHelpOptions = true)
    int snooze(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(
                            names = "--until",
                            required = true,
                            description = "Such as 2026-11-24T09:00:00Z, at most 90 days from now.")
                    Instant until) {
        return post("tickets/" + ticket + "/snooze", body("until", until.toString()), Text::triage);
    }

    @Command(description = "Bring back a ticket that was put aside.", mixinStandardHelpOptions = true)
    int wake(@Parameters(paramLabel = "TICKET", description = TICKET) long ticket) {
        return post("tickets/" + ticket + "/snooze", body(), Text::triage);
    }

    @Command(description = "Leave a note that staff alone see.", mixinStandardHelpOptions = true)
    int note(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--text", required = true, description = "The note; @FILE reads a file.") String text) {
        return post("tickets/" + ticket + "/note", body("text", Text.of(text)), Text::noted);
    }

    @Command(description = "Note that work has begun.", mixinStandardHelpOptions = true)
    int start(@Parameters(paramLabel = "TICKET", description = TICKET) long ticket) {
        return post("tickets/" + ticket + "/start", body(), Text::done);
    }

    @Command(description = "Make a ticket of a question about something else.", mixinStandardHelpOptions = true)
    int split(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--subject", required = true, description = "Of the new ticket.") String subject,
            @Option(names = "--text", required = true, description = "The customer's words; @FILE reads a file.")
                    String text) {
        return post("tickets/" + ticket + "/split", body("subject", subject, "text", Text.of(text)), Text::created);
    }

    @Command(description = "Merge into another ticket of the same customer.", mixinStandardHelpOptions = true)
    int merge(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--into", required = true, paramLabel = "TICKET", description = "The one that goes on.")
                    long into) {
        return post("tickets/" + ticket + "/merge", body("into", into), Text::done);
    }

    @Command(
            description = "Take the request back for the customer; in review, settle what is due.",
            mixinStandardHelpOptions = true)
    int cancel(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--due", description = "What is charged of a cancelled ticket. Default: 0.") @Nullable
                    Long due,
            @Option(names = "--reason", description = "Shown to the customer.") @Nullable String reason) {
        return post("tickets/" + ticket + "/cancel", body("amount", due, "reason", reason), Text::done);
    }

    @Command(description = "Close an answered ticket.", mixinStandardHelpOptions = true)
    int close(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--reason", description = "Kept in the history.") @Nullable String reason) {
        return post("tickets/" + ticket + "/close", body("reason", reason), Text::done);
    }

    @Command(
            description = "Open a closed ticket again; the same issue costs nothing more.",
            mixinStandardHelpOptions = true)
    int reopen(@Parameters(paramLabel = "TICKET", description = TICKET) long ticket) {
        return post("tickets/" + ticket + "/reopen", body(), Text::done);
    }

    @Command(
            name = "take-back",
            description = "We cannot do it after all; nothing is charged.",
            mixinStandardHelpOptions = true)
    int takeBack(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--reason", required = true, description = "Shown to the customer.") String reason) {
        return post("tickets/" + ticket + "/take-back", body("reason", reason), Text::done);
    }

    @Command(description = "Refuse a modification; nothing is charged.", mixinStandardHelpOptions = true)
    int refuse(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--reason", required = true, description = "Shown to the customer.") String reason) {
        return post("tickets/" + ticket + "/refuse", body("reason", reason), Text::done);
    }

    @Command(
            description = "A raise was not agreed: finish within the old amount, or stop.",
            mixinStandardHelpOptions = true)
    int raise(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--finish", description = "Go on within what was agreed; without it work stops.")
                    boolean finish,
            @Option(names = "--reason", description = "Shown to the customer.") @Nullable String reason) {
        return post("tickets/" + ticket + "/raise", body("finish", finish, "reason", reason), Text::done);
    }

    @Command(
            description = "Ask for minutes over a package that wants a yes first; the customer just replies.",
            mixinStandardHelpOptions = true)
    int overage(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--as", required = true, description = "The kind of work, a category of the desk file.")
                    String as,
            @Option(names = "--minutes", required = true, description = "How many over the package, 1 to 44640.")
                    long minutes,
            @Option(names = "--scope", required = true, description = "What for, as the customer reads it.")
                    String scope) {
        return post("tickets/" + ticket + "/overage", body("as", as, "minutes", minutes, "scope", scope), Text::done);
    }

    @Command(description = "Note that the customer disputes the charge.", mixinStandardHelpOptions = true)
    int dispute(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--reason", required = true, description = "In the customer's words.") String reason) {
        return post("tickets/" + ticket + "/dispute", body("reason", reason), Text::done);
    }

    @Command(
            name = "settle",
            description = "Decide a dispute; only for somebody who did not price the ticket.",
            mixinStandardHelpOptions = true)
    int settle(
            @Parameters(paramLabel = "TICKET", description = TICKET) long ticket,
            @Option(names = "--refund", defaultValue = "0", description = "What is given back. Default: 0.")
                    long refund,
            @Option(names = "--reason", required = true, description = "Shown to the customer.") String reason) {
        return post("tickets/" + ticket + "/dispute/decision", body("amount", refund, "reason", reason), Text::done);
    }
}
