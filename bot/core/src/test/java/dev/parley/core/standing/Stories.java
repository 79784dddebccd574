package dev.parley.core.standing;

import dev.parley.core.calendar.BusinessCalendar;
import dev.parley.core.calendar.OpenHours;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Payer;
import dev.parley.core.ledger.Unit;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.quote.Quote;
import dev.parley.core.servicelevel.Escalation;
import dev.parley.core.servicelevel.Matter;
import dev.parley.core.servicelevel.Plan;
import dev.parley.core.servicelevel.ServiceLevel;
import dev.parley.core.servicelevel.ServiceLevels;
import dev.parley.core.servicelevel.Watch;
import dev.parley.core.standing.History.Classified;
import dev.parley.core.standing.History.Cover;
import dev.parley.core.ticket.Mode;
import dev.parley.core.ticket.Price;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.Said;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import dev.parley.core.ticket.Waiting;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened to one ticket, told by the wall clock of Berlin; 2026-03-02 is a Monday. */
final class Stories {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    static final BusinessCalendar OFFICE = new BusinessCalendar(
            BERLIN,
            Arrays.stream(DayOfWeek.values())
                    .limit(5)
                    .collect(Collectors.toMap(day -> day, _ -> List.of(new OpenHours(9 * 60, 17 * 60)))),
            Map.of());

    static final Watch WATCH = new Watch(List.of(75), List.of(new Escalation(Duration.ZERO, "lead")));

    static final Promises DESK = new Promises(
            new ServiceLevels(
                    List.of(
                            level("incident", 1, Plan.PACKAGE, 1, 4),
                            level("incident", 1, Plan.ON_DEMAND, 2, 8),
                            level("incident", 2, Plan.ON_DEMAND, 4, 16),
                            level("work", 0, Plan.ON_DEMAND, 8, 24)),
                    WATCH),
            OFFICE,
            List.of("urgent", "normal"),
            false);

    private final List<History.Step> steps = new ArrayList<>();
    private final List<Classified> classified = new ArrayList<>();
    private final List<Cover> packages = new ArrayList<>();
    private final Instant opened;
    private RequestType type = RequestType.UNKNOWN;
    private Mode mode = new Mode.Ask();
    private @Nullable Instant responded;

    private Stories(Instant opened) {
        this.opened = opened;
        steps.add(new History.Step(opened, new TicketState.Assessing(opened, null)));
    }

    /** A ticket that came at {@code local} and is looked at. */
    static Stories opened(String local) {
        return new Stories(at(local));
    }

    private static ServiceLevel level(String type, int level, Plan plan, int response, int resolution) {
        return new ServiceLevel(
                new Matter(type, level, plan),
                Duration.ofHours(response),
                resolution == 0 ? null : Duration.ofHours(resolution),
                false);
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    Stories preAgreed() {
        mode = new Mode.PreAgreed(20);
        return this;
    }

    Stories packaged(String from, @Nullable String until) {
        packages.add(new Cover(at(from), until == null ? null : at(until), "maria"));
        return this;
    }

    Stories found(String local, RequestType as, @Nullable String severity, String reason) {
        type = as;
        responded = responded == null ? at(local) : responded;
        classified.add(new Classified(at(local), as, severity, reason));
        return this;
    }

    Stories to(String local, TicketState state) {
        steps.add(new History.Step(at(local), state));
        return this;
    }

    History told() {
        TicketState state = steps.getLast().after();
        TicketId id = new TicketId("support", 1001);
        Ticket ticket = new Ticket(
                id,
                new CustomerId("support", 1),
                new ContactId("support", 1),
                "Printing fails",
                Payer.of(Unit.CREDIT),
                type,
                mode,
                state,
                0,
                false,
                opened,
                responded,
                null,
                1);
        return new History(ticket, steps, classified, packages);
    }

    Standing standing(String now) {
        return Standing.of(told(), DESK, at(now));
    }

    // ---- states

    static TicketState working(String since) {
        return new TicketState.Working(new Price.Free(), false, at(since), null);
    }

    static TicketState asked(String since) {
        return new TicketState.Working(new Price.Free(), true, at(since), at(since));
    }

    static TicketState quoted(String since) {
        return new TicketState.Quoted(quote(since), Waiting.FRESH);
    }

    static TicketState funding(String since) {
        return new TicketState.Funding(
                quote(since), Said.byRule(at(since)), at(since).plusSeconds(9));
    }

    static TicketState answered(String since) {
        return new TicketState.Answered(new Price.Free(), at(since));
    }

    static TicketState closed(String since) {
        return new TicketState.Closed(new Price.Free(), at(since));
    }

    private static Quote quote(String since) {
        return new Quote(
                1,
                new CategoryKey(2, "settings"),
                10,
                "The work",
                false,
                at(since),
                at(since).plusSeconds(9));
    }
}
