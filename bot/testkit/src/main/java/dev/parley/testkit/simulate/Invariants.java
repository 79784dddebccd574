package dev.parley.testkit.simulate;

import dev.parley.core.feature.FeatureStatus;
import dev.parley.core.port.Features;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.TicketReads.Offer;
import dev.parley.core.port.TicketReads.View;
import dev.parley.core.ticket.Mode;
import dev.parley.core.ticket.Price;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.TicketState;
import dev.parley.testkit.Desks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What must be true of a ticket after whatever happened. */
final class Invariants {
    private static final long ALWAYS_AGREED = 5;

    private static final Pattern SECRET = Pattern.compile("secret of [a-z0-9.-]*[a-z0-9]");

    private final Findings findings;

    Invariants(Findings findings) {
        this.findings = findings;
    }

    /** {@code before}: as it was when it was looked at last, null at first. */
    void check(@Nullable View before, View view) {
        TicketReads.Money money = view.money();
        String name = view.ticket().id().desk() + " ticket "
                + view.ticket().id().number() + " (" + view.ticket().state() + ") ";
        Price price = price(view.ticket().state());
        findings.same(name + "holds, by its state", money.held(), price.held());
        findings.same(name + "is charged, by its state", money.charged(), price.charged());
        findings.require(
                money.held() + money.charged() == 0 || view.ticket().type() == RequestType.PRICED,
                () -> name + "is " + view.ticket().type() + " and costs something");
        findings.require(
                money.held() + money.charged() <= agreed(view), () -> name + "costs more than was ever agreed to");
        quotes(before, view, name);
        history(view.history(), name);
        findings.require(
                StateName.of(view.ticket().state()).open() == (view.ticket().dueAt() != null)
                        || !StateName.of(view.ticket().state()).open(),
                () -> name + "is open, and nothing is ever due");
    }

    /** The product team has a wish on its list as long as its ticket is one, and no other ticket's. */
    void wish(View view, Optional<Features.View> wish) {
        StateName state = StateName.of(view.ticket().state());
        boolean wanted = view.ticket().type() == RequestType.FEATURE
                && state != StateName.CLOSED_UNPAID
                && state != StateName.MERGED;
        boolean listed = wish.filter(one -> one.line().status() != FeatureStatus.WITHDRAWN)
                .isPresent();
        findings.require(
                wanted == listed,
                () -> view.ticket() + (wanted ? " is a wish nobody reviews" : " is no wish, and reviewed: ") + wish);
        wish.ifPresent(one -> findings.require(
                one.steps().getLast().status() == one.line().status(),
                () -> "a wish stands otherwise than its last step says: " + one));
    }

    /** No mail says what staff said among themselves, or what belongs to another customer. */
    void letters(View view) {
        for (TicketReads.Said said : view.messages()) {
            if (said.direction() == TicketReads.Direction.OUT) {
                letter(view.ticket().id() + " tells " + said.to() + ": ", said);
            }
        }
    }

    private void letter(String name, TicketReads.Said said) {
        String text = said.subject() + "\n" + said.content().text();
        findings.require(!text.contains(TriageMoves.NOTE), () -> name + "a note of staff: " + text);
        String own = Mail.secret(said.to().getFirst().address());
        Matcher secrets = SECRET.matcher(text);
        while (secrets.find()) {
            String found = secrets.group();
            findings.require(found.equals(own), () -> name + "the " + found);
        }
    }

    /** The most that a yes, or an agreement beforehand, ever was about. */
    private static long agreed(View view) {
        return view.quotes().stream()
                .filter(offer -> offer.status() == Offer.Status.ACCEPTED || offer.status() == Offer.Status.AUTO)
                .mapToLong(Offer::amount)
                .max()
                .orElse(0);
    }

    private void quotes(@Nullable View before, View view, String name) {
        int known = before == null ? 0 : before.quotes().size();
        Mode mode = (before == null ? view : before).ticket().mode();
        long open = view.quotes().stream()
                .filter(offer -> offer.status() == Offer.Status.SENT)
                .count();
        findings.require(open <= 1, () -> name + "has " + open + " open quotes");
        for (Offer offer : view.quotes()) {
            findings.require(
                    offer.status() != Offer.Status.AUTO
                            || offer.version() <= known
                            || isAgreedBefore(view, mode, offer),
                    () -> name + "has an automatic quote nobody agreed to: " + offer);
            TicketReads.Agreement yes = offer.decision();
            findings.require(
                    offer.status() != Offer.Status.ACCEPTED || (yes != null && yes.accepted()),
                    () -> name + "has an accepted quote without a yes: " + offer);
            findings.require(
                    yes == null || !yes.accepted() || yes.receivedAt().isBefore(offer.expiresAt()),
                    () -> name + "has a yes that came too late: " + offer);
        }
    }

    /** Category 1, or up to what was agreed in advance, or less than a yes was about. */
    private static boolean isAgreedBefore(View view, Mode mode, Offer offer) {
        boolean question = offer.category().equals(Desks.QUESTION) && offer.amount() <= ALWAYS_AGREED;
        boolean inAdvance = mode instanceof Mode.PreAgreed(var cap) && offer.amount() <= cap;
        boolean less = view.quotes().stream()
                .anyMatch(before -> before.version() < offer.version()
                        && before.amount() >= offer.amount()
                        && (before.status() == Offer.Status.ACCEPTED || before.status() == Offer.Status.AUTO));
        return question || inAdvance || less;
    }

    private void history(List<TicketReads.Step> steps, String name) {
        Instant before = Instant.EPOCH;
        for (TicketReads.Step step : steps) {
            Instant at = before;
            findings.require(!step.at().isBefore(at), () -> name + "went back in time: " + step + " after " + at);
            findings.require(
                    step.kind() == TicketReads.Step.Kind.TRANSITION || step.before() == step.after(),
                    () -> name + "changed without a transition: " + step);
            before = step.at();
        }
    }

    private static Price price(TicketState state) {
        return switch (state) {
            case TicketState.New _ -> new Price.Free();
            case TicketState.Assessing _ -> new Price.Free();
            case TicketState.Quoted _ -> new Price.Free();
            case TicketState.Negotiating _ -> new Price.Free();
            case TicketState.Funding _ -> new Price.Free();
            case TicketState.Working working -> working.price();
            case TicketState.Requoted raise -> raise.current();
            case TicketState.CancelReview review -> review.price();
            case TicketState.Answered answered -> answered.price();
            case TicketState.Closed closed -> closed.price();
            case TicketState.ClosedUnpaid _ -> new Price.Free();
            case TicketState.Merged _ -> new Price.Free();
        };
    }
}
