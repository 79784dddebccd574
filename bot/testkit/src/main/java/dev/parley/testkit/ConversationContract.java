package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.Party;
import dev.parley.core.port.AcknowledgementCap;
import dev.parley.core.port.AcknowledgementCap.Scope;
import dev.parley.core.port.Actor;
import dev.parley.core.port.TicketReads.Direction;
import dev.parley.core.port.TicketReads.Said;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.AuditLine;
import dev.parley.core.port.Transaction.Trail;
import dev.parley.core.port.Transaction.Visibility;
import dev.parley.core.reading.Reading;
import dev.parley.core.reading.ReplyKind;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link dev.parley.core.port.Store} promises about who wrote what. */
public interface ConversationContract extends StorageContract {

    private void keep(InboundMessage message, @Nullable TicketId ticket, Visibility visibility) {
        run(tx -> tx.keep(message, ticket, null, visibility));
    }

    private void run(Consumer<Transaction> work) {
        ports().store().transact(tx -> {
            work.accept(tx);
            return tx;
        });
    }

    private InboundMessage mail(String id) {
        return Messages.from("alice@customer.example", id, "It prints nothing.", NOW);
    }

    @Test
    default void anAddressIsFoundInAnyCaseAndOnItsDeskOnly() {
        Contact alice = approver("Alice@Customer.Example");
        assertThat(alice.address()).isEqualTo("alice@customer.example");
        assertThat(contact(Desks.SUPPORT, "ALICE@customer.example")).contains(alice);
        assertThat(contact(Desks.SALES, "alice@customer.example")).isEmpty();
        assertThat(contact(alice.id())).isEqualTo(alice);
    }

    @Test
    default void aStrangerIsIntroducedOnceAsAProvisionalCustomer() throws InterruptedException {
        Crowd.of(8, _ -> run(tx -> tx.introduce(Desks.SUPPORT, "New@Customer.Example", "", "de")));
        Contact contact = ports().store()
                .transact(
                        tx -> tx.contact(Desks.SUPPORT, "new@customer.example").orElseThrow());
        assertThat(contact.name()).isEqualTo("new@customer.example");
        assertThat(contact.approver()).isFalse();
        assertThat(contact.language()).isEqualTo(Locale.GERMAN);
        CustomerId customer = contact.customer();
        assertThat(customer(customer).provisional()).isTrue();
        assertThat(ports().customers().list(Desks.SUPPORT, 0, 10)).hasSize(1);
    }

    @Test
    default void aKeptMessageShowsEverythingThatWasUnderstood() {
        Ticket ticket = created(approver("alice@customer.example"));
        InboundMessage mail = mail("1@customer.example");
        Reading reading = new Reading(ReplyKind.COUNTER, 15L, "en.offer", "15 credits");
        run(tx -> tx.keep(mail, ticket.id(), reading, Visibility.PUBLIC));
        Said said = view(ticket.id()).messages().getFirst();
        assertThat(said.direction()).isEqualTo(Direction.IN);
        assertThat(said.at()).isEqualTo(NOW);
        assertThat(said.from()).isEqualTo(mail.sender());
        assertThat(said.subject()).isEqualTo(mail.subject());
        assertThat(said.content()).isEqualTo(mail.content());
        assertThat(said.kind()).isEqualTo(mail.kind());
        assertThat(said.auth()).isEqualTo(mail.auth());
        assertThat(said.reading()).isEqualTo(reading);
        assertThat(said.messageId()).isEqualTo(mail.messageId());
        assertThat(said.attachments()).isEqualTo(mail.attachments());
    }

    @Test
    default void aMessageThatWasKeptIsSeenOnItsDesk() {
        Ticket ticket = created(approver("alice@customer.example"));
        InboundMessage mail = mail("1@customer.example");
        String key = mail.key().toString();
        assertThat(seen(Desks.SUPPORT, key)).isFalse();
        keep(mail, ticket.id(), Visibility.PUBLIC);
        assertThat(seen(Desks.SUPPORT, key)).isTrue();
        assertThat(seen(Desks.SALES, key)).isFalse();
    }

    @Test
    default void theNearestKnownMessageIdNamesTheTicket() {
        Contact alice = approver("alice@customer.example");
        Ticket one = created(alice);
        Ticket two = created(alice);
        keep(mail("1@customer.example"), one.id(), Visibility.PUBLIC);
        run(tx -> tx.send(Messages.to("alice@customer.example", two.id().number(), "ours@vendor.example", true), NOW));
        assertThat(lookUp(Desks.SUPPORT, "x", "ours@vendor.example", "1@customer.example"))
                .isEqualTo(two.id());
        assertThat(lookUp(Desks.SUPPORT, "1@customer.example", "ours@vendor.example"))
                .isEqualTo(one.id());
        assertThat(lookUp(Desks.SALES, "1@customer.example")).isNull();
        assertThat(lookUp(Desks.SUPPORT)).isNull();
    }

