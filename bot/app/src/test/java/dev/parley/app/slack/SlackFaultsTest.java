package dev.parley.app.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.Await;
import dev.parley.app.demo.DemoServers;
import dev.parley.app.play.MailProgram;
import dev.parley.core.port.TicketReads.Direction;
import dev.parley.core.port.TicketReads.Said;
import dev.parley.core.port.Transaction.Visibility;
import dev.parley.slack.loopback.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Slack at its worst: nothing is lost, nothing happens twice, and the cards are right at the end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SlackFaultsTest {
    private static final String DESK = "support@desk.example";

    private SlackStage stage;
    private MailProgram alice;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        stage = SlackStage.open(directory);
        alice = stage.mail(DemoServers.ALICE, "Alice");
    }

    @BeforeEach
    void connected() {
        Await.until("the socket", () -> stage.slack().connections() > 0);
    }

    @AfterEach
    void well() {
        stage.slack().faults().none();
    }

    @AfterAll
    void close() throws IOException {
        stage.close();
    }

    private Message ticket(String subject) {
        alice.write(DESK, subject, "Please look.");
        return stage.card(subject, "to be assessed");
    }

    private List<Said> notes(String subject) {
        return stage.ticket(subject).messages().stream()
                .filter(said -> said.direction() == Direction.REMARK && said.visibility() == Visibility.STAFF)
                .toList();
    }

    private long cards(String subject) {
        return stage.slack().messages(SlackStage.ROOM).stream()
                .filter(message -> message.shown().contains(subject))
                .count();
    }

    @Test
    void aCardWhosePostingWasNeverAnsweredStandsOnce() {
        String subject = "Posted and not answered";
        stage.slack().faults().closeAfter("chat.postMessage", 1);
        Message card = ticket(subject);
        stage.ann().click(card, "parley:claim");
        stage.card(subject, "*Has it*\nagent");
        assertThat(cards(subject)).isEqualTo(1);
    }

    @Test
    void aBurstOfTicketsStaysReadableAndNothingIsLost() {
        int burst = 60;
        int before = stage.slack().messages(SlackStage.ROOM).size();
        stage.burst(burst);
        Await.until(
                "all are shown",
                () -> IntStream.range(0, burst)
                        .allMatch(i -> stage.slack().messages(SlackStage.ROOM).stream()
                                .anyMatch(message -> message.shown().contains("burst-" + i + "-"))));
        assertThat(stage.slack().messages(SlackStage.ROOM).size() - before)
                .as("grouped, not a card each")
                .isLessThan(burst / 2);
        Message list = stage.message(message -> message.shown().contains("new tickets"));
        String number = list.shown().replaceAll("(?s).*?\\*#(\\d+)\\*.*", "$1");
        stage.ann().pick(list, "parley:claim", number);
        stage.card("*#" + number + "  ", "*Has it*\nagent");
    }

    @Test
    void aCardThatWasRefusedForAWhileComes() {
        String subject = "Slack has a bad minute";
        stage.slack().faults().answer("chat.postMessage", 500, 2);
        ticket(subject);
        assertThat(cards(subject)).isEqualTo(1);
    }

    @Test
    void whatSlackBringsTwiceIsDoneOnce() {
        String subject = "Brought twice";
        Message card = ticket(subject);
        stage.slack().faults().duplicate(4);
        IntStream.range(0, 4).forEach(i -> stage.ann().reply(card, "note " + i));
        Await.until("four notes", () -> notes(subject).size() >= 4);
        stage.slack().awaitQuiet();
        assertThat(notes(subject))
                .extracting(said -> said.content().text())
                .containsExactlyInAnyOrder("note 0", "note 1", "note 2", "note 3");
    }

    @Test
    void whatWasNotAcknowledgedInTimeIsBroughtAgainAndDoneOnce() {
        String subject = "The acknowledgement was lost";
        Message card = ticket(subject);
        stage.slack().faults().loseAcks(1);
        stage.ann().reply(card, "only once");
        Await.until("the note", () -> !notes(subject).isEmpty());
        stage.ann().reply(card, "the end");
        Await.until("the second note", () -> notes(subject).size() >= 2);
        assertThat(notes(subject)).extracting(said -> said.content().text()).containsExactly("only once", "the end");
    }

    /** The last: afterwards connections are made with longer pauses for a while. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aSocketThatBreaksAgainAndAgainLosesNothingAndMakesNoStorm() {
        String subject = "The socket breaks";
        Message card = ticket(subject);
        int before = stage.slack().connectionsOpened();
        stage.slack().flap(Duration.ofMillis(500), 16);
        IntStream.range(0, 6).forEach(i -> stage.ann().reply(card, "through " + i));
        Await.until("six notes", () -> notes(subject).size() >= 6);
        assertThat(notes(subject)).extracting(said -> said.content().text()).doesNotHaveDuplicates();
        assertThat(stage.slack().connectionsOpened() - before)
                .as("each break is followed by a pause that grows")
                .isLessThan(10);
    }
}
