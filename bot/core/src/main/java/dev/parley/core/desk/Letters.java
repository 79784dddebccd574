package dev.parley.core.desk;

import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.message.Party;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.Renderer.Rendered;
import dev.parley.core.port.Transaction;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Mail to a customer that belongs to no ticket: one to everybody who may agree to charges, or to one person. */
final class Letters {
    private static final long NO_TICKET = 0;

    private final Marks marks;
    private final Shops shops;

    Letters(Marks marks, Shops shops) {
        this.marks = marks;
        this.shops = shops;
    }

    /**
     * What is said.
     *
     * @param about what tells it from every other, such as {@code order 12 paid}
     * @param cause the ticket that brought it about, whose link to buy it shows; null if none did
     */
    record Letter(
            CustomerId customer,
            String about,
            Template template,
            Map<String, String> fields,
            @Nullable TicketId cause) {
        Letter(CustomerId customer, String about, Template template, Map<String, String> fields) {
            this(customer, about, template, fields, null);
        }
    }

    void send(Transaction tx, DeskProfile desk, Letter letter, Instant now) {
        send(tx, desk, letter, _ -> Map.of(), now);
    }

    /** {@code own}: fields each reader has of their own. */
    void send(
            Transaction tx, DeskProfile desk, Letter letter, Function<Contact, Map<String, String>> own, Instant now) {
        for (Contact approver : tx.approvers(letter.customer)) {
            tx.send(message(desk, letter, own.apply(approver), approver), now);
        }
    }

    /** To one person. */
    void send(Transaction tx, DeskProfile desk, Letter letter, Contact to, Instant now) {
        tx.send(message(desk, letter, Map.of(), to), now);
    }

    private String link(@Nullable TicketId cause, Contact to) {
        return cause == null
                ? ""
                : shops.link(
                        cause.desk(),
                        marks.buyToken(new Pointer(cause, 0, to.id().number())));
    }

    private OutgoingMessage message(DeskProfile desk, Letter letter, Map<String, String> own, Contact to) {
        Map<String, String> fields = new HashMap<>(letter.fields);
        fields.putAll(own);
        fields.put("ticket", "");
        fields.put("subject", "");
        fields.put("name", to.name());
        fields.put("desk", desk.policy().name());
        fields.put("top_up", link(letter.cause, to));
        Rendered text = desk.renderer().render(letter.template, to.language(), fields);
        return new OutgoingMessage(
                desk.policy().desk(),
                NO_TICKET,
                desk.channel(),
                desk.from(),
                List.of(new Party(to.name(), to.address())),
                desk.from().address(),
                marks.messageId(desk.domain(), letter.about + ' ' + to.id().number()),
                null,
                List.of(),
                letter.template.automatic(),
                text.subject(),
                text.text(),
                text.html());
    }
}