    @Test
    default void onlyAMessageWithoutATicketWasHeardAside() {
        Ticket ticket = created(approver("alice@customer.example"));
        keep(mail("on@customer.example"), ticket.id(), Visibility.PUBLIC);
        run(tx -> tx.keep(mail("aside@customer.example"), null, null, Visibility.STAFF));
        assertThat(aside(Desks.SUPPORT, "x", "aside@customer.example")).isTrue();
        assertThat(aside(Desks.SUPPORT, "on@customer.example")).isFalse();
        assertThat(aside(Desks.SALES, "aside@customer.example")).isFalse();
        assertThat(aside(Desks.SUPPORT)).isFalse();
    }

    private boolean aside(String desk, String... ids) {
        return ports().store().transact(tx -> tx.heardAside(desk, List.of(ids)));
    }

    private @Nullable TicketId lookUp(String desk, String... ids) {
        return ports().store()
                .transact(tx -> tx.ticketOfMessage(desk, List.of(ids)))
                .orElse(null);
    }

    @Test
    default void atMostTenMessageIdsAreLookedUp() {
        Ticket ticket = created(approver("alice@customer.example"));
        keep(mail("known"), ticket.id(), Visibility.PUBLIC);
        String[] ten = Stream.concat(IntStream.range(0, 9).mapToObj(i -> "x" + i), Stream.of("known"))
                .toArray(String[]::new);
        String[] eleven = Stream.concat(IntStream.range(0, 10).mapToObj(i -> "x" + i), Stream.of("known"))
                .toArray(String[]::new);
        assertThat(lookUp(Desks.SUPPORT, ten)).isEqualTo(ticket.id());
        assertThat(lookUp(Desks.SUPPORT, eleven)).isNull();
    }

    @Test
    default void theTrailIsTheConversationOldestFirst() {
        Ticket ticket = created(approver("alice@customer.example"));
        assertThat(trail(ticket)).isEqualTo(new Trail(List.of(), null));
        keep(mail("q1"), ticket.id(), Visibility.PUBLIC);
        run(tx -> tx.send(Messages.to("alice@customer.example", ticket.id().number(), "a1", true), NOW));
        keep(mail("q2"), ticket.id(), Visibility.PUBLIC);
        keep(mail("stranger"), ticket.id(), Visibility.STAFF);
        run(tx -> tx.send(Messages.to("alice@customer.example", ticket.id().number(), "a2", true), NOW));
        assertThat(trail(ticket)).isEqualTo(new Trail(List.of("q1", "a1", "q2", "a2"), "q2"));
    }

    private Trail trail(Ticket ticket) {
        return ports().store().transact(tx -> tx.trail(ticket.id()));
    }

    @Test
    default void whatAnAddressSaidOnATicketIsFoundWordForWord() {
        Ticket ticket = quoted(approver("alice@customer.example"), 10);
        InboundMessage mail = mail("said");
        String from = Objects.requireNonNull(mail.sender()).address();
        String text = mail.content().text();
        keep(mail, ticket.id(), Visibility.PUBLIC);

        assertThat(said(ticket.id(), from, text, mail.receivedAt())).isTrue();
        assertThat(said(ticket.id(), from, text, mail.receivedAt().plusSeconds(1)))
                .isFalse();
        assertThat(said(ticket.id(), from, text + " ", mail.receivedAt())).isFalse();
        assertThat(said(ticket.id(), "bob@customer.example", text, mail.receivedAt()))
                .isFalse();
        TicketId other = new TicketId(ticket.id().desk(), ticket.id().number() + 1);
        assertThat(said(other, from, text, mail.receivedAt())).isFalse();
    }

    private boolean said(TicketId ticket, String address, String text, Instant since) {
        return ports().store().transact(tx -> tx.saidBefore(ticket, address, text, since));
    }

    @Test
    default void automaticMessagesAreCountedByAddressAndTime() {
        String alice = "alice@customer.example";
        run(tx -> tx.countAutomatic(Desks.SUPPORT, alice, NOW));
        run(tx -> tx.countAutomatic(Desks.SUPPORT, alice, NOW.plusSeconds(60)));
        run(tx -> tx.send(Messages.to(alice, 0, "m3", true), NOW.plusSeconds(60)));
        run(tx -> tx.countAutomatic(Desks.SUPPORT, "bob@customer.example", NOW.plusSeconds(60)));
        assertThat(automatic("Alice@customer.example", 0)).isEqualTo(2);
        assertThat(automatic(alice, 1)).isEqualTo(1);
        assertThat(automatic(alice, 61)).isZero();
    }

