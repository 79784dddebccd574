package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.core.calendar.BusinessCalendar;
import dev.parley.core.calendar.OpenHours;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Seal;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.DeskProfile;
import dev.parley.core.desk.PromiseBook;
import dev.parley.core.desk.WatchLevels;
import dev.parley.core.message.Party;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Levels.Told;
import dev.parley.core.port.Outbox;
import dev.parley.core.port.Renderer;
import dev.parley.core.port.TicketReads.Unseen;
import dev.parley.core.servicelevel.Escalation;
import dev.parley.core.servicelevel.Matter;
import dev.parley.core.servicelevel.Plan;
import dev.parley.core.servicelevel.ServiceLevel;
import dev.parley.core.servicelevel.ServiceLevels;
import dev.parley.core.servicelevel.Watch;
import dev.parley.core.standing.History.Classified;
import dev.parley.core.standing.Promises;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Price;
import dev.parley.core.ticket.RequestType;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Warnings and escalations on any storage: who is told when, and that nobody is told twice. */
public interface WatchContract extends StorageContract {
    /** Where the desk works. */
    ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Of the desk, beside those the escalation names. */
    String TEAM = "team@vendor.example";

    /** First in the order. */
    String LEAD = "lead@vendor.example";

    /** Second in the order. */
    String MANAGER = "manager@vendor.example";

    // ---- the desk

    /** Monday to Friday nine to five; closed on Good Friday 2026; and on Sundays from midnight to five. */
    private static BusinessCalendar hours() {
        Map<DayOfWeek, List<OpenHours>> week = Arrays.stream(DayOfWeek.values())
                .limit(5)
                .collect(Collectors.toMap(day -> day, _ -> List.of(new OpenHours(9 * 60, 17 * 60))));
        week.put(DayOfWeek.SUNDAY, List.of(new OpenHours(0, 5 * 60)));
        return new BusinessCalendar(BERLIN, week, Map.of(LocalDate.of(2026, 4, 3), List.of()));
    }

    /** An incident is resolved within four hours; at 75 % the team is warned; then lead, two hours later manager. */
    private static Promises promises() {
        Watch watch = new Watch(
                List.of(75),
                List.of(new Escalation(Duration.ZERO, LEAD), new Escalation(Duration.ofHours(2), MANAGER)));
        ServiceLevel incident = new ServiceLevel(
                new Matter("incident", Matter.NO_LEVEL, Plan.ON_DEMAND), null, Duration.ofHours(4), false);
        return new Promises(
                new ServiceLevels(List.of(incident), watch),
                hours(),
                List.of(),
                false,
                Map.of("around", BusinessCalendar.always(BERLIN)));
    }

    private WatchLevels watch() {
        Renderer words = (template, _, fields) ->
                new Renderer.Rendered(template.name(), template + " " + new TreeMap<>(fields), null);
        DeskProfile desk = new DeskProfile(
                Desks.proSupport(),
                new Party("Pro Support", "support@vendor.example"),
                "mail:support",
                List.of("support@vendor.example"),
                List.of(),
                List.of(),
                TEAM,
                Locale.ENGLISH,
                new DeskProfile.Brakes(List.of(), 40),
                words);
        return new WatchLevels(
                new DeskBook(List.of(desk)),
                new PromiseBook(Map.of(Desks.SUPPORT, promises())),
                ports().store(),
                new Marks(new Seal(new byte[Seal.KEY_BYTES_MIN])));
    }

    // ---- what happens

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    /** An incident that came and was assessed at {@code local}. */
    private TicketId incident(String local) {
        return incident(approver("alice@customer.example"), local);
    }

    private TicketId incident(Contact alice, String local) {
        Instant at = at(local);
        TicketId id = ports().store().transact(tx -> {
            Ticket ticket = Tickets.created(tx.nextTicketNumber(Desks.SUPPORT), alice, at);
            tx.create(ticket);
            return ticket.id();
        });
        becomes(id, new TicketState.Working(new Price.Free(), false, at, null), local);
        ports().store().transact(tx -> {
            tx.levels().classify(id, new Classified(at, RequestType.INCIDENT, "", ""), AGENT);
            return id;
        });
        return id;
    }

