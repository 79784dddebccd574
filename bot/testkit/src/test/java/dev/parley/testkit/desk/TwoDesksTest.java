package dev.parley.testkit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.message.AuthVerdict;
import dev.parley.core.port.OutgoingMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Another help desk that answers each of our mails at once and marks none of them as automatic (mail pitfall 4). */
class TwoDesksTest {
    private static final String OTHER = "desk@other.example";

    private final Stage stage = new Stage();

    @Test
    void pitfall04AHelpDeskThatAnswersEverythingGetsFewMailsADay() {
        int got = 0;
        stage.receive(stage.mail(OTHER, "We received your request.").auth(AuthVerdict.NONE));
        for (int minute = 0; minute < 24 * 60; minute++) {
            List<OutgoingMessage> sent = List.copyOf(stage.sent());
            got += sent.size();
            for (OutgoingMessage ours : sent) {
                stage.receive(stage.mail(OTHER, "We received your request number " + got)
                        .answering(ours.messageId())
                        .auth(AuthVerdict.NONE));
            }
            stage.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(got).isLessThanOrEqualTo(3);
    }

    @Test
    void pitfall04AHelpDeskThatOpensATicketWithEachMailGetsFewMailsADay() {
        int got = 0;
        stage.receive(stage.mail(OTHER, "We received your request.").auth(AuthVerdict.NONE));
        for (int minute = 0; minute < 24 * 60; minute++) {
            int sent = stage.sent().size();
            got += sent;
            for (int i = 0; i < sent; i++) {
                stage.receive(
                        stage.mail(OTHER, "A new request number " + got + i).auth(AuthVerdict.NONE));
            }
            stage.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(got).isLessThanOrEqualTo(3);
    }
}
