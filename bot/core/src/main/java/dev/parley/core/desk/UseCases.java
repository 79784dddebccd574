package dev.parley.core.desk;

import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Threading;
import dev.parley.core.port.Store;
import dev.parley.core.reading.ReplyReader;
import dev.parley.core.ticket.TicketRules;

/** Everything a desk can do, wired over its ports. */
public record UseCases(
        AcceptMessage acceptMessage,
        ActOnTicket actOnTicket,
        AssessWork assessWork,
        SplitTicket splitTicket,
        MergeTickets mergeTickets,
        PayIn payIn,
        DecideByLink decideByLink,
        Purchases purchases) {

    /** What is done with orders of packages. */
    public record Purchases(PlaceOrder place, SettleOrder settle) {}

    /** The use cases of all {@code desks} over one store; they sell nothing. */
    public static UseCases over(DeskBook desks, Store store, Marks marks) {
        return over(desks, Shops.NONE, store, marks);
    }

    /** The use cases of all {@code desks} and their shops over one store. */
    public static UseCases over(DeskBook desks, Shops shops, Store store, Marks marks) {
        StaffNotices notices = new StaffNotices(marks);
        Correspondence correspondence = new Correspondence(marks, notices);
        ActOnTicket act = new ActOnTicket(desks, new TicketRules(), store, correspondence, notices);
        OpenTicket open = new OpenTicket(desks, act);
        AcceptMessage accept = new AcceptMessage(
                desks,
                store,
                new Threading(marks),
                new ReplyReader(),
                new AcceptMessage.Tools(act, open, correspondence, notices));
        PayIn payIn = new PayIn(store, act);
        OrderNews news = new OrderNews(desks, new Letters(marks), notices);
        return new UseCases(
                accept,
                act,
                new AssessWork(store, act),
                new SplitTicket(store, act, open),
                new MergeTickets(store, act),
                payIn,
                new DecideByLink(store, marks, act),
                new Purchases(new PlaceOrder(shops, store, news), new SettleOrder(store, payIn, news)));
    }
}
