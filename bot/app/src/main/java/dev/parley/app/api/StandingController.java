package dev.parley.app.api;

import static dev.parley.app.api.StaffActions.required;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.desk.LoseOrder.Because;
import dev.parley.core.desk.SwitchAutomatic;
import dev.parley.core.desk.UseCases;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.Store;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.purchase.StandingOrder;
import dev.parley.core.purchase.StandingOrder.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Automatic purchases. Customers alone switch them on, by their link; billing sees them and switches them off. */
@RestController
@RequestMapping("/api/v1")
class StandingController {
    private final SwitchAutomatic switches;
    private final Store store;
    private final Customers customers;
    private final TicketReads reads;
    private final InstantSource clock;

    StandingController(UseCases useCases, Store store, Customers customers, TicketReads reads, InstantSource clock) {
        this.switches = useCases.purchases().automatically().switches();
        this.store = store;
        this.customers = customers;
        this.reads = reads;
        this.clock = clock;
    }

    /** {@code state}: ASKED, ON, PAUSED or OFF; {@code why}: it pauses or is off, else "". */
    record StandingView(
            long number,
            long customer,
            String state,
            String why,
            @Nullable Instant since,
            long below,
            long units,
            String price,
            int perDay,
            int perMonth,
            String agreedBy,
            Instant agreedAt,
            String words) {
        static StandingView of(StandingOrder order) {
            StandingOrder.Terms terms = order.terms();
            Standing standing = Standing.of(order.state());
            return new StandingView(
                    order.number(),
                    order.customer().number(),
                    standing.state,
                    standing.why,
                    standing.since,
                    terms.below(),
                    terms.offer().units(),
                    terms.offer().price().toString(),
                    terms.perDay(),
                    terms.perMonth(),
                    order.consent().address(),
                    order.consent().at(),
                    order.consent().words());
        }
    }

    private record Standing(
            String state, String why, @Nullable Instant since) {
        static Standing of(State state) {
            return switch (state) {
                case State.Asked _ -> new Standing("ASKED", "", null);
                case State.On on -> new Standing("ON", "", on.since());
                case State.Paused paused -> new Standing("PAUSED", paused.why(), paused.since());
                case State.Off off -> new Standing("OFF", off.why(), off.since());
            };
        }
    }

    /** {@code history}: everything that was done to the newest agreement, newest first. */
    record OfCustomer(List<StandingView> agreements, List<AuditLine> history) {}

    /** Why. */
    record ReasonAsked(@Nullable String reason) {}

    /** {@code ended}: how many agreements that ended. */
    record SwitchedOff(int ended) {}

    @GetMapping("/automatic")
    List<StandingView> list(@RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        List<StandingOrder> live = store.transact(tx -> tx.orders().standing().list(caller.desk()));
        return live.stream().map(StandingView::of).toList();
    }

    @GetMapping("/customers/{number}/automatic")
    OfCustomer show(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number) {
        CustomerId customer = known(caller, number);
        List<StandingOrder> all = store.transact(tx -> tx.orders().standing().of(customer));
        List<AuditLine> history = all.stream()
                .findFirst()
                .map(newest -> reads.audit(caller.desk(), "standing order " + newest.number(), TicketReads.PAGE_MAX))
                .orElse(List.of());
        return new OfCustomer(all.stream().map(StandingView::of).toList(), history);
    }

    @PostMapping("/customers/{number}/automatic/off")
    SwitchedOff off(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody ReasonAsked asked) {
        caller.needs(Role.BILLING);
        Because because = new Because(caller.actor(), required("reason", asked.reason, "why, in one clause"));
        return new SwitchedOff(switches.off(known(caller, number), because, clock.instant()));
    }

    private CustomerId known(Caller caller, long number) {
        CustomerId customer = new CustomerId(caller.desk(), number);
        if (customers.find(customer).isEmpty()) {
            throw ApiProblem.missing("customer " + number);
        }
        return customer;
    }
}
