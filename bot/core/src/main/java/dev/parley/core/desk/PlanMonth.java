package dev.parley.core.desk;

import dev.parley.core.contract.ContractId;
import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.hours.Consent;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.hours.MonthPlan;
import dev.parley.core.hours.MonthPlan.Task;
import dev.parley.core.hours.Place;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Plans.Kept;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.ticket.Assessment;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Mode;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The account manager plans a month, the customer sees it by mail and agrees to it, and its tasks become tickets
 * (H-09). Looking at the page of the link agrees to nothing; who holds the link got the mail at the registered address,
 * and only who may agree to charges agrees.
 */
public final class PlanMonth {
    private final Store store;
    private final Marks marks;
    private final PlanNews news;
    private final OpenTicket open;
    private final ActOnTicket act;

    PlanMonth(Store store, Marks marks, PlanNews news, OpenTicket open, ActOnTicket act) {
        this.store = store;
        this.marks = marks;
        this.news = news;
        this.open = open;
        this.act = act;
    }

    /**
     * What the holder of a link sees.
     *
     * @param newest false once a later version took its place
     */
    public record View(Contact holder, Kept plan, boolean newest) {
        /** True if the holder may agree to it. */
        public boolean mayAgree() {
            return newest && plan.yes() == null && holder.approver();
        }
    }

    /** Keeps a version of the month's plan and mails it; refused if {@code by} is not the account manager. */
    public Ruling<Kept> plan(HoursContract contract, YearMonth month, List<Task> tasks, Actor.Staff by, Instant now) {
        Optional<Refused<Kept>> no = refused(contract, month, tasks, by, now);
        return no.isPresent() ? no.get() : store.transact(tx -> planned(tx, contract, month, tasks, new By(by, now)));
    }

    private static Optional<Refused<Kept>> refused(
            HoursContract contract, YearMonth month, List<Task> tasks, Actor.Staff by, Instant now) {
        String name = "contract " + contract.contract().number();
        if (!by.login().equals(contract.manager())) {
            return no(by.login() + " is not the account manager of " + name, "let " + contract.manager() + " plan it");
        }
        var cycle = contract.contract().calendar().cycle(month);
        if (!contract.contract().touches(cycle) || !now.isBefore(cycle.end())) {
            return no(name + " has no " + month + " to plan", "plan a month of its term that is not over");
        }
        Instant in = cycle.start().isBefore(contract.contract().start())
                ? contract.contract().start()
                : cycle.start();
        return tasks.stream()
                .filter(task -> contract.placeOf(task.work(), in) instanceof Place.OnDemand)
                .findFirst()
                .flatMap(task -> no(
                        name + " does not include what ‘" + task.title() + "’ is",
                        "leave it out, and quote it on a ticket of its own"));
    }

    private static Optional<Refused<Kept>> no(String wrong, String right) {
        return Optional.of(new Refused<>(wrong, right));
    }

    private Ruling<Kept> planned(Transaction tx, HoursContract contract, YearMonth month, List<Task> tasks, By by) {
        CustomerId customer = contract.contract().customer();
        for (Task task : tasks) {
            if (task.ticket() != null && !isOwn(tx, customer, task.ticket())) {
                return new Refused<>(
                        "ticket " + task.ticket() + " is none of this customer's", "name one that is, or none");
            }
        }
        tx.lockFunds(WalletKey.of(customer, Unit.MINUTE));
        ContractId id = contract.contract().id();
        int version = tx.plans()
                .newest(id, month)
                .map(old -> old.plan().version() + 1)
                .orElse(1);
        long number = tx.plans().keep(id, new MonthPlan(month, version, tasks), by.actor, by.at);
        Kept kept = tx.plans().find(id.desk(), number).orElseThrow();
        news.propose(tx, customer, kept, by.at);
        return new Allowed<>(kept);
    }

    private static boolean isOwn(Transaction tx, CustomerId customer, long ticket) {
        return tx.lock(new TicketId(customer.desk(), ticket))
                .filter(one -> one.customer().equals(customer))
                .isPresent();
    }

    /** The newest plan of a month. */
    public Optional<Kept> newest(ContractId contract, YearMonth month) {
        return store.transact(tx -> tx.plans().newest(contract, month));
    }

    /** What is to be seen; empty if the token is not ours or names nothing that exists. */
    public Optional<View> look(String desk, String token) {
        return marks.ofPlanToken(desk, token).flatMap(pointer -> store.transact(tx -> view(tx, pointer)));
    }