    private void becomes(TicketId id, TicketState state, String local) {
        ports().store().transact(tx -> {
            Ticket ticket = tx.lock(id).orElseThrow();
            Decision decision = Tickets.transition(Row.T66, Tickets.in(ticket, state, 0, at("2030-01-01T00:00")));
            return tx.apply(ticket, decision, AGENT, at(local));
        });
    }

    /** What a bot's job does at this moment. */
    private void run(String local) {
        Instant now = at(local);
        List<TicketId> claimed = ports().levelWork().claim(watch().desks(), 10, LEASE, now);
        claimed.forEach(id -> watch().look(id, now));
    }

    private List<Told> told(TicketId id) {
        return ports().histories().told(id);
    }

    private List<String> aloud(TicketId id) {
        return told(id).stream()
                .filter(told -> !told.silent())
                .map(told -> told.key().replaceFirst(".*on-demand/", ""))
                .toList();
    }

    private List<String> mailed() {
        return ports().outbox().claim("w", 99, LEASE, at("2031-01-01T00:00")).stream()
                .map(Outbox.Claim::message)
                .map(message -> message.to().getFirst().address() + " " + message.subject())
                .toList();
    }

    // ---- what is promised

    @Test
    default void h04PeopleAreWarnedBeforeAndToldInOrderAfter() {
        TicketId id = incident("2026-03-02T09:00");
        run("2026-03-02T11:59");
        assertThat(told(id)).isEmpty();
        run("2026-03-02T12:00");
        run("2026-03-02T13:00");
        run("2026-03-02T14:59");
        run("2026-03-02T15:00");
        assertThat(aloud(id)).containsExactly("warning/75", "escalation/PT0S/" + LEAD, "escalation/PT2H/" + MANAGER);
        assertThat(mailed())
                .containsExactlyInAnyOrder(
                        TEAM + " STAFF_RESOLUTION_DUE",
                        TEAM + " STAFF_RESOLUTION_LATE",
                        LEAD + " STAFF_RESOLUTION_LATE",
                        MANAGER + " STAFF_RESOLUTION_LATE");
        assertThat(ports().tickets().notices(Desks.SUPPORT, 9))
                .extracting(unseen -> unseen.notice().what(), Unseen::times)
                .containsExactly(tuple(Template.STAFF_RESOLUTION_LATE, 2), tuple(Template.STAFF_RESOLUTION_DUE, 1));
        run("2026-03-30T15:00");
        assertThat(aloud(id)).as("nobody is left to be told").hasSize(3);
    }

    @Test
    default void aCustomersOwnCalendarCountsForTicketsMadeAfterItWasGiven() {
        TicketId before = incident("2026-03-02T16:00");
        CustomerId customer = read(before).customer();
        ports().customers().workBy(customer, "around", new By(AGENT, at("2026-03-02T16:30")));
        assertThat(ports().customers().calendar(customer)).isEqualTo("around");
        TicketId after = incident(contact(read(before).requester()), "2026-03-02T16:45");
        ports().customers().workBy(customer, "", new By(AGENT, at("2026-03-02T16:50")));
        watch().look(before, at("2026-03-02T20:45"));
        watch().look(after, at("2026-03-02T20:45"));
        assertThat(aloud(before)).as("the desk closes at five").isEmpty();
        assertThat(aloud(after)).as("around the clock").containsExactly("escalation/PT0S/" + LEAD);
    }

