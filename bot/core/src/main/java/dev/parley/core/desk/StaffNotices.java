package dev.parley.core.desk;

import dev.parley.core.conversation.Marks;
import dev.parley.core.message.Party;
import dev.parley.core.port.Notice;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.Renderer.Rendered;
import dev.parley.core.port.Transaction;
import dev.parley.core.ticket.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Shows staff what they should look at: in the list always, by mail if the desk has a mailbox for it. */
final class StaffNotices {
    private static final long NO_TICKET = 0;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Marks marks;

    StaffNotices(Marks marks) {
        this.marks = marks;
    }

    /**
     * What it is about.
     *
     * @param ticket its number, 0 if it belongs to none
     * @param about what it is about where that is no ticket, such as {@code order 12}; else ""
     * @param fields those of {@code what}
     */
    record Matter(long ticket, String about, Template what, Map<String, String> fields) {
        Matter(long ticket, Template what, Map<String, String> fields) {
            this(ticket, "", what, fields);
        }

        Matter(String about, Template what, Map<String, String> fields) {
            this(NO_TICKET, about, what, fields);
        }
    }

    void show(Transaction tx, DeskProfile desk, Matter matter, Instant now) {
        show(tx, desk, matter, List.of(), now);
    }

    /** The same; {@code also}: mail addresses of people who are told even if nobody has seen an earlier one. */
    void show(Transaction tx, DeskProfile desk, Matter matter, List<String> also, Instant now) {
        long ticket = matter.ticket;
        Template what = matter.what;
        Map<String, String> all = new HashMap<>(matter.fields);
        all.put("ticket", Long.toString(ticket));
        all.put("name", "");
        all.put("desk", desk.policy().name());
        Rendered words = desk.renderer().render(what, desk.language(), all);
        String name = desk.policy().desk();
        boolean fresh = tx.notice(new Notice(name, ticket, matter.about, what, words.subject(), words.text(), now));
        Set<String> mailboxes = new LinkedHashSet<>(also);
        if (fresh && desk.staffMailbox() != null) {
            mailboxes.add(desk.staffMailbox());
        }
        for (String mailbox : mailboxes) {
            if (tx.automaticMessagesTo(name, mailbox, now.minus(HOUR)) < perHour(desk)) {
                tx.countAutomatic(name, mailbox, now);
                String event = String.join(" ", "" + ticket, matter.about, what.name(), now.toString(), mailbox);
                tx.send(mail(desk, mailbox, words, event), now);
            }
        }
    }

    private static int perHour(DeskProfile desk) {
        return desk.brakes().automaticPerHour();
    }

    /** Of no ticket and without a signed address: it is no part of the conversation, and an answer goes to staff. */
    private OutgoingMessage mail(DeskProfile desk, String mailbox, Rendered words, String event) {
        return new OutgoingMessage(
                desk.policy().desk(),
                NO_TICKET,
                desk.channel(),
                desk.from(),
                List.of(new Party("", mailbox)),
                mailbox,
                marks.messageId(desk.domain(), "notice " + event),
                null,
                List.of(),
                true,
                words.subject(),
                words.text(),
                words.html());
    }
}
