package dev.parley.app.api;

import static dev.parley.app.api.StaffActions.required;
import static dev.parley.app.api.StaffActions.text;

import dev.parley.app.api.LevelViews.Clock;
import dev.parley.app.api.LevelViews.Queued;
import dev.parley.core.contract.Ruling;
import dev.parley.core.desk.PromiseBook;
import dev.parley.core.desk.SetSeverity;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Histories;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.servicelevel.QueueOrder;
import dev.parley.core.standing.Promises;
import dev.parley.core.standing.Standing;
import dev.parley.core.standing.Todo;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How tickets stand against what was promised, and in which order they come. */
@RestController
@RequestMapping("/api/v1/tickets")
class LevelController {
    private final Histories histories;
    private final PromiseBook promises;
    private final SetSeverity setSeverity;
    private final Customers customers;
    private final InstantSource clock;

    LevelController(
            Histories histories,
            PromiseBook promises,
            SetSeverity setSeverity,
            Customers customers,
            InstantSource clock) {
        this.histories = histories;
        this.promises = promises;
        this.setSeverity = setSeverity;
        this.customers = customers;
        this.clock = clock;
    }

    /** How urgent, and why. */
    record SeverityAsked(
            @Nullable String severity, @Nullable String reason) {}

    /** The ticket's clocks, each explained line by line. */
    @GetMapping("/{number}/clock")
    Clock clock(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @PathVariable long number) {
        TicketId id = caller.ticket(number);
        return histories
                .find(id)
                .map(history -> Standing.of(history, promises.of(caller.desk()), clock.instant()))
                .map(standing -> LevelViews.clock(standing, histories.told(id)))
                .orElseThrow(() -> ApiProblem.missing("ticket " + number));
    }

    /** Says how urgent the ticket is; its deadlines are counted anew. */
    @PostMapping("/{number}/severity")
    SetSeverity.Changed severity(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @PathVariable long number,
            @RequestBody SeverityAsked asked) {
        caller.needs(Role.AGENT);
        var wanted = new SetSeverity.Asked(
                required("severity", asked.severity, "a severity of the desk file"), text(asked.reason()));
        return setSeverity
                .set(caller.ticket(number), wanted, caller.actor(), clock.instant())
                .map(LevelController::allowed)
                .orElseThrow(() -> ApiProblem.missing("ticket " + number));
    }

    private static SetSeverity.Changed allowed(Ruling<SetSeverity.Changed> ruling) {
        return switch (ruling) {
            case Ruling.Allowed<SetSeverity.Changed>(var changed) -> changed;
            case Ruling.Refused<SetSeverity.Changed>(var wrong, var right) ->
                throw new ApiProblem(HttpStatus.CONFLICT, "Not possible: " + wrong + "; " + right + ".");
        };
    }

    /** What waits for staff, what comes first first (H-06). */
    @GetMapping("/queue")
    List<Queued> queue(@RequestAttribute(Caller.ATTRIBUTE) Caller caller, @RequestParam(defaultValue = "50") int max) {
        Promises desk = promises.of(caller.desk());
        Instant now = clock.instant();
        Comparator<Standing> order =
                Comparator.comparing(Standing::queueEntry, QueueOrder.of(desk.onDemandLevel1Preempts()));
        Stream<Standing> waiting = histories
                .open(caller.desk())
                .filter(history -> Todo.of(history.ticket()).staff())
                .map(history -> Standing.of(history, desk, now));
        return first(waiting, order, StaffActions.lines(max)).stream()
                .map(standing -> LevelViews.queued(
                        standing, customers.find(standing.history().ticket().customer())))
                .toList();
    }

    /** The first {@code max} in order, without keeping more of them than that. */
    static <T> List<T> first(Stream<T> all, Comparator<T> order, int max) {
        PriorityQueue<T> lastFirst = new PriorityQueue<>(order.reversed());
        all.forEach(one -> {
            lastFirst.add(one);
            if (lastFirst.size() > max) {
                lastFirst.remove();
            }
        });
        return lastFirst.stream().sorted(order).toList();
    }
}
