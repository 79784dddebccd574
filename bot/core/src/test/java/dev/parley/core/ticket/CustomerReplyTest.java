package dev.parley.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.customer.ContactId;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.MessageKey;
import dev.parley.core.message.MessageKind;
import dev.parley.core.reading.Reading;
import dev.parley.core.reading.ReplyKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Who speaks in a conversation (mail requirement 6). */
class CustomerReplyTest {
    private static final Speaker ALICE = new Speaker.Approver(new ContactId("support", 1), "Alice");
    private static final Speaker BOB = new Speaker.Colleague(new ContactId("support", 2), "Bob");

    private static CustomerReply reply(MessageKind kind, AuthVerdict auth, Speaker speaker) {
        return new CustomerReply(
                kind,
                auth,
                speaker,
                new Binding.TicketOnly(),
                new Reading(ReplyKind.OTHER, null, "test", ""),
                Instant.EPOCH,
                new MessageKey("mail:support", "m"));
    }

    @ParameterizedTest
    @EnumSource(value = AuthVerdict.class, mode = Mode.EXCLUDE, names = "FAIL")
    void peopleOfTheCustomerSpeakUnlessTheirNameWasBorrowed(AuthVerdict auth) {
        assertThat(reply(MessageKind.HUMAN, auth, ALICE).ofTheConversation()).isTrue();
        assertThat(reply(MessageKind.HUMAN, auth, BOB).ofTheConversation()).isTrue();
        assertThat(reply(MessageKind.HUMAN, AuthVerdict.FAIL, ALICE).ofTheConversation())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = MessageKind.class, mode = Mode.EXCLUDE, names = "HUMAN")
    void machinesDoNotSpeak(MessageKind kind) {
        assertThat(reply(kind, AuthVerdict.PASS, ALICE).ofTheConversation()).isFalse();
    }

    @Test
    void strangersDoNotSpeak() {
        Speaker stranger = new Speaker.Stranger("eve@other.example");
        assertThat(reply(MessageKind.HUMAN, AuthVerdict.PASS, stranger).ofTheConversation())
                .isFalse();
    }
}
