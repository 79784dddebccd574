package dev.parley.testkit.simulate;

import dev.parley.core.customer.Site;
import dev.parley.core.desk.AssessWork.Work;
import dev.parley.core.desk.SplitTicket;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.ledger.Unit;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.policy.PriceInput;
import dev.parley.core.policy.Pricing;
import dev.parley.core.port.Actor;
import dev.parley.core.ticket.Assessment;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.testkit.Desks;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What staff do, and the clock: to any ticket, whether or not it fits. */
final class StaffMoves {
    private static final List<WorkKind> SERVICES = List.of(WorkKind.DESIGN_CHANGES, WorkKind.TRAINING);
    private static final int RECENT = 6;

    private final Town town;

    StaffMoves(Town town) {
        this.town = town;
    }

    /** Recent tickets mostly, as on a desk. */
    private Optional<Ticket> ticket(Move move) {
        List<TicketId> all = town.tickets().reversed();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int among = move.how() % 5 == 0 ? all.size() : Math.min(RECENT, all.size());
        return town.store
                .inMemory()
                .tickets()
                .find(all.get(move.which() % among))
                .map(view -> view.ticket());
    }

    String assesses(Move move) {
        return ticket(move).map(ticket -> assess(ticket, move)).orElse("no ticket to assess");
    }

    private String assess(Ticket ticket, Move move) {
        return switch (move.how() % 10) {
            case 0 -> act(ticket, assessed(new Assessment.Incident("high")));
            case 1 -> act(ticket, assessed(new Assessment.Feature()));
            case 2 -> act(ticket, assessed(new Assessment.OnUs()));
            case 3 -> site(ticket, move);
            default -> work(ticket, move);
        };
    }

    private String site(Ticket ticket, Move move) {
        List<Site> sites = town.store.inMemory().customers().sites(ticket.customer());
        return sites.isEmpty()
                ? "no site to choose for " + name(ticket)
                : act(
                        ticket,
                        new TicketEvent.SiteChosen(
                                Move.pick(sites, move.which()).id().number()));
    }

    private String work(Ticket ticket, Move move) {
        DeskPolicy policy = Desks.paidIn(
                Unit.valueOf(ticket.id().desk().toUpperCase(Locale.ROOT)),
                ticket.id().desk());
        var category = Move.pick(policy.categories(), move.how() / 10);
        long amount = 20L + move.which() % 40;
        Pricing price = policy.prices().price(category.key().key(), PriceInput.of(amount, "The work"));
        Pricing listed = policy.prices().price(category.key().key(), PriceInput.listed("The work"));
        Pricing fits = price instanceof Pricing.Priced ? price : listed;
        if (policy.unit() == Unit.MINUTE) {
            Work work = new Work(category.key(), Move.pick(SERVICES, move.which()), fits, "seen anew");
            return said(
                    ticket,
                    "assessed as " + work,
                    town.useCases.assessWork().assess(ticket.id(), work, Town.AGENT, now()));
        }
        return fits instanceof Pricing.Priced priced
                ? act(ticket, assessed(Assessment.Priced.of(priced)))
                : "nothing can be priced so";
    }

    private static TicketEvent assessed(Assessment assessment) {
        return new TicketEvent.Assessed(assessment, "seen anew");
    }

    String acts(Move move) {
        return ticket(move).map(ticket -> act(ticket, move)).orElse("no ticket to work on");
    }

    private String act(Ticket ticket, Move move) {
        int kind = move.how() % 20;
        return switch (kind) {
            case 18 -> split(ticket);
            case 19 -> merge(ticket, move);
            default -> act(ticket, event(kind, move));
        };
    }

    private static TicketEvent event(int kind, Move move) {
        long some = move.which() % 30;
        return switch (kind) {
            case 0 -> new TicketEvent.WorkStarted();
            case 1 -> new TicketEvent.InformationAsked("Which page?");
            case 2 -> new TicketEvent.RepliedFreely("It does.");
            case 3 -> new TicketEvent.ModificationRefused("It cannot be.");
            case 4 -> new TicketEvent.NegotiationSettled(some % 2 == 0 ? null : 20 + some, "so");
            case 5 -> new TicketEvent.CancellationSettled(some, "so");
            case 6 -> new TicketEvent.TakenBack("We cannot.");
            case 7 -> new TicketEvent.RaiseAbandoned(some % 2 == 0, "so");
            case 8 -> new TicketEvent.CloseAsked("solved");
            case 9 -> new TicketEvent.ReopenAsked();
            case 10 -> new TicketEvent.DisputeSettled(some, "fair");
            case 11 -> new TicketEvent.PurchaseChargedBack();
            case 12 -> new TicketEvent.PriceListChanged();
            case 13 -> new TicketEvent.ApproversChanged();
            default -> new TicketEvent.AnswerSent("Here is the answer.");
        };
    }

    private String split(Ticket ticket) {
        var split = town.useCases
                .splitTicket()
                .split(ticket.id(), new SplitTicket.Part("Another", "and where is the key?"), Town.AGENT, now());
        return name(ticket) + " split: " + split;
    }

    private String merge(Ticket ticket, Move move) {
        TicketId target = Move.pick(town.tickets(), move.which() / 7);
        return said(
                ticket,
                "merged into " + target.number(),
                town.useCases.mergeTickets().merge(ticket.id(), target, Town.AGENT, now()));
    }

    void deadline(TicketId id) {
        var ignored = town.useCases.actOnTicket().act(id, new TicketEvent.DeadlinePassed(), new Actor.Desk(), now());
    }

    private String act(Ticket ticket, TicketEvent event) {
        return said(ticket, event.toString(), town.useCases.actOnTicket().act(ticket.id(), event, Town.AGENT, now()));
    }

    private static String said(Ticket ticket, String what, Optional<Decision> decision) {
        return name(ticket) + ": " + what + " → "
                + decision.map(d -> d.row().name()).orElse("no such ticket");
    }

    private static String name(Ticket ticket) {
        return ticket.id().desk() + " " + ticket.id().number();
    }

    private Instant now() {
        return town.clock.instant();
    }
}
