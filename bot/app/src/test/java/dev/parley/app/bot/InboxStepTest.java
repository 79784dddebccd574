package dev.parley.app.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Seal;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.DeskProfile;
import dev.parley.core.desk.UseCases;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.Party;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.Renderer;
import dev.parley.core.port.TicketReads;
import dev.parley.testkit.Desks;
import dev.parley.testkit.InMemoryStore;
import dev.parley.testkit.Messages;
import dev.parley.testkit.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InboxStepTest {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String NOT_UNDERSTOOD = "not understood";
    private static final String NO_DESK = "nobody's";

    private final SettableClock clock = SettableClock.onAMonday();
    private final InMemoryStore store = new InMemoryStore(clock);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final InboxStep step = step();

    @Test
    void manyMessagesAreWorkedOffWithinOneStep() {
        record(IntStream.range(0, 10).mapToObj(i -> "m" + i));
        assertThat(step.run()).isTrue();
        assertThat(tickets()).isEqualTo(10);
        assertThat(step.run()).isFalse();
    }

    @Test
    void aMessageThatCannotBeUnderstoodLeavesTheOthersAlone() {
        record(Stream.of("m1", NOT_UNDERSTOOD, "m2"));
        assertThat(step.run()).isTrue();
        assertThat(tickets()).isEqualTo(2);
        assertThat(tried()).containsExactly(NOT_UNDERSTOOD);
    }

    @Test
    void aMessageThatCannotBeAcceptedLeavesTheOthersAlone() {
        record(Stream.of("m1", NO_DESK, "m2"));
        assertThat(step.run()).isTrue();
        assertThat(tickets()).isEqualTo(2);
        assertThat(tried()).containsExactly(NO_DESK);
        assertThat(registry.counter("parley.messages.failed").count()).isEqualTo(1);
    }

    private void record(Stream<String> ids) {
        int ignored = store.inbox()
                .record(ids.map(id -> Messages.raw(Desks.SUPPORT, id, clock.instant()))
                        .toList());
    }

    private long tickets() {
        return store.tickets()
                .list(new TicketReads.Filter(Desks.SUPPORT, Set.of(), null, false, Long.MAX_VALUE, 100))
                .size();
    }

    /** What waits for its next try. */
    private List<String> tried() {
        clock.advance(Duration.ofHours(1));
        return store.inbox().claim("later", 10, LEASE, clock.instant()).stream()
                .filter(claim -> claim.tries() == 2)
                .map(Inbox.Claim::message)
                .map(message -> message.key().nativeId())
                .toList();
    }

    private InboxStep step() {
        Renderer words = (template, _, _) -> new Renderer.Rendered(template.name(), template.name(), null);
        DeskProfile desk = new DeskProfile(
                Desks.proSupport(),
                new Party("Pro Support", "support@vendor.example"),
                "mail:support",
                List.of("support@vendor.example"),
                List.of(),
                List.of(),
                null,
                Locale.ENGLISH,
                new DeskProfile.Brakes(List.of(), 40),
                words);
        Marks marks = new Marks(new Seal(new byte[Seal.KEY_BYTES_MIN]));
        UseCases useCases = UseCases.over(new DeskBook(List.of(desk)), store, marks);
        InboxStep.Bells bells = new InboxStep.Bells(new Bell(), new Bell());
        Worker worker = new Worker("w", LEASE, clock, new Counters(registry));
        InboxStep.Together together = new InboxStep.Together(useCases.acceptMessage(), 16);
        return new InboxStep(store.inbox(), InboxStepTest::understood, together, bells, worker);
    }

    private static InboundMessage understood(RawMessage raw) {
        String id = raw.key().nativeId();
        if (id.equals(NOT_UNDERSTOOD)) {
            throw new IllegalStateException(id);
        }
        InboundMessage mail = Messages.from("alice@customer.example", id, "The printer is on fire.", raw.receivedAt());
        return id.equals(NO_DESK) ? at(mail, NO_DESK) : mail;
    }

    private static InboundMessage at(InboundMessage m, String desk) {
        return new InboundMessage(
                desk,
                m.key(),
                m.receivedAt(),
                m.kind(),
                m.sender(),
                m.recipients(),
                m.subject(),
                m.messageId(),
                m.relatesTo(),
                m.content(),
                m.attachments(),
                m.auth(),
                m.failures());
    }
}
