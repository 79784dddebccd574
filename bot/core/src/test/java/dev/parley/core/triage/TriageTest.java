package dev.parley.core.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriageTest {
    private static final TicketId TICKET = new TicketId("support", 1001);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void anOwnerHasItSinceTheyTookItAndNotSinceTheyTookItAgain() {
        Triage kims = Triage.untouched(TICKET).ownedBy("kim", NOW);
        assertThat(kims.ownedSince()).isEqualTo(NOW);
        assertThat(kims.ownedBy("kim", NOW.plusSeconds(9))).isSameAs(kims);
        assertThat(kims.ownedBy("sam", NOW.plusSeconds(9)).ownedSince()).isEqualTo(NOW.plusSeconds(9));
        assertThat(kims.released()).isEqualTo(Triage.untouched(TICKET));
    }

    @Test
    void whoeverHasItSleepIsStillItsOwner() {
        Triage asleep = Triage.untouched(TICKET).ownedBy("kim", NOW).snoozed(NOW.plusSeconds(60));
        assertThat(asleep.sleeps(NOW.plusSeconds(59))).isTrue();
        assertThat(asleep.sleeps(NOW.plusSeconds(60))).isFalse();
        assertThat(asleep.snoozed(null).sleeps(NOW)).isFalse();
        assertThat(asleep.owner()).isEqualTo("kim");
        assertThat(asleep.ownedBy("sam", NOW).snoozedUntil()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void anOwnerWithoutATimeAndATimeWithoutAnOwnerAreMistakes() {
        assertThatThrownBy(() -> new Triage(TICKET, "kim", null, null)).hasMessage("owner kim since null");
        assertThatThrownBy(() -> new Triage(TICKET, null, NOW, null)).hasMessageStartingWith("owner null since");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, InternalNote.CHARS_MAX + 1})
    void aNoteIsNeitherEmptyNorEndless(int length) {
        assertThatThrownBy(() -> new InternalNote(TICKET, "kim", "x".repeat(length), NOW))
                .hasMessage("a note has 1 to 20000 characters, not " + length);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, PublicReply.CHARS_MAX + 1})
    void aReplyIsNeitherEmptyNorEndless(int length) {
        assertThatThrownBy(() -> new PublicReply(PublicReply.Kind.REPLY, "x".repeat(length)))
                .hasMessage("a reply has 1 to 100000 characters, not " + length);
    }

    @Test
    void theLongestNoteAndTheLongestReplyAreTaken() {
        String longest = "x".repeat(InternalNote.CHARS_MAX);
        assertThat(new InternalNote(TICKET, "kim", longest, NOW).text()).isEqualTo(longest);
        String reply = "x".repeat(PublicReply.CHARS_MAX);
        assertThat(new PublicReply(PublicReply.Kind.REPLY, reply).text()).isEqualTo(reply);
    }

    @Test
    void whatAReplyIsMeantAsDecidesWhatItDoesToTheTicket() {
        assertThat(new PublicReply(PublicReply.Kind.ANSWER, "Done.").event())
                .isEqualTo(new TicketEvent.AnswerSent("Done."));
        assertThat(new PublicReply(PublicReply.Kind.REPLY, "Done.").event())
                .isEqualTo(new TicketEvent.RepliedFreely("Done."));
        assertThat(new PublicReply(PublicReply.Kind.QUESTION, "Which?").event())
                .isEqualTo(new TicketEvent.InformationAsked("Which?"));
    }
}
