package dev.parley.core.ticket;

import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.MessageKind;
import dev.parley.core.quote.Quote;
import dev.parley.core.reading.ReplyKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A tiny ledger of one wallet and one ticket that fails loudly on anything the real ledger would refuse. */
final class Oracle {
    private enum Status {
        SENT,
        AUTO,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        WITHDRAWN,
        SUPERSEDED
    }

    /** The only rows that may reserve money. */
    private static final Set<Row> HOLDING =
            Set.of(Row.T08, Row.T10, Row.T20, Row.T46, Row.T53, Row.T55, Row.T61, Row.T63, Row.T80, Row.T85);

    private static final Set<Row> CHARGING = Set.of(Row.T60, Row.T69);

    private final Map<Integer, Quote> quotes = new HashMap<>();
    private final Map<Integer, Status> status = new HashMap<>();
    private final Set<Integer> decided = new HashSet<>();
    private final Set<Integer> everHeld = new HashSet<>();
    private long balance;
    private int held;
    private long charged;
    private long mostAgreed;

    Oracle(long balance) {
        this.balance = balance;
    }

    long balance() {
        return balance;
    }

    long reserved() {
        return held == 0 ? 0 : quote(held).amount();
    }

    long charged() {
        return charged;
    }

    /** How many quote versions somebody decided; each can be decided once. */
    int decisions() {
        return decided.size();
    }

    void topUp(long amount) {
        balance += amount;
    }

    void apply(Decision.Transition transition, Instant now) {
        transition.postings().forEach(posting -> apply(transition.row(), posting, now));
        check(transition.next().state());
    }

    private void apply(Row row, Posting posting, Instant now) {
        switch (posting) {
            case Posting.OfferQuote offer -> offer(offer.quote());
            case Posting.DecideQuote decide -> decide(decide);
            case Posting.ExtendQuote extend -> extend(extend);
            case Posting.EndQuote end -> end(end, now);
            case Posting.AllowOverage allow -> allow(row, allow);
            case Posting.Hold hold -> hold(row, hold.version());
            case Posting.VoidHold hold -> resolve(hold.version());
            case Posting.PostHold post -> post(row, post);
            case Posting.Refund refund -> refund(refund.amount());
        }
    }

    private void offer(Quote quote) {
        require(quote.version() == quotes.size() + 1, "version " + quote.version() + " is not the next");
        status.replaceAll((version, s) ->
                (s == Status.SENT || s == Status.ACCEPTED || s == Status.AUTO) && !everHeld.contains(version)
                        ? Status.SUPERSEDED
                        : s);
        quotes.put(quote.version(), quote);
        status.put(quote.version(), quote.automatic() ? Status.AUTO : Status.SENT);
    }

    private void decide(Posting.DecideQuote decide) {
        int version = decide.version();
        CustomerReply evidence = decide.evidence();
        require(evidence.kind() == MessageKind.HUMAN, "decided by a machine (G2)");
        require(evidence.auth() == AuthVerdict.PASS, "decided by an unproven message (G3)");
        require(evidence.speaker() instanceof Speaker.Approver, "decided by no approver (G4)");
        require(evidence.binding().equals(new Binding.Version(version)), "decided by a reply to something else (G5)");
        require(evidence.receivedAt().isBefore(quote(version).expiresAt()), "decided too late (G7)");
        require(evidence.reading().kind() == (decide.accepted() ? ReplyKind.YES : ReplyKind.NO), "read otherwise");
        require(version == quotes.size(), "version " + version + " is an older one");
        require(status.get(version) == Status.SENT || status.get(version) == Status.EXPIRED, "quote is not open");
        require(decided.add(version), "decided twice");
        status.put(version, decide.accepted() ? Status.ACCEPTED : Status.DECLINED);
        mostAgreed = decide.accepted() && quote(version).over() == null
                ? Math.max(mostAgreed, quote(version).amount())
                : mostAgreed;
    }

    private void extend(Posting.ExtendQuote extend) {
        require(status.get(extend.version()) == Status.SENT, "only an open quote gets more time");
        require(extend.until().isAfter(quote(extend.version()).expiresAt()), "no more time");
        quotes.put(extend.version(), quote(extend.version()).validUntil(extend.until()));
    }

    private void end(Posting.EndQuote end, Instant now) {
        Status old = status.get(end.version());
        require(old == Status.SENT || old == Status.ACCEPTED || old == Status.AUTO, "cannot end what is " + old);
        require(!everHeld.contains(end.version()), "cannot end what was held");
        boolean expired = end.end() == Posting.QuoteEnd.EXPIRED;
        require(!expired || !now.isBefore(quote(end.version()).expiresAt()), "not expired yet");
        status.put(end.version(), expired ? Status.EXPIRED : Status.WITHDRAWN);
    }

    /** Nothing is reserved for minutes over; what was agreed to stays agreed to, whatever is asked next. */
    private void allow(Row row, Posting.AllowOverage allow) {
        int version = allow.quote().version();
        require(row == Row.T80, row + " must not let minutes over be billed");
        require(status.get(version) == Status.ACCEPTED, "not agreed to");
        require(quote(version).amount() == allow.quote().amount(), "other minutes than were agreed to");
        require(quote(version).over() != null, "no minutes over");
        require(everHeld.add(version), "allowed twice");
    }

    private void hold(Row row, int version) {
        require(HOLDING.contains(row), row + " must not hold");
        require(status.get(version) == Status.ACCEPTED || status.get(version) == Status.AUTO, "not agreed to");
        require(held == 0, "a second hold");
        require(everHeld.add(version), "held twice");
        require(quote(version).amount() <= balance, "not covered");
        mostAgreed = Math.max(mostAgreed, quote(version).amount());
        held = version;
    }

    private void resolve(int version) {
        require(held == version && version != 0, "no such hold: " + version);
        held = 0;
    }

    private void post(Row row, Posting.PostHold post) {
        require(CHARGING.contains(row), row + " must not charge");
        require(post.amount() >= 1 && post.amount() <= reserved(), "charges more than is held");
        resolve(post.version());
        balance -= post.amount();
        charged += post.amount();
    }

    private void refund(long amount) {
        require(amount >= 1 && amount <= charged, "refunds more than was charged");
        balance += amount;
        charged -= amount;
    }

    /** What must hold after every step, whatever happened. */
    void check(TicketState state) {
        require(charged <= mostAgreed, "charged more than was ever agreed to");
        Price price = price(state);
        require(price.held() == reserved(), state + " but held is " + reserved());
        require(price.charged() == charged, state + " but charged is " + charged);
        if (state instanceof TicketState.Quoted || state instanceof TicketState.Funding) {
            require(held == 0, "held before a yes");
        }
    }

    static Price price(TicketState state) {
        return switch (state) {
            case TicketState.Working working -> working.price();
            case TicketState.Requoted requoted -> requoted.current();
            case TicketState.CancelReview review -> review.price();
            case TicketState.Answered answered -> answered.price();
            case TicketState.Closed closed -> closed.price();
            default -> new Price.Free();
        };
    }

    private Quote quote(int version) {
        Quote quote = quotes.get(version);
        require(quote != null, "no quote version " + version);
        return java.util.Objects.requireNonNull(quote);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
