package dev.parley.testkit.simulate;

import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.TicketReads.Offer;
import dev.parley.core.port.TicketReads.View;
import dev.parley.core.ticket.Price;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.TicketState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must be true of all tickets and wallets after whatever happened; each sentence is something that is not. */
final class Invariants {
    private final List<String> broken = new ArrayList<>();
    private final Map<WalletKey, Long> held = new HashMap<>();

    private Invariants() {}

    static List<String> broken(List<View> tickets, Map<WalletKey, Funds> wallets, Instant now) {
        Invariants all = new Invariants();
        tickets.forEach(all::ticket);
        wallets.forEach((wallet, funds) -> all.require(
                funds.reserved() == all.held.getOrDefault(wallet, 0L),
                "wallet " + wallet + " has " + funds.reserved() + " reserved, its tickets hold "
                        + all.held.getOrDefault(wallet, 0L) + " at " + now));
        return all.broken;
    }

    private void require(boolean right, String wrong) {
        if (!right) {
            broken.add(wrong);
        }
    }

    private void ticket(View view) {
        TicketReads.Money money = view.money();
        String name =
                "ticket " + view.ticket().id().number() + " (" + view.ticket().state() + ") ";
        Price price = price(view.ticket().state());
        require(money.held() == price.held(), name + "holds " + money.held() + ", by its state " + price.held());
        require(
                money.charged() == price.charged(),
                name + "is charged " + money.charged() + ", by its state " + price.charged());
        require(
                money.held() + money.charged() == 0 || isPriced(view),
                name + "is " + view.ticket().type() + " and costs something");
        require(money.held() + money.charged() <= agreed(view), name + "costs more than was ever agreed to");
        view.ticket().wallet().ifPresent(wallet -> held.merge(wallet, money.held(), Long::sum));
    }

    private static boolean isPriced(View view) {
        return view.ticket().type() == RequestType.PRICED;
    }

    /** The most that a yes, or an agreement beforehand, ever was about. */
    private static long agreed(View view) {
        return view.quotes().stream()
                .filter(offer -> offer.status() == Offer.Status.ACCEPTED || offer.status() == Offer.Status.AUTO)
                .mapToLong(Offer::amount)
                .max()
                .orElse(0);
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
