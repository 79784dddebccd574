package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.contract.Ruling;
import dev.parley.core.contract.Ruling.Allowed;
import dev.parley.core.contract.Ruling.Refused;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Seal;
import dev.parley.core.customer.Contact;
import dev.parley.core.desk.AcceptMessage;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.DeskProfile;
import dev.parley.core.desk.HoldReply;
import dev.parley.core.desk.Preview;
import dev.parley.core.desk.UseCases;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.Party;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.Renderer;
import dev.parley.core.port.Staff;
import dev.parley.core.port.TicketReads.Direction;
import dev.parley.core.port.TicketReads.Filter;
import dev.parley.core.port.TicketReads.Line;
import dev.parley.core.port.TicketReads.Said;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Transaction.Visibility;
import dev.parley.core.ticket.Assessment;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Mode;
import dev.parley.core.ticket.Speaker;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Template;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.triage.HeldReply;
import dev.parley.core.triage.HeldReply.Outcome;
import dev.parley.core.triage.PublicReply;
import dev.parley.core.triage.Triage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.assertj.core.api.Condition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How staff organise their work, on any storage. */
public interface TriageContract extends StorageContract {
    /** Somebody else of the desk. */
    Actor.Staff SAM = new Actor.Staff("sam");

    private UseCases useCases() {
        Renderer words = (template, _, fields) ->
                new Renderer.Rendered(template.name(), template + " " + fields.getOrDefault("text", ""), null);
        DeskProfile desk = new DeskProfile(
                Desks.proSupport(),
                Messages.SUPPORT,
                Messages.CHANNEL,
                List.of(Messages.SUPPORT.address()),
                List.of(),
                List.of(),
                null,
                Locale.ENGLISH,
                new DeskProfile.Brakes(List.of(), 40),
                words);
        return UseCases.over(
                new DeskBook(List.of(desk)), ports().store(), new Marks(new Seal(new byte[Seal.KEY_BYTES_MIN])));
    }

    /** A ticket that was acknowledged and is to be assessed. */
    private TicketId opened() {
        for (Actor.Staff one : List.of(AGENT, SAM)) {
            Staff.Person person = new Staff.Person(Desks.SUPPORT, one.login(), one.login(), Set.of(Staff.Role.AGENT));
            String _ = ports().staff().enroll(person, new By(AGENT, NOW));
        }
        Contact alice = approver("alice@customer.example");
        pay(alice.customer(), 50, "order-1");
        TicketId id = created(alice).id();
        boolean _ = run(tx -> {
            tx.keep(mail("1@customer.example"), id, null, Visibility.PUBLIC);
            return true;
        });
        act(id, new TicketEvent.Opened(new Mode.Ask(), true, false), new Actor.Desk());
        return id;
    }

    private static InboundMessage mail(String id) {
        return Messages.from("alice@customer.example", id, "And it beeps.", NOW);
    }

    private void act(TicketId id, TicketEvent event, Actor actor) {
        Optional<Decision> _ = useCases().actOnTicket().act(id, event, actor, NOW);
    }

    private <T> T run(Function<Transaction, T> work) {
        return ports().store().transact(work);
    }

    /** The customer writes on the ticket, and it is understood. */
    private void customerWrites(TicketId id, String messageId) {
        RawMessage raw = Messages.raw(Desks.SUPPORT, messageId, NOW);
        ports().inbox().record(List.of(raw));
        var claim = ports().inbox().claim("w", 1, LEASE, NOW).getFirst();
        String ours = Objects.requireNonNull(mails(id).getFirst().messageId());
        InboundMessage m = mail(messageId);
        InboundMessage reply = new InboundMessage(
                m.desk(),
                m.key(),
                m.receivedAt(),
                m.kind(),
                m.sender(),
                m.recipients(),
                m.subject(),
                m.messageId(),
                List.of(ours),
                m.content(),
                m.attachments(),
                m.auth(),
                m.failures());
        var _ = useCases().acceptMessage().accept(new AcceptMessage.Arrival(claim, reply), NOW);
    }

    private List<Said> mails(TicketId id) {
        return view(id).messages().stream()
                .filter(said -> said.direction() == Direction.OUT)
                .toList();
    }

    private static Condition<Said> asking() {
        return new Condition<>(said -> said.content().text().contains("Which printer?"), "the question");
    }

    private List<Template> notices() {
        return ports().tickets().notices(Desks.SUPPORT, 9).stream()
                .map(unseen -> unseen.notice().what())
                .toList();
    }

    private long heard(TicketId id) {
        return run(tx -> tx.triage().lastHeard(id));
    }

    private static <T> T allowed(Optional<Ruling<T>> ruling) {
        return ((Allowed<T>) ruling.orElseThrow()).value();
    }

    private Optional<Ruling<HeldReply>> answer(TicketId id, long heard) {
        return say(PublicReply.Kind.REPLY, id, heard);
    }

