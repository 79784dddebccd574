package dev.parley.app.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.Await;
import dev.parley.app.demo.DemoServers;
import dev.parley.app.play.MailProgram;
import dev.parley.core.port.TicketReads.Direction;
import dev.parley.core.port.Transaction.Visibility;
import dev.parley.slack.loopback.Message;
import dev.parley.slack.loopback.Outcome;
import dev.parley.slack.loopback.View;
import dev.parley.slack.loopback.Visitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Triage in Slack: a real bot with a real database and real mail, against a Slack on loopback. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlackTriageTest {
    private static final String DESK = "support@desk.example";

    private SlackStage stage;
    private MailProgram alice;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        stage = SlackStage.open(directory);
        alice = stage.mail(DemoServers.ALICE, "Alice");
    }

    @AfterAll
    void close() throws IOException {
        stage.close();
    }

    @Test
    void aTicketIsClaimedAssessedQuotedAndAnsweredWithoutLeavingSlack() {
        String subject = "Order mails are missing";
        alice.write(DESK, subject, "Since Monday no order mails arrive.");
        Message card = stage.card(subject, "to be assessed");
        assertThat(card.shown()).contains("Alice", "Alpha Ltd", "nobody yet", "Since Monday no order mails arrive.");

        Visitor ann = stage.ann();
        assertThat(ann.click(card, "parley:claim").acknowledged()).isTrue();
        stage.card(subject, "*Has it*\nagent");

        assess(ann, card);
        var quote = alice.await(mail -> mail.text().contains("Order mails are sent again"));
        stage.card(subject, "waits for the customer's yes");

        alice.reply(quote, "Yes, go ahead.");
        stage.card(subject, "to be answered");
        answer(ann, card);
        stage.card(subject, "Call it back");
        alice.await(mail -> mail.text().contains("The address was missing"));
        assertThat(stage.card(subject, "answered").shown()).contains("charged");
        assertThat(stage.slack().messages(SlackStage.ROOM).stream()
                        .filter(message -> message.shown().contains(subject)))
                .as("one card, however often it changed")
                .hasSize(1);
    }

    private static void assess(Visitor ann, Message card) {
        ann.click(card, "parley:open:assess");
        View form = ann.awaitModal("assess");
        Map<String, String> filled = Map.of("as/value", "settings", "scope/value", "Order mails are sent again");
        Outcome preview = ann.submit(form, filled);
        assertThat(preview.errors()).isEmpty();
        View previewed = ann.awaitModal("assess");
        assertThat(previewed.shown())
                .contains("This goes to " + DemoServers.ALICE.address(), "Order mails are sent again");
        assertThat(ann.submit(previewed, filled).acknowledged()).isTrue();
        assertThat(ann.modal()).isEmpty();
    }

    private static void answer(Visitor ann, Message card) {
        ann.click(card, "parley:open:reply");
        View form = ann.awaitModal("reply");
        Map<String, String> filled =
                Map.of("kind/value", "ANSWER", "text/value", "The address was missing; it is set now.");
        ann.submit(form, filled);
        View previewed = ann.awaitModal("reply");
        assertThat(previewed.shown()).contains("This goes to " + DemoServers.ALICE.address());
        ann.submit(previewed, filled);
    }

    @Test
    void whatStaffTypeInTheThreadIsANoteThatNoCustomerEverGets() {
        String subject = "A thread stays inside";
        alice.write(DESK, subject, "Please look.");
        Message card = stage.card(subject, "to be assessed");
        stage.ann().reply(card, "The driver again; do not tell them.");
        Await.until(
                "the note",
                () -> stage.ticket(subject).messages().stream()
                        .anyMatch(said -> said.direction() == Direction.REMARK
                                && said.visibility() == Visibility.STAFF
                                && said.content().text().contains("do not tell them")));
        assertThat(stage.ticket(subject).messages())
                .filteredOn(said -> said.direction() == Direction.OUT)
                .noneMatch(said -> said.content().text().contains("do not tell them"));
    }

    @Test
    void whatIsEditedAndDeletedInTheThreadIsNotedToo() {
        String subject = "Second thoughts";
        alice.write(DESK, subject, "Please look.");
        Message card = stage.card(subject, "to be assessed");
        Message note = stage.ann().reply(card, "It is the driver.");
        Message edited = stage.ann().edit(note, "It is the cable.");
        stage.ann().delete(edited);
        stage.ann().upload(SlackStage.ROOM, card.ts(), "log.txt", new byte[] {1});
        Await.until("four notes", () -> notes(subject).size() >= 4);
        assertThat(notes(subject))
                .containsExactlyInAnyOrder(
                        "It is the driver.",
                        "(edited) It is the cable.",
                        "(deleted in Slack) It is the cable.",
                        "(file in Slack: log.txt)");
    }

    private List<String> notes(String subject) {
        return stage.ticket(subject).messages().stream()
                .filter(said -> said.direction() == Direction.REMARK && said.visibility() == Visibility.STAFF)
                .map(said -> said.content().text())
                .toList();
    }

    @Test
    void whatCustomersWriteStandsInTheThread() {
        String subject = "The thread tells all";
        alice.write(DESK, subject, "It <!channel> happens every night & day.");
        Message card = stage.card(subject, "to be assessed");
        Await.until(
                "the customer's words in the thread",
                () -> stage.slack().thread(SlackStage.ROOM, card.ts()).stream()
                        .skip(1)
                        .anyMatch(message ->
                                message.shown().contains("It &lt;!channel&gt; happens every night &amp; day.")));
    }

    @Test
    void whoIsUnknownIsToldSoAndNobodyElseIs() {
        String subject = "Not for everybody";
        alice.write(DESK, subject, "Please look.");
        Message card = stage.card(subject, "to be assessed");
        Visitor tom = stage.slack().as(SlackStage.TOM);
        tom.click(card, "parley:claim");
        Await.until(
                "the refusal",
                () -> tom.whispers(SlackStage.ROOM).stream()
                        .anyMatch(message -> message.text().contains("tom@desk.example")));
        Visitor guest = stage.slack().as(SlackStage.GUEST);
        guest.click(card, "parley:claim");
        Await.until(
                "the refusal of the guest",
                () -> !guest.whispers(SlackStage.ROOM).isEmpty());
        assertThat(stage.ticket(subject).triage().owner()).isNull();
        tom.click(card, "parley:open:assess");
        assertThat(tom.awaitModal("told").shown()).contains("tom@desk.example");
    }

    @Test
    void aReplyCanBeCalledBack() {
        String subject = "Said too soon";
        alice.write(DESK, subject, "Please look.");
        Message card = stage.card(subject, "to be assessed");
        Visitor ann = stage.ann();
        ann.click(card, "parley:open:reply");
        View form = ann.awaitModal("reply");
        Map<String, String> filled = Map.of("kind/value", "REPLY", "text/value", "We never do that.");
        ann.submit(form, filled);
        ann.submit(ann.awaitModal("reply"), filled);
        ann.click(stage.card(subject, "Call it back"), "parley:undo");
        Await.until("it is called back", () -> stage.ticket(subject).waiting() == null);
        assertThat(stage.ticket(subject).messages())
                .noneMatch(said -> said.content().text().contains("We never do that."));
    }

    @Test
    void aReplyIsHeldBackIfTheCustomerWroteMeanwhile() {
        String subject = "Crossing words";
        var sent = alice.write(DESK, subject, "Please look.");
        Message card = stage.card(subject, "to be assessed");
        Visitor ann = stage.ann();
        ann.click(card, "parley:open:reply");
        View form = ann.awaitModal("reply");
        alice.reply(
                new MailProgram.Mail(sent.from(), DESK, subject, sent.messageId(), List.of(), sent.text()),
                "Never mind, it works again.");
        stage.card(subject, "it works again");
        Map<String, String> filled = Map.of("kind/value", "REPLY", "text/value", "We look into it.");
        ann.submit(form, filled);
        ann.submit(ann.awaitModal("reply"), filled);
        Await.until(
                "Ann is told",
                () -> ann.whispers(ann.direct()).size()
                                + stage.slack().messages(ann.direct()).stream()
                                        .filter(message -> message.text().contains("the customer wrote again"))
                                        .count()
                        > 0);
        assertThat(stage.ticket(subject).waiting()).isNull();
    }

    @Test
    void theHomeShowsWhatIsYoursAndWhatNobodyHas() {
        String mine = "Mine to do";
        alice.write(DESK, mine, "Please look.");
        stage.ann().click(stage.card(mine, "to be assessed"), "parley:claim");
        stage.card(mine, "*Has it*\nagent");
        String nobodys = "Nobody has it";
        alice.write(DESK, nobodys, "Please look.");
        stage.card(nobodys, "nobody yet");
        stage.ann().openHome();
        Await.until("the home", () -> stage.ann().home().isPresent());
        String home = stage.ann().home().orElseThrow().shown();
        assertThat(home.substring(home.indexOf("Yours"), home.indexOf("Nobody has\n")))
                .contains(mine);
        assertThat(home.substring(home.indexOf("Nobody has\n"))).contains(nobodys);
    }

    @Test
    void commandsAnswerWhoAsksAlone() {
        assertThat(stage.ann()
                        .command(SlackStage.ROOM, "/parley", "help")
                        .answer()
                        .path("text")
                        .asString(""))
                .contains("/parley unclaimed");
        assertThat(stage.slack()
                        .as(SlackStage.TOM)
                        .command(SlackStage.ROOM, "/parley", "who")
                        .answer()
                        .path("text")
                        .asString(""))
                .contains("T1 UTOM", "--slack");
        assertThat(stage.ann()
                        .command(SlackStage.ROOM, "/parley", "who")
                        .answer()
                        .path("text")
                        .asString(""))
                .contains("T1 UANN", "you are agent");
        assertThat(stage.slack()
                        .as(SlackStage.TOM)
                        .command(SlackStage.ROOM, "/parley", "open")
                        .answer()
                        .path("text")
                        .asString(""))
                .contains("tom@desk.example");
    }
}
