package dev.parley.testkit.simulate;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.Contact;
import dev.parley.core.desk.BuyPoints;
import dev.parley.core.desk.BuyPoints.Bought;
import dev.parley.core.desk.BuyPoints.Seen;
import dev.parley.core.desk.BuyPoints.View;
import dev.parley.core.desk.ReviewFeature.Said;
import dev.parley.core.feature.FeatureRules;
import dev.parley.core.feature.FeatureStatus;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Points are bought for a quote that lacks them, and the product team says how wishes stand. */
final class ExtraMoves {
    private static final String DESK = Vendor.RAYOS.desk;
    private static final List<String> REASONS = List.of("Many ask for it.", "It fits.", "You have it next month.", "");

    private final Town town;
    private final Tally tally;
    private final StaffMoves staff;
    private final Map<WalletKey, Long> bought = new HashMap<>();

    ExtraMoves(Town town, Tally tally, StaffMoves staff) {
        this.town = town;
        this.tally = tally;
        this.staff = staff;
    }

    String happens(Move move) {
        return move.how() % 3 == 0 ? reviews(move) : buys(move);
    }

    /** What was bought for a site's wallet by the button. */
    long bought(WalletKey wallet) {
        return bought.getOrDefault(wallet, 0L);
    }

    private String reviews(Move move) {
        FeatureStatus status = Move.pick(List.of(FeatureStatus.values()), move.how() / 3);
        String reason = Move.pick(REASONS, move.which() / 7);
        return wish(move)
                .map(ticket -> {
                    Optional<FeatureRules.Ruling> said = town.useCases
                            .reviewFeature()
                            .review(ticket.id(), new Said(status, reason, Town.AGENT, town.now()));
                    if (said.isPresent() && said.get() instanceof FeatureRules.Ruling.Told) {
                        tally.did("wishes reviewed");
                    }
                    return "wish of " + ticket.id() + " is " + status + ", as ‘" + reason + "’: " + said;
                })
                .orElse("no wish to review");
    }

    /** A wish if there is one, mostly; else any ticket. */
    private Optional<Ticket> wish(Move move) {
        List<Ticket> wishes = town.tickets().stream()
                .flatMap(id -> town.ticket(id).stream())
                .filter(ticket -> ticket.type() == RequestType.FEATURE)
                .toList();
        return wishes.isEmpty() || move.how() % 5 == 0
                ? staff.ticket(move)
                : Optional.of(Move.pick(wishes, move.which()));
    }

    /** By anybody of the desk, for the version that waits or another one, with what was seen or something else. */
    private String buys(Move move) {
        List<Ticket> waiting = town.tickets().stream()
                .filter(id -> id.desk().equals(DESK))
                .flatMap(id -> town.ticket(id).stream())
                .filter(ticket -> ticket.state() instanceof TicketState.Funding)
                .toList();
        List<Contact> people =
                town.people.stream().filter(who -> who.id().desk().equals(DESK)).toList();
        if (waiting.isEmpty() || people.isEmpty()) {
            return "no points are missing";
        }
        Ticket ticket = Move.pick(waiting, move.which());
        int version = ticket.state() instanceof TicketState.Funding funding
                ? funding.quote().version()
                : 1;
        Contact who = Move.pick(people, move.how() / 3);
        Pointer pointer = new Pointer(
                ticket.id(),
                move.how() % 11 == 0 ? version + 1 : version,
                who.id().number());
        return buys(ticket.id(), town.marks.pointsToken(pointer), move);
    }

    private String buys(TicketId ticket, String token, Move move) {
        BuyPoints points = town.useCases.buyPoints();
        Optional<View> view = points.look(DESK, token, town.now());
        if (view.isEmpty()) {
            return "nothing to be seen of the points of " + ticket;
        }
        long missing = view.get().points() + (move.how() % 7 == 0 ? 1 : 0);
        Optional<WalletKey> wallet = town.ticket(ticket).flatMap(Ticket::wallet);
        Optional<Ruling<Bought>> ruling = points.buy(
                DESK, token, new Seen(missing, String.valueOf(view.get().price())), town.now());
        if (ruling.isPresent() && ruling.get() instanceof Allowed<Bought>(var done)) {
            tally.did("extra points bought");
            bought.merge(wallet.orElseThrow(), done.points(), Long::sum);
        }
        return "buys " + missing + " points for " + ticket + ": " + ruling;
    }
}