    @Test
    default void afterAStandstillOnlyTheLatestIsTold() {
        TicketId id = incident("2026-03-02T09:00");
        run("2026-03-20T09:00");
        assertThat(told(id))
                .extracting(Told::to, Told::silent, Told::dueAt)
                .containsExactly(
                        tuple(LEAD, true, at("2026-03-02T13:00")), tuple(MANAGER, false, at("2026-03-02T15:00")));
        assertThat(mailed())
                .containsExactlyInAnyOrder(MANAGER + " STAFF_RESOLUTION_LATE", TEAM + " STAFF_RESOLUTION_LATE");
    }

    @Test
    default void howeverOftenSomebodyLooksNobodyIsToldTwice() {
        TicketId id = incident("2026-03-02T09:00");
        for (int i = 0; i < 5; i++) {
            watch().look(id, at("2026-03-02T13:30"));
        }
        assertThat(aloud(id)).containsExactly("escalation/PT0S/" + LEAD);
        assertThat(mailed()).hasSize(2);
    }

    @Test
    default void twoBotsThatLookAtOnceTellOnce() throws InterruptedException {
        TicketId id = incident("2026-03-02T09:00");
        Crowd.of(4, _ -> watch().look(id, at("2026-03-02T12:30")));
        assertThat(aloud(id)).containsExactly("warning/75");
        assertThat(mailed()).containsExactly(TEAM + " STAFF_RESOLUTION_DUE");
    }

    @Test
    default void c19WhileWeWaitForTheCustomerNobodyIsTold() {
        TicketId id = incident("2026-03-02T09:00");
        Instant asked = at("2026-03-02T11:00");
        becomes(id, new TicketState.Working(new Price.Free(), true, asked, asked), "2026-03-02T11:00");
        run("2026-03-09T11:00");
        assertThat(told(id)).isEmpty();
        Instant back = at("2026-03-09T12:00");
        becomes(id, new TicketState.Working(new Price.Free(), true, back, null), "2026-03-09T12:00");
        run("2026-03-09T13:00");
        assertThat(aloud(id)).containsExactly("warning/75");
    }

    @Test
    default void whatIsAnsweredIsNotTalkedOf() {
        TicketId id = incident("2026-03-02T09:00");
        becomes(id, new TicketState.Answered(new Price.Free(), at("2026-03-02T11:00")), "2026-03-02T11:00");
        run("2026-03-09T11:00");
        assertThat(told(id)).isEmpty();
    }

    @Test
    default void aHolidayIsNotWorked() {
        TicketId id = incident("2026-04-02T15:00");
        run("2026-04-05T04:59");
        assertThat(aloud(id))
                .as("Thursday two hours, Friday holiday, Sunday five")
                .hasSize(1);
        assertThat(told(id)).extracting(Told::dueAt).contains(at("2026-04-05T02:00"));
    }

    @Test
    default void theHourThatIsSkippedInSpringIsNotWorked() {
        TicketId id = incident("2026-03-29T00:00");
        run("2026-03-29T04:59");
        assertThat(aloud(id)).as("from midnight to five there are four hours").containsExactly("warning/75");
        run("2026-03-29T05:00");
        assertThat(aloud(id)).containsExactly("warning/75", "escalation/PT0S/" + LEAD);
    }

    @Test
    default void theHourThatComesTwiceInAutumnIsWorkedTwice() {
        TicketId id = incident("2026-10-25T00:00");
        run("2026-10-25T03:00");
        assertThat(told(id)).extracting(Told::dueAt).containsExactly(at("2026-10-25T03:00"));
        assertThat(aloud(id)).containsExactly("escalation/PT0S/" + LEAD);
    }

    @Test
    default void aTicketIsLookedAtAgainWhenTheNextStepIsDue() {
        TicketId id = incident("2026-03-02T11:50");
        run("2026-03-02T11:50");
        assertThat(ports().levelWork().claim(watch().desks(), 10, LEASE, at("2026-03-02T12:49")))
                .isEmpty();
        run("2026-03-02T12:50");
        assertThat(ports().levelWork().claim(watch().desks(), 10, LEASE, at("2026-03-02T13:50")))
                .as("an hour later, in case the desk file has changed")
                .containsExactly(id);
    }
}
