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
        AskOverage askOverage,
        SplitTicket splitTicket,
        MergeTickets mergeTickets,
        TriageTicket triage,
        HoldReply holdReply,
        PayIn payIn,
        DecideByLink decideByLink,
        ReviewFeature reviewFeature,
        Purchases purchases,
        BuyPoints buyPoints,
        TrackTime trackTime,
        CorrectTime correctTime,
        PlanMonth planMonth,
        Reviewing reviewing) {

    /** What is done with orders of packages. */
    public record Purchases(
            PlaceOrder place,
            SettleOrder settle,
            PayOnline payOnline,
            HearPayment hear,
            RefundOrder refund,
            LoseOrder lose,
            BuyByLink byLink,
            Automatically automatically) {}

    /** What is done with reviews. */
    public record Reviewing(LogIn logIn, WriteReview write, ModerateReviews moderate) {}

    /** What is done with automatic purchases. */
    public record Automatically(AgreeAutomatic agree, SwitchAutomatic switches, BuyAutomatically buy) {}

    /** The use cases of all {@code desks} over one store; they sell nothing. */
    public static UseCases over(DeskBook desks, Store store, Marks marks) {
        return over(desks, Shops.NONE, store, marks);
    }

    /** The use cases of all {@code desks} and their shops over one store. */
    public static UseCases over(DeskBook desks, Shops shops, Store store, Marks marks) {
        StaffNotices notices = new StaffNotices(marks);
        Correspondence correspondence = new Correspondence(marks, shops, notices);
        ActOnTicket act = new ActOnTicket(
                desks,
                new TicketRules(),
                store,
                correspondence,
                notices,
                new LowBalances(desks, shops, new Letters(marks, shops)));
        OpenTicket open = new OpenTicket(desks, act);
        AcceptMessage accept = new AcceptMessage(
                desks,
                store,
                new Threading(marks),
                new ReplyReader(),
                new AcceptMessage.Tools(act, open, correspondence, notices));
        PayIn payIn = new PayIn(store, act);
        return new UseCases(
                accept,
                act,
                new AssessWork(store, act),
                new AskOverage(store, act),
                new SplitTicket(store, act, open),
                new MergeTickets(store, act),
                new TriageTicket(store),
                new HoldReply(desks, store, act, notices),
                payIn,
                new DecideByLink(store, marks, act),
                new ReviewFeature(desks, store, correspondence),
                purchases(
                        shops,
                        store,
                        new Buying(
                                act,
                                payIn,
                                new OrderNews(desks, new Letters(marks, shops), notices),
                                new AutomaticNews(desks, new Letters(marks, shops), notices)),
                        marks),
                new BuyPoints(desks, store, marks, payIn, new BuyPoints.News(new Letters(marks, shops), notices)),
                new TrackTime(store, new HourNews(desks, new Letters(marks, shops), notices)),
                new CorrectTime(store),
                new PlanMonth(store, marks, new PlanNews(desks, marks, shops, notices), open, act),
                reviewing(desks, shops, store, marks));
    }

    private static Reviewing reviewing(DeskBook desks, Shops shops, Store store, Marks marks) {
        Letters letters = new Letters(marks, shops);
        LogIn logIn = new LogIn(desks, shops, store, marks, letters);
        return new Reviewing(logIn, new WriteReview(shops, store, logIn), new ModerateReviews(desks, store, letters));
    }

    private static Purchases purchases(Shops shops, Store store, Buying buying, Marks marks) {
        PlaceOrder place = new PlaceOrder(shops, store, buying.news);
        SettleOrder settle = new SettleOrder(store, buying.payIn, buying.news);
        LoseOrder lose = new LoseOrder(store, buying.act, buying.payIn, buying.news);
        SwitchAutomatic switches = new SwitchAutomatic(store, buying.news, buying.automatic);
        BuyAutomatically buy = new BuyAutomatically(
                shops, store, new BuyAutomatically.Parts(place, settle, switches, buying.news, buying.automatic));
        return new Purchases(
                place,
                settle,
                new PayOnline(shops.payments(), store, buying.news),
                new HearPayment(store, settle, lose, new HearPayment.Automatically(buy, switches), buying.news),
                new RefundOrder(store, buying.news),
                lose,
                new BuyByLink(shops, store, marks, place),
                new Automatically(new AgreeAutomatic(shops, store, marks, switches, buying.automatic), switches, buy));
    }

    private record Buying(ActOnTicket act, PayIn payIn, OrderNews news, AutomaticNews automatic) {}
}