    private int automatic(String address, int sinceSeconds) {
        return ports().store()
                .transact(tx -> tx.automaticMessagesTo(Desks.SUPPORT, address, NOW.plusSeconds(sinceSeconds)));
    }

    private AcknowledgementCap cap(Scope of, int count, int seconds) {
        return new AcknowledgementCap(of, count, Duration.ofSeconds(seconds));
    }

    private Optional<AcknowledgementCap> acknowledge(String address, int seconds, AcknowledgementCap... caps) {
        Instant at = NOW.plusSeconds(seconds);
        return ports().store().transact(tx -> tx.acknowledge(Desks.SUPPORT, address, List.of(caps), at));
    }

    @Test
    default void acknowledgementsAreCountedByAddressByDomainAndInAll() {
        AcknowledgementCap one = cap(Scope.ADDRESS, 1, 60);
        AcknowledgementCap domain = cap(Scope.DOMAIN, 2, 60);
        AcknowledgementCap all = cap(Scope.DESK, 3, 60);
        assertThat(acknowledge("alice@customer.example", 0, one, domain, all)).isEmpty();
        assertThat(acknowledge("Alice@Customer.example", 0, one, domain, all)).contains(one);
        assertThat(acknowledge("bob@customer.example", 0, one, domain, all)).isEmpty();
        assertThat(acknowledge("carol@customer.example", 0, one, domain, all)).contains(domain);
        assertThat(acknowledge("dora@sub.customer.example", 0, one, domain, all))
                .isEmpty();
        assertThat(acknowledge("emil@other.example", 0, one, domain, all)).contains(all);
        Optional<AcknowledgementCap> elsewhere =
                ports().store().transact(tx -> tx.acknowledge(Desks.SALES, "x@y.example", List.of(all), NOW));
        assertThat(elsewhere).isEmpty();
    }

    @Test
    default void acknowledgementsAreForgottenWhenTheirTimeIsOver() {
        AcknowledgementCap all = cap(Scope.DESK, 1, 60);
        assertThat(acknowledge("alice@customer.example", 0, all)).isEmpty();
        assertThat(acknowledge("bob@customer.example", 59, all)).contains(all);
        assertThat(acknowledge("bob@customer.example", 60, all)).isEmpty();
    }

    @Test
    default void anAcknowledgementOfAnUndoneDecisionDoesNotCount() {
        AcknowledgementCap all = cap(Scope.DESK, 1, 60);
        assertThatThrownBy(() -> ports().store().transact(tx -> {
                    assertThat(tx.acknowledge(Desks.SUPPORT, "a@b.example", List.of(all), NOW))
                            .isEmpty();
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(acknowledge("a@b.example", 0, all)).isEmpty();
    }

    @Test
    default void remarksAndMessagesWithoutATicketAreKept() {
        Ticket ticket = created(approver("alice@customer.example"));
        run(tx -> tx.remark(ticket.id(), AGENT, "Looks like the driver.", NOW));
        Said remark = view(ticket.id()).messages().getFirst();
        assertThat(remark.direction()).isEqualTo(Direction.REMARK);
        assertThat(remark.content().text()).isEqualTo("Looks like the driver.");
        assertThat(remark.from()).isEqualTo(new Party("kim", ""));
        assertThat(remark.visibility()).isEqualTo(Visibility.PUBLIC);
        keep(mail("bounce"), null, Visibility.STAFF);
        assertThat(ports().tickets().unattached(Desks.SUPPORT, 5))
                .extracting(Said::messageId)
                .containsExactly("bounce");
        assertThat(lookUp(Desks.SUPPORT, "bounce")).isNull();
    }

    @Test
    default void auditLinesComeNewestFirst() {
        AuditLine first = new AuditLine(Desks.SUPPORT, AGENT, "ticket 7", "looked", "", "", NOW);
        Actor desk = new Actor.Desk();
        Actor customer = new Actor.Customer("alice@customer.example");
        AuditLine second = new AuditLine(Desks.SUPPORT, desk, "ticket 8", "notice", "a", "b", NOW);
        AuditLine third = new AuditLine(Desks.SUPPORT, customer, "ticket 7", "clicked", "", "", NOW);
        List.of(first, second, third).forEach(line -> run(tx -> tx.audit(line)));
        assertThat(ports().tickets().audit(Desks.SUPPORT, "", 2)).containsExactly(third, second);
        assertThat(ports().tickets().audit(Desks.SUPPORT, "ticket 7", 9)).containsExactly(third, first);
        assertThat(ports().tickets().audit(Desks.SALES, "", 9)).isEmpty();
    }
}