    private Optional<Ruling<HeldReply>> say(PublicReply.Kind kind, TicketId id, long heard) {
        var asked = new HoldReply.Asked(new PublicReply(kind, "Which printer?"), heard);
        return run(tx -> useCases().holdReply().hold(tx, id, asked, AGENT, NOW));
    }

    @Test
    default void aTicketHasOneOwnerWhomClaimingDoesNotPushAside() {
        TicketId id = opened();
        assertThat(view(id).triage()).isEqualTo(Triage.untouched(id));
        assertThat(allowed(useCases().triage().claim(id, AGENT, NOW)).owner()).isEqualTo("kim");
        assertThat(useCases().triage().claim(id, SAM, NOW).orElseThrow())
                .isEqualTo(new Refused<Triage>("kim has the ticket", "talk to them, or assign it to yourself"));
        assertThat(view(id).triage()).isEqualTo(Triage.untouched(id).ownedBy("kim", NOW));
        Triage given = allowed(run(tx -> useCases().triage().assign(tx, id, "sam", SAM, NOW.plusSeconds(5))));
        assertThat(given).isEqualTo(Triage.untouched(id).ownedBy("sam", NOW.plusSeconds(5)));
        Triage left = allowed(run(tx -> useCases().triage().release(tx, id, SAM, NOW)));
        assertThat(left).isEqualTo(Triage.untouched(id));
        assertThat(ports().tickets().audit(Desks.SUPPORT, "ticket " + id.number(), 9))
                .extracting(Transaction.AuditLine::what)
                .containsOnly("triage")
                .hasSize(3);
        assertThat(useCases().triage().claim(new TicketId(Desks.SUPPORT, 999_999), SAM, NOW))
                .isEmpty();
    }

    @Test
    default void ticketsAreListedByWhoHasThem() {
        TicketId one = opened();
        TicketId two = created(approver("bob@customer.example")).id();
        allowed(useCases().triage().claim(one, AGENT, NOW));
        assertThat(owned("kim")).containsExactly(one);
        assertThat(owned("")).containsExactly(two);
        assertThat(owned("sam")).isEmpty();
        assertThat(owned(null)).containsExactly(two, one);
        assertThat(ports().tickets().list(Filter.newest(Desks.SUPPORT, 9)))
                .extracting(line -> line.triage().owner())
                .containsExactly(null, "kim");
    }

    private List<TicketId> owned(@Nullable String owner) {
        var filter = new Filter(Desks.SUPPORT, Set.of(), null, false, owner, Long.MAX_VALUE, 9);
        return ports().tickets().list(filter).stream().map(Line::id).toList();
    }

    @Test
    default void aTicketSleepsUntilItsTimeOrUntilTheCustomerWrites() {
        TicketId id = opened();
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        Triage asleep = allowed(run(tx -> useCases().triage().snooze(tx, id, tomorrow, AGENT, NOW)));
        assertThat(asleep.sleeps(tomorrow.minusMillis(1))).isTrue();
        assertThat(asleep.sleeps(tomorrow)).isFalse();
        assertThat(view(id).triage()).isEqualTo(asleep);
        customerWrites(id, "2@customer.example");
        assertThat(view(id).triage().snoozedUntil()).isNull();
        Instant tooLate = NOW.plus(Duration.ofDays(91));
        assertThat(run(tx -> useCases().triage().snooze(tx, id, tooLate, AGENT, NOW))
                        .orElseThrow())
                .isInstanceOf(Refused.class);
    }

    @Test
    default void aNoteIsForStaffAlone() {
        TicketId id = opened();
        int before = mails(id).size();
        assertThat(noted(id)).isTrue();
        Said note = view(id).messages().getLast();
        assertThat(note.visibility()).isEqualTo(Visibility.STAFF);
        assertThat(note.from()).isEqualTo(new Party("sam", ""));
        assertThat(note.content().text()).isEqualTo("They always say that.");
        assertThat(mails(id)).hasSize(before);
        assertThat(noted(new TicketId(Desks.SUPPORT, 999_999))).isFalse();
    }

    private boolean noted(TicketId id) {
        return run(tx -> useCases().triage().note(tx, id, "They always say that.", SAM, NOW));
    }

    private Ruling<HeldReply> undone(TicketId id, HeldReply held) {
        return run(tx -> useCases().holdReply().undo(tx, id, held.id(), NOW));
    }

    @Test
    default void aReplyWaitsBeforeItGoesOut() {
        TicketId id = opened();
        HeldReply held = allowed(answer(id, heard(id)));
        assertThat(view(id).waiting()).isEqualTo(held);
        assertThat(held.dueAt()).isEqualTo(NOW.plusSeconds(20));
        assertThat(useCases().holdReply().release(9, held.dueAt().minusMillis(1)))
                .isEmpty();
        assertThat(mails(id)).areNot(asking());
        assertThat(useCases().holdReply().release(9, held.dueAt()))
                .containsExactly(new HoldReply.Released(held, Outcome.SENT));
        assertThat(mails(id)).areExactly(1, asking());
        assertThat(view(id).waiting()).isNull();
        assertThat(useCases().holdReply().release(9, held.dueAt())).isEmpty();
    }

