package dev.parley.core.ticket;

import dev.parley.core.quote.Quote;
import dev.parley.core.ticket.Outgoing.Audience;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a quote that waits for an answer has in common in every state: guards G5 and G7, the question that holds up its
 * end, the unclear answer, the reminder.
 */
record OpenOffer(Scene scene, Quote quote, Waiting waiting) {

    QuoteClock clock() {
        return new QuoteClock(quote, waiting, scene.policy());
    }

    // ---- guards

    /** {@code then} if the reply points to this very version (G5); otherwise nothing is decided. */
    Decision ifBound(CustomerReply reply, Supplier<Decision> then) {
        return switch (reply.binding()) {
            case Binding.TicketOnly _ -> restate(reply);
            case Binding.Version(var version) -> {
                if (version == quote.version()) {
                    yield then.get();
                }
                yield version < quote.version() ? stale(reply, version) : restate(reply);
            }
        };
    }

    private Decision restate(CustomerReply reply) {
        return scene.refuse(
                Row.T26,
                "the reply points to no quote version",
                scene.facts(quote).say(Template.CONFIRM_BOUND, new Audience.Sender(reply.speaker()), quote.version()));
    }

    private Decision stale(CustomerReply reply, int version) {
        Replaced old = waiting.replaced();
        Facts facts = scene.facts(quote).with("old_quote_number", scene.number(version));
        if (old != null && old.version() == version) {
            facts.with("old_amount", old.amount()).with("reason", old.reason());
        } else {
            facts.with("old_amount", "").with("reason", "");
        }
        return scene.refuse(
                Row.T25,
                "version " + version + " was replaced by " + quote.version(),
                facts.say(Template.STALE_VERSION, new Audience.Sender(reply.speaker()), quote.version()));
    }

    // ---- time

    /** The quote given the time an open question took, as far as {@code at} needs it, and the posting that does so. */
    Quote extendedTo(Instant at) {
        return at.isBefore(quote.expiresAt()) ? quote : clock().at(at);
    }

    List<Posting> extension(Quote extended) {
        return extended.expiresAt().equals(quote.expiresAt())
                ? List.of()
                : List.of(new Posting.ExtendQuote(quote.version(), extended.expiresAt()));
    }

    /** Ends it as it stands now; expired if its time is over, else withdrawn. */
    List<Posting> end() {
        return List.of(new Posting.EndQuote(
                quote.version(),
                scene.now().isBefore(quote.expiresAt()) ? Posting.QuoteEnd.WITHDRAWN : Posting.QuoteEnd.EXPIRED));
    }

    /** Its time is over (T34, T83): the postings that say so, after any time a question gave it. */
    List<Posting> runOut() {
        List<Posting> postings = new ArrayList<>(extension(ended()));
        postings.add(new Posting.EndQuote(
                quote.version(),
                scene.now().isBefore(ended().expiresAt()) ? Posting.QuoteEnd.WITHDRAWN : Posting.QuoteEnd.EXPIRED));
        return postings;
    }

    Quote ended() {
        return clock().atTheLatest();
    }

    // ---- answers that decide nothing

    /** The clock stands still from when the question came (T28). */
    Waiting asked(CustomerReply reply) {
        return waiting.questionSince() == null
                ? new Waiting(waiting.reminders(), waiting.unclear(), reply.receivedAt(), waiting.replaced())
                : waiting;
    }

    Decision question(CustomerReply reply, Function<Waiting, TicketState> state) {
        Waiting next = asked(reply);
        return scene.to(Row.T28, state.apply(next))
                .say(
                        Template.STAFF_QUESTION,
                        Scene.STAFF,
                        scene.facts(quote)
                                .with(
                                        "until",
                                        new QuoteClock(quote, next, scene.policy())
                                                .atTheLatest()
                                                .expiresAt()))
                .done();
    }

    /** A person's words; they end the open question, and the time it took is given to the quote (T28). */
    Decision reply(String text, BiFunction<Quote, Waiting, TicketState> state) {
        Instant now = scene.now();
        if (waiting.questionSince() == null || clock().expired(now)) {
            return FreeReply.of(scene, text);
        }
        Quote moved = clock().at(now);
        int reminders = new QuoteClock(moved, Waiting.FRESH, scene.policy()).remindersBy(now);
        Waiting next = new Waiting(reminders, waiting.unclear(), null, waiting.replaced());
        return scene.to(Row.T28, state.apply(moved, next))
                .post(extension(moved))
                .about(
                        moved,
                        Template.QUESTION_ANSWERED,
                        Scene.REQUESTER,
                        scene.facts(moved).with("text", text))
                .done();
    }

    /** Asked back once; the second time a person looks (T31). */
    Decision unclear(CustomerReply reply, Function<Waiting, TicketState> state) {
        int times = waiting.unclear() + 1;
        Facts facts = scene.facts(quote).with("times", times);
        Audience sender = new Audience.Sender(reply.speaker());
        Change change = scene.to(
                Row.T31,
                state.apply(new Waiting(waiting.reminders(), times, waiting.questionSince(), waiting.replaced())));
        if (times == 1) {
            return change.about(quote, Template.ASK_PLAINLY, sender, facts).done();
        }
        if (times == 2) {
            change.about(quote, Template.PERSON_WILL_LOOK, sender, facts);
        }
        return change.say(Template.STAFF_UNCLEAR, Scene.STAFF, facts).done();
    }

    Decision remind(Function<Waiting, TicketState> state) {
        int reminders = clock().remindersBy(scene.now());
        Waiting next = new Waiting(reminders, waiting.unclear(), null, waiting.replaced());
        return scene.to(Row.T33, state.apply(next))
                .ask(quote, Template.REMINDER, scene.facts(quote).with("reminder", reminders))
                .done();
    }

    /** A counter-offer where there is nothing to negotiate (T30, C-29). */
    Decision listed(CustomerReply reply) {
        return scene.refuse(
                Row.T30,
                "the price is the price list's",
                scene.facts(quote)
                        .say(Template.PRICE_IS_LISTED, new Audience.Sender(reply.speaker()), quote.version()));
    }

    /** Who may agree has changed (T38). */
    Decision resend() {
        Facts facts = scene.facts(quote);
        Change change = scene.stay(Row.T38);
        return scene.situation().approvers().isEmpty()
                ? change.say(Template.STAFF_NO_APPROVER, Scene.STAFF, facts).done()
                : change.about(quote, Template.QUOTE_AGAIN, Scene.APPROVERS, facts)
                        .done();
    }

    /**
     * Mail comes back (T32). Only if it was the requester's are the others asked, so that returned mail never makes
     * mail that is returned.
     */
    Decision bounced(TicketEvent.Bounced event) {
        Change change = scene.stay(Row.T32)
                .say(Template.STAFF_BOUNCED, Scene.STAFF, scene.facts().with("recipient", event.recipient()));
        var approvers = scene.situation().approvers();
        boolean requesters = event.hard()
                && approvers.stream()
                        .anyMatch(c -> c.id().equals(scene.ticket().requester())
                                && c.address().equalsIgnoreCase(event.recipient()));
        if (requesters) {
            approvers.stream()
                    .filter(c -> !c.id().equals(scene.ticket().requester()))
                    .forEach(c -> change.about(
                            quote,
                            Template.QUOTE_AGAIN,
                            new Audience.Sender(new Speaker.Approver(c.id(), c.name())),
                            scene.facts(quote)));
        }
        return change.done();
    }
}
