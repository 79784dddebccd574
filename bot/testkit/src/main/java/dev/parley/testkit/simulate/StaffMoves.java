package dev.parley.testkit.simulate;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.Site;
import dev.parley.core.desk.AssessWork.Work;
import dev.parley.core.desk.SplitTicket;
import dev.parley.core.hours.WorkKind;
import dev.parley.core.ledger.Unit;
import dev.parley.core.policy.PriceInput;
import dev.parley.core.policy.Pricing;
import dev.parley.core.port.Actor;
import dev.parley.core.ticket.Assessment;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What staff do: to any ticket, whether or not it fits. */
final class StaffMoves {
    private static final List<WorkKind> SERVICES = List.of(WorkKind.DESIGN_CHANGES, WorkKind.TRAINING);
    private static final int RECENT = 6;

    private final Town town;

    StaffMoves(Town town) {
        this.town = town;
    }

    /** Recent tickets mostly, as on a desk. */
    Optional<Ticket> ticket(Move move) {
        List<TicketId> all = town.tickets();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int among = move.how() % 5 == 0 ? all.size() : Math.min(RECENT, all.size());
        return town.ticket(all.get(all.size() - 1 - move.which() % among));
    }

    String assesses(Move move) {
        return ticket(move).map(ticket -> assess(ticket, move)).orElse("no ticket to assess");
    }

    private String assess(Ticket ticket, Move move) {
        return switch (move.how() % 12) {
            case 0 -> act(ticket, assessed(new Assessment.Incident("high")));
            case 1 -> act(ticket, assessed(new Assessment.Feature()));
            case 2 -> act(ticket, assessed(new Assessment.OnUs()));
            case 3 -> site(ticket, move);
            default -> work(ticket, move);
        };
    }

    private String site(Ticket ticket, Move move) {
        List<Site> sites = town.ports.customers().sites(ticket.customer());
        return sites.isEmpty()
                ? "no site to choose for " + name(ticket)
                : act(
                        ticket,
                        new TicketEvent.SiteChosen(
                                Move.pick(sites, move.which()).id().number()));
    }

    private String work(Ticket ticket, Move move) {
        Vendor vendor = Vendor.of(ticket.id().desk()).orElseThrow();
        var category = Move.pick(vendor.policy().categories(), move.how() / 12);
        long amount = 20L + move.which() % 40;
        Pricing price = vendor.policy().prices().price(category.key().key(), PriceInput.of(amount, "The work"));
        Pricing listed = vendor.policy().prices().price(category.key().key(), PriceInput.listed("The work"));
        Pricing fits = price instanceof Pricing.Priced ? price : listed;
        if (vendor.unit == Unit.MINUTE) {
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
        int kind = move.how() % 40;
        return switch (kind) {
            case 18 -> split(ticket);
            case 19, 20 -> merge(ticket, move);
            default -> act(ticket, kind > 29 ? fitting(ticket, move) : event(kind, move));
        };
    }

    /** What somebody would do who looks at the ticket. */
    private static TicketEvent fitting(Ticket ticket, Move move) {
        if (ticket.disputed()) {
            return event(10, move);
        }
        return switch (StateName.of(ticket.state())) {
            case NEGOTIATING -> event(4, move);
            case CANCEL_REVIEW -> event(5, move);
            case REQUOTED -> event(7, move);
            case CLOSED -> event(9, move);
            case NEW -> event(0, move);
            case ASSESSING -> event(1, move);
            case QUOTED -> event(2, move);
            case FUNDING -> event(2, move);
            case WORKING -> event(move.which() % 2 == 0 ? 0 : 13, move);
            case ANSWERED -> event(8, move);
            case CLOSED_UNPAID -> event(9, move);
            case MERGED -> event(2, move);
        };
    }

    private static TicketEvent event(int kind, Move move) {
        long some = move.which() % 30;
        return switch (kind) {
            case 0, 21, 22 -> new TicketEvent.WorkStarted();
            case 1 -> new TicketEvent.InformationAsked("Which page?");
            case 2 -> new TicketEvent.RepliedFreely("It does.");
            case 3 -> new TicketEvent.ModificationRefused("It cannot be.");
            case 4 -> new TicketEvent.NegotiationSettled(some % 3 == 0 ? null : 10 + some, "so");
            case 5 -> new TicketEvent.CancellationSettled(some, "so");
            case 6 -> new TicketEvent.TakenBack("We cannot.");
            case 7 -> new TicketEvent.RaiseAbandoned(some % 2 == 0, "so");
            case 8 -> new TicketEvent.CloseAsked("solved");
            case 9 -> new TicketEvent.ReopenAsked();
            case 10 -> new TicketEvent.DisputeSettled(some, "fair");
            case 11 -> new TicketEvent.PriceListChanged();
            case 12 -> new TicketEvent.ApproversChanged();
            default -> new TicketEvent.AnswerSent("Here is the answer.");
        };
    }

    private String split(Ticket ticket) {
        Optional<SplitTicket.Split> split = town.useCases
                .splitTicket()
                .split(ticket.id(), new SplitTicket.Part("Another", "and where is the key?"), Town.AGENT, now());
        split.ifPresent(result -> {
            if (result instanceof SplitTicket.Split.Made(var child)) {
                town.made(child);
            }
        });
        return name(ticket) + " split: " + split;
    }

    private String merge(Ticket ticket, Move move) {
        TicketId target = Move.pick(town.tickets(), move.which() / 7);
        return said(
                ticket,
                "merged into " + target.number(),
                town.useCases.mergeTickets().merge(ticket.id(), target, Town.AGENT, now()));
    }

    /** Who may agree, and up to how much a customer has agreed in advance, changes. */
    String rights(Move move) {
        Contact who = town.contact(Move.pick(town.people, move.which()).id());
        if (move.how() % 3 == 0) {
            Long cap = move.how() % 2 == 0 ? null : 5L + move.which() % 50;
            town.ports.customers().preAgree(who.customer(), cap, town.by());
            return "customer " + who.customer().number() + " agrees in advance up to " + cap;
        }
        boolean approver = who.address().startsWith("alice") || !who.approver();
        town.ports.customers().approver(who.id(), approver, town.by());
        return who.address() + (approver ? " may agree" : " may not agree");
    }

    private String act(Ticket ticket, TicketEvent event) {
        Actor who = event instanceof TicketEvent.DisputeSettled ? Town.LEAD : Town.AGENT;
        return said(ticket, event.toString(), town.useCases.actOnTicket().act(ticket.id(), event, who, now()));
    }

    private static String said(Ticket ticket, String what, Optional<Decision> decision) {
        return name(ticket) + ": " + what + " → "
                + decision.map(d -> d.row().name()).orElse("no such ticket");
    }

    private static String name(Ticket ticket) {
        return ticket.id().desk() + " " + ticket.id().number();
    }

    private Instant now() {
        return town.now();
    }
}