    @Test
    default void aWaitingReplyIsCalledBackAndThenThereIsRoomForAnother() {
        TicketId id = opened();
        HeldReply held = allowed(answer(id, heard(id)));
        assertThat(answer(id, heard(id)).orElseThrow())
                .isEqualTo(new Refused<HeldReply>("a reply by kim is just going out", "wait for it, or call it back"));
        assertThat(undone(id, held)).isEqualTo(new Allowed<>(held));
        assertThat(undone(id, held)).isInstanceOf(Refused.class);
        assertThat(useCases().holdReply().release(9, held.dueAt())).isEmpty();
        assertThat(mails(id)).areNot(asking());
        assertThat(answer(id, heard(id)).orElseThrow()).isInstanceOf(Allowed.class);
    }

    @Test
    default void aReplyThatTheCustomerOvertookStaysHereAndStaffSeeIt() {
        TicketId id = opened();
        HeldReply held = allowed(answer(id, heard(id)));
        customerWrites(id, "2@customer.example");
        assertThat(useCases().holdReply().release(9, held.dueAt()))
                .containsExactly(new HoldReply.Released(held, Outcome.OVERTAKEN));
        assertThat(mails(id)).areNot(asking());
        assertThat(notices()).contains(Template.STAFF_REPLY_HELD_BACK);
    }

    @Test
    default void whoDidNotReadTheNewestMessageIsToldSo() {
        TicketId id = opened();
        long read = heard(id);
        customerWrites(id, "2@customer.example");
        assertThat(answer(id, read).orElseThrow())
                .isEqualTo(new Refused<HeldReply>(
                        "the customer wrote again while you did", "read that first, then send your reply once more"));
        assertThat(view(id).waiting()).isNull();
    }

    @Test
    default void aReplyThatHasNoPlaceAnyMoreStaysHere() {
        TicketId id = opened();
        HeldReply held = allowed(say(PublicReply.Kind.QUESTION, id, heard(id)));
        Contact alice = view(id).requester();
        act(id, new TicketEvent.CancelRequested(new Speaker.Approver(alice.id(), alice.name())), AGENT);
        assertThat(StateName.of(read(id).state()).open()).isFalse();
        assertThat(useCases().holdReply().release(9, held.dueAt()))
                .containsExactly(new HoldReply.Released(held, Outcome.REFUSED));
        assertThat(notices()).contains(Template.STAFF_REPLY_HELD_BACK);
        assertThat(say(PublicReply.Kind.QUESTION, id, heard(id)).orElseThrow()).isInstanceOf(Refused.class);
    }

    @Test
    default void whatCustomersBringBackIsCountedAndWhatStaffDoIsNot() {
        TicketId id = opened();
        act(id, new TicketEvent.Assessed(new Assessment.Priced(Desks.QUESTION, 5, true, "the work"), ""), AGENT);
        act(id, new TicketEvent.AnswerSent("It is on."), AGENT);
        assertThat(reopened(id, NOW)).isZero();
        customerWrites(id, "2@customer.example");
        assertThat(StateName.of(read(id).state())).isEqualTo(StateName.WORKING);
        assertThat(reopened(id, NOW)).isEqualTo(1);
        assertThat(reopened(id, NOW.plusMillis(1))).isZero();
        act(id, new TicketEvent.AnswerSent("It is on."), AGENT);
        act(id, new TicketEvent.CloseAsked("solved"), AGENT);
        act(id, new TicketEvent.ReopenAsked(), AGENT);
        assertThat(StateName.of(read(id).state())).isEqualTo(StateName.WORKING);
        assertThat(reopened(id, NOW)).isEqualTo(1);
    }

    private int reopened(TicketId id, Instant since) {
        return run(tx -> tx.triage().reopened(id, since));
    }

    @Test
    default void aPreviewIsWhatWouldBeSentAndKeepsNothing() {
        TicketId id = opened();
        var before = view(id);
        int mails = mails(id).size();
        TicketEvent assessed =
                new TicketEvent.Assessed(new Assessment.Priced(Desks.CONSULTATION, 10, true, "the work"), "");
        Preview preview = Preview.of(
                        ports().store(), tx -> useCases().actOnTicket().act(tx, id, assessed, AGENT, NOW))
                .orElseThrow();
        assertThat(preview.messages()).extracting(OutgoingMessage::subject).containsExactly("QUOTE_SENT");
        assertThat(view(id)).isEqualTo(before);
        assertThat(mails(id)).hasSize(mails);
        act(id, assessed, AGENT);
        Said sent = mails(id).getLast();
        assertThat(preview.messages().getFirst().text())
                .isEqualTo(sent.content().text());
        assertThat(preview.messages().getFirst().messageId()).isEqualTo(sent.messageId());
    }
}
