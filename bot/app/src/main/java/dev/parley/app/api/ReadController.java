package dev.parley.app.api;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Store;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.port.Wallets;
import dev.parley.core.ticket.StateName;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What staff look at. */
@RestController
@RequestMapping("/api/v1")
class ReadController {
    private final TicketReads tickets;
    private final Wallets wallets;
    private final Store store;
    private final InstantSource clock;

    ReadController(TicketReads tickets, Wallets wallets, Store store, InstantSource clock) {
        this.tickets = tickets;
        this.wallets = wallets;
        this.store = store;
        this.clock = clock;
    }

    @GetMapping("/tickets")
    List<TicketReads.Line> list(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestParam(defaultValue = "") Set<StateName> state,
            @RequestParam(required = false) @Nullable Long customer,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "50") int max) {
        CustomerId of = customer == null ? null : new CustomerId(caller.desk(), customer);
        return tickets.list(new TicketReads.Filter(caller.desk(), state, of, false, before, max));
    }

    @GetMapping("/tickets/{number}")
    TicketReads.View show(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number) {
        return tickets.find(caller.ticket(number)).orElseThrow(() -> ApiProblem.missing("ticket " + number));
    }

    /** Tickets somebody should look at, by their newest notice. */
    @GetMapping("/tickets/attention")
    List<TicketReads.Line> attention(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @RequestParam(defaultValue = "50") int max) {
        return tickets.list(new TicketReads.Filter(caller.desk(), Set.of(), null, true, Long.MAX_VALUE, max));
    }

    /** What nobody has seen yet, also of no ticket. */
    @GetMapping("/notices")
    List<TicketReads.Unseen> notices(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @RequestParam(defaultValue = "50") int max) {
        return tickets.notices(caller.desk(), StaffActions.lines(max));
    }

    /** {@code notices}: how many were seen now. */
    record Seen(int notices) {}

    /** Everything about the ticket was seen; of number 0, what belongs to no ticket. */
    @PostMapping("/tickets/{number}/seen")
    Seen seen(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number) {
        if (number != 0 && tickets.find(caller.ticket(number)).isEmpty()) {
            throw ApiProblem.missing("ticket " + number);
        }
        var by = new Actor.Staff(caller.person().login());
        return new Seen(store.transact(tx -> tx.markSeen(caller.desk(), number, by, clock.instant())));
    }

    @GetMapping("/messages/unattached")
    List<TicketReads.Said> unattached(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller, @RequestParam(defaultValue = "50") int max) {
        return tickets.unattached(caller.desk(), StaffActions.lines(max));
    }

    @GetMapping("/audit")
    List<AuditLine> audit(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "100") int max) {
        return tickets.audit(caller.desk(), StaffActions.text(subject), StaffActions.lines(max));
    }

    @GetMapping("/check")
    List<Wallets.Violation> check(@RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        return wallets.violations();
    }
}
