package dev.parley.core.ticket;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.policy.Category;
import dev.parley.core.policy.ClosingTerms;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.policy.QuoteTerms;
import dev.parley.core.quote.Quote;
import dev.parley.core.ticket.Outgoing.Audience;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One ticket at one moment: what every rule looks at, and short words for answering. */
record Scene(Ticket ticket, Situation situation) {
    static final Audience REQUESTER = new Audience.Requester();
    static final Audience APPROVERS = new Audience.Approvers();
    static final Audience STAFF = new Audience.Staff();

    Instant now() {
        return situation.now();
    }

    DeskPolicy policy() {
        return situation.policy();
    }

    QuoteTerms terms() {
        return policy().quotes();
    }

    ClosingTerms closing() {
        return policy().closing();
    }

    Funds funds() {
        return situation.funds();
    }

    Optional<Category> category(Quote quote) {
        return policy().category(quote.category().key());
    }

    /** Where the ticket's price is held and charged. That it is known is looked at before any price is. */
    WalletKey wallet() {
        return ticket.wallet().orElseThrow(() -> new IllegalStateException("ticket " + ticket.id() + " has no wallet"));
    }

    /** Where minutes of packages are, and those over them. */
    WalletKey packageWallet() {
        return WalletKey.of(ticket.customer(), Unit.MINUTE);
    }

    /** The quote the ticket's state is about: open, agreed to, or the last there was. */
    Optional<Quote> quote() {
        return switch (ticket.state()) {
            case TicketState.New _ -> Optional.empty();
            case TicketState.Assessing _ -> Optional.empty();
            case TicketState.Quoted quoted -> Optional.of(quoted.quote());
            case TicketState.Negotiating negotiating -> Optional.of(negotiating.quote());
            case TicketState.Funding funding -> Optional.of(funding.quote());
            case TicketState.Working working -> working.price().agreedQuote();
            case TicketState.Requoted requoted -> Optional.of(requoted.quote());
            case TicketState.CancelReview review -> review.price().agreedQuote();
            case TicketState.Answered answered -> answered.price().agreedQuote();
            case TicketState.Closed closed -> closed.price().agreedQuote();
            case TicketState.ClosedUnpaid closed -> Optional.ofNullable(closed.lastQuote());
            case TicketState.Merged _ -> Optional.empty();
        };
    }

    /** The funds as they would be with everything of {@code price} given back. */
    Funds fundsWithout(Price price) {
        return switch (price) {
            case Price.Free _ -> funds();
            case Price.Held held -> funds().afterReleasing(held.held());
            case Price.Charged charged ->
                new Funds(funds().balance() + charged.amount(), funds().reserved(), funds().blocked());
        };
    }

    // ---- facts

    Facts facts() {
        return new Facts()
                .at(quote().map(Quote::rate).orElse(null))
                .with("available", funds().available())
                .with("state", StateName.of(ticket.state()).name())
                .with(
                        "approvers",
                        situation.approvers().stream().map(Contact::name).collect(Collectors.joining(", ")));
    }

    /** Of minutes over a package nothing is taken out of a wallet before they are worked. */
    Facts facts(Quote quote) {
        return facts(quote, quote.over() == null ? funds() : new Funds(quote.amount(), 0, false));
    }

    Facts facts(Quote quote, Funds funds) {
        return facts().quote(policy(), ticket.id().number(), quote, funds);
    }

    /** A quote's number as customers see it. */
    String number(int version) {
        return Quote.number(ticket.id().number(), version);
    }

    static String name(Speaker speaker) {
        return switch (speaker) {
            case Speaker.Approver approver -> approver.name();
            case Speaker.Colleague colleague -> colleague.name();
            case Speaker.Stranger stranger -> stranger.address();
        };
    }

    // ---- answers

    Change to(Row row, TicketState next) {
        return new Change(this, row, next);
    }

    /** Nothing changes but what is said. */
    Change stay(Row row) {
        return to(row, ticket.state());
    }

    Decision refuse(Row row, String reason, Outgoing... outgoing) {
        return new Decision.Refused(row, reason, Arrays.asList(outgoing));
    }

    Decision ignore(Row row, String reason) {
        return new Decision.Ignored(row, reason);
    }

    /** Money came, and it is not enough (T56). */
    Decision stillShort(Facts facts) {
        return new Decision.Refused(
                Row.T56,
                "still short",
                andApprovers(List.of(REQUESTER)).stream()
                        .map(audience -> facts.say(Template.STILL_SHORT, audience, 0))
                        .toList());
    }

    /** No row speaks of it; when a customer did it, staff are told, and when staff did it, they hear why (G9). */
    Decision unlisted(TicketEvent event) {
        return unlisted(event, "has no meaning while the ticket is " + words(StateName.of(ticket.state())));
    }

    Decision unlisted(TicketEvent event, String reason) {
        String what = words(event.getClass());
        return switch (event) {
            case TicketEvent.ByCustomer _ ->
                refuse(
                        Row.UNLISTED,
                        what + " " + reason,
                        facts().with("event", what).with("reason", reason).say(Template.STAFF_UNLISTED, STAFF, 0));
            case TicketEvent.ByStaff _ -> refuse(Row.UNLISTED, what + " " + reason);
            case TicketEvent.ByDesk _ -> ignore(Row.UNLISTED, what + " " + reason);
        };
    }

    /** A person's words that change nothing here; there may be more in them than was read, so staff look (T44). */
    Decision nothingNew(CustomerReply reply, String reason) {
        return refuse(Row.T44, reason, tellStaff(reply));
    }

    /** A message that decides nothing: staff read it. */
    Outgoing tellStaff(CustomerReply reply) {
        return facts().with("speaker", name(reply.speaker()))
                .with("reading", reply.reading().kind())
                .say(Template.STAFF_CUSTOMER_WROTE, STAFF, 0);
    }

    /** Those who should hear what {@code who} decided: they, and the requester if that is somebody else. */
    List<Audience> told(Speaker.Known who) {
        Audience decider = new Audience.Sender(who);
        return who.contact().equals(ticket.requester()) ? List.of(decider) : List.of(decider, REQUESTER);
    }

    /** {@code told}, and everybody else who may agree to charges: they can bring what is missing (C-27, P-19). */
    List<Audience> andApprovers(List<Audience> told) {
        List<Audience> all = new ArrayList<>(told);
        situation.approvers().stream()
                .filter(contact -> !isTold(told, contact.id()))
                .map(contact -> new Audience.Sender(new Speaker.Approver(contact.id(), contact.name())))
                .forEach(all::add);
        return all;
    }

    private boolean isTold(List<Audience> told, ContactId contact) {
        return (contact.equals(ticket.requester()) && told.contains(REQUESTER))
                || told.stream()
                        .anyMatch(audience -> audience instanceof Audience.Sender(Speaker.Known known)
                                && known.contact().equals(contact));
    }

    boolean requesterMayAgree() {
        return situation.approvers().stream().anyMatch(c -> c.id().equals(ticket.requester()));
    }

    private static String words(Class<? extends TicketEvent> event) {
        return event.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String words(StateName state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
