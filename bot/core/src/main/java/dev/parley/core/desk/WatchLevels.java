package dev.parley.core.desk;

import dev.parley.core.conversation.Marks;
import dev.parley.core.port.Levels.Told;
import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction;
import dev.parley.core.servicelevel.Deadline;
import dev.parley.core.servicelevel.Look;
import dev.parley.core.servicelevel.Promise;
import dev.parley.core.standing.Standing;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Warns before a deadline and escalates after it, to people in order. A look may be taken any number of times by any
 * number of bots: each notice has a key that is kept once. After a time in which nobody looked only the latest of what
 * was missed is told, so that nobody gets a flood of what is history.
 */
public final class WatchLevels {
    /** An open ticket is looked at at least so often, because the desk file or a contract may have changed. */
    private static final Duration LOOK_AFTER_MAX = Duration.ofHours(1);

    private final DeskBook desks;
    private final PromiseBook promises;
    private final Store store;
    private final StaffNotices notices;

    /** For all {@code desks}. */
    public WatchLevels(DeskBook desks, PromiseBook promises, Store store, Marks marks) {
        this.desks = desks;
        this.promises = promises;
        this.store = store;
        this.notices = new StaffNotices(marks);
    }

    /** The desks that promise anything: only their tickets need a look. */
    public Set<String> desks() {
        return promises.promising();
    }

    /** Looks at the deadlines of one ticket and tells what is due to be told; how many notices that was. */
    public int look(TicketId id, Instant now) {
        return store.transact(
                tx -> tx.lock(id).map(ticket -> look(tx, ticket, now)).orElse(0));
    }

    private int look(Transaction tx, Ticket ticket, Instant now) {
        Standing standing = Standing.of(
                tx.levels().history(ticket.id()), promises.of(ticket.id().desk()), now);
        int told = 0;
        Instant next = StateName.of(ticket.state()).open() ? now.plus(LOOK_AFTER_MAX) : null;
        for (Deadline deadline : standing.deadlines()) {
            Look look = deadline.look();
            told += tell(tx, standing, deadline, look.due(), now);
            next = earlier(next, look.next());
        }
        tx.levels().lookAgain(ticket.id(), next);
        return told;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return other != null && (one == null || other.isBefore(one)) ? other : one;
    }

    private int tell(Transaction tx, Standing standing, Deadline deadline, List<Look.Notice> due, Instant now) {
        TicketId ticket = standing.history().ticket().id();
        int told = 0;
        for (int i = 0; i < due.size(); i++) {
            Look.Notice notice = due.get(i);
            boolean silent = i + 1 < due.size();
            boolean fresh = tx.levels().told(ticket, new Told(notice.key(), notice.to(), notice.at(), silent, now));
            if (fresh && !silent) {
                show(tx, standing, deadline, notice, now);
                told++;
            }
        }
        return told;
    }

    private void show(Transaction tx, Standing standing, Deadline deadline, Look.Notice notice, Instant now) {
        Ticket ticket = standing.history().ticket();
        Map<String, String> fields = new HashMap<>();
        fields.put("state", StateName.of(ticket.state()).name());
        fields.put("due_at", deadline.dueAt().toString());
        boolean late = notice.kind() == Look.Notice.Kind.ESCALATION;
        if (late) {
            fields.put("told", named(notice.to(), standing.history().manager(now)));
        }
        Template what = template(deadline.terms().promise(), late);
        List<String> also = notice.to().contains("@") ? List.of(notice.to()) : List.of();
        notices.show(
                tx,
                desks.desk(ticket.id().desk()),
                new StaffNotices.Matter(ticket.id().number(), what, fields),
                also,
                now);
    }

    /** Whom the desk file calls by their part has a name, if the customer has a package (H-09). */
    private static String named(String to, String manager) {
        return to.contains("@") || manager.isEmpty() ? to : to + " " + manager;
    }

    private static Template template(Promise promise, boolean late) {
        return switch (promise) {
            case FIRST_RESPONSE -> late ? Template.STAFF_RESPONSE_LATE : Template.STAFF_RESPONSE_DUE;
            case RESOLUTION -> late ? Template.STAFF_RESOLUTION_LATE : Template.STAFF_RESOLUTION_DUE;
        };
    }
}