    private static Optional<View> view(Transaction tx, Pointer pointer) {
        String desk = pointer.ticket().desk();
        return tx.plans().find(desk, pointer.ticket().number()).flatMap(plan -> {
            Contact holder = tx.contact(new ContactId(desk, pointer.contact()));
            boolean own = customer(tx, plan).equals(Optional.of(holder.customer()));
            return own ? Optional.of(new View(holder, plan, isNewest(tx, plan))) : Optional.empty();
        });
    }

    private static Optional<CustomerId> customer(Transaction tx, Kept plan) {
        return tx.plans().customer(plan.contract());
    }

    private static boolean isNewest(Transaction tx, Kept plan) {
        return tx.plans()
                .newest(plan.contract(), plan.plan().month())
                .filter(newest -> newest.number() == plan.number())
                .isPresent();
    }

    /** Agrees by the button on the page; empty if the token is not ours or names nothing that exists. */
    public Optional<Ruling<Kept>> agree(String desk, String token, Instant now) {
        return look(desk, token).map(view -> {
            Contact who = view.holder();
            if (!who.approver()) {
                return new Refused<>(who.name() + " may not agree to charges", "somebody who may");
            }
            Consent yes = new Consent(who.name() + " <" + who.address() + ">", now, "the button on the plan's page");
            return agreed(view.plan(), new Yes(yes, new Actor.Customer(who.address()), who.id()));
        });
    }

    /** Keeps a yes that came in words; {@code by}: who enters it. */
    public Ruling<Kept> record(Kept plan, Consent yes, Actor by) {
        return agreed(plan, new Yes(yes, by, null));
    }

    private Ruling<Kept> agreed(Kept plan, Yes yes) {
        return store.transact(tx -> {
            CustomerId customer = customer(tx, plan).orElseThrow();
            tx.lockFunds(WalletKey.of(customer, Unit.MINUTE));
            if (!isNewest(tx, plan)) {
                return new Refused<>("there is a newer plan for " + plan.plan().month(), "agree to that one");
            }
            Optional<Contact> requester = requester(tx, customer, yes.contact);
            if (requester.isEmpty()) {
                return new Refused<>("nobody of the customer may agree to charges", "name an approver first");
            }
            if (!tx.plans().agree(customer.desk(), plan.number(), yes.consent)) {
                return new Refused<>("this plan was agreed to before", "nothing; it goes on");
            }
            tickets(tx, plan, requester.get(), yes);
            Kept kept = tx.plans().find(customer.desk(), plan.number()).orElseThrow();
            news.agreed(tx, customer, kept, yes.consent.at());
            return new Allowed<>(kept);
        });
    }

    private static Optional<Contact> requester(Transaction tx, CustomerId customer, @Nullable ContactId who) {
        return tx.approvers(customer).stream()
                .filter(one -> who == null || one.id().equals(who))
                .findFirst();
    }

    private void tickets(Transaction tx, Kept plan, Contact requester, Yes yes) {
        List<Task> tasks = plan.plan().tasks();
        for (int nth = 0; nth < tasks.size(); nth++) {
            Long known = tasks.get(nth).ticket();
            TicketId ticket = known == null
                    ? opened(tx, plan, tasks.get(nth), requester, yes)
                    : new TicketId(requester.id().desk(), known);
            tx.plans().link(ticket, plan.number(), nth);
        }
    }

    private TicketId opened(Transaction tx, Kept plan, Task task, Contact requester, Yes yes) {
        Instant now = yes.consent.at();
        var request = new OpenTicket.Request(requester, task.title(), new Mode.Ask(), false, yes.actor, now);
        Ticket ticket = open.create(tx, open.number(tx, requester.id().desk()), request);
        String words = "Planned for " + plan.plan().month() + ", contract "
                + plan.contract().number() + ": " + task.title() + " (about " + task.minutes() + " minutes)";
        tx.remark(ticket.id(), new Actor.Customer(requester.address()), words, now);
        TicketId id = open.opened(tx, ticket, request, now);
        TicketEvent covered = new TicketEvent.Assessed(new Assessment.Covered(task.category()), "as planned");
        Decision _ = act.within(tx, tx.lock(id).orElseThrow(), covered, new Actor.Desk(), now);
        return id;
    }

    private record By(Actor actor, Instant at) {}

    /** A yes. {@code contact}: who said it, if by the button; null if somebody entered it. */
    private record Yes(
            Consent consent, Actor actor, @Nullable ContactId contact) {}
}
