package dev.parley.core.ticket;

import static dev.parley.core.ticket.Play.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.reading.ReplyKind;
import org.junit.jupiter.api.Test;

class TicketRulesMainPathTest {

    @Test
    void askedAgreedWorkedAndCharged() {
        Play play = Play.assessing(100);
        assertThat(play.assess(10).row()).isEqualTo(Row.T13);
        assertThat(play.oracle.reserved()).isZero();
        assertThat(play.says(A, ReplyKind.YES, 1).row()).isEqualTo(Row.T20);
        assertThat(play.oracle.reserved()).isEqualTo(10);
        assertThat(play.on(new TicketEvent.AnswerSent("Do this.")).row()).isEqualTo(Row.T60);
        assertThat(play.oracle.charged()).isEqualTo(10);
        assertThat(play.due().row()).isEqualTo(Row.T90);
        assertThat(play.oracle.balance()).isEqualTo(90);
    }

    @Test
    void aRaiseIsChargedOnlyAfterAYesToItsOwnVersion() {
        Play play = Play.requoted(10, 20);
        assertThat(play.says(A, ReplyKind.YES, 1).row()).isEqualTo(Row.T82);
        assertThat(play.oracle.reserved()).isEqualTo(10);
        assertThat(play.says(A, ReplyKind.YES, 2).row()).isEqualTo(Row.T80);
        assertThat(play.oracle.reserved()).isEqualTo(20);
    }

    @Test
    void categoryOneIsAnsweredWithoutAsking() {
        Play play = Play.assessing(100);
        assertThat(play.assess(5).row()).isEqualTo(Row.T08);
        play.on(new TicketEvent.AnswerSent("Click there."));
        assertThat(play.oracle.charged()).isEqualTo(5);
    }
}
