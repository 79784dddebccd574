package dev.parley.app.slack;

import dev.parley.app.bot.Await;
import dev.parley.app.bot.DemoMail;
import dev.parley.app.bot.Stage;
import dev.parley.app.demo.Demo;
import dev.parley.app.demo.DemoAccount;
import dev.parley.app.demo.DemoDesk;
import dev.parley.app.demo.DemoServers;
import dev.parley.app.play.MailProgram;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.RawMessage;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.TicketReads.Filter;
import dev.parley.core.port.TicketReads.View;
import dev.parley.slack.Manifest;
import dev.parley.slack.loopback.LoopbackSlack;
import dev.parley.slack.loopback.Message;
import dev.parley.slack.loopback.Person;
import dev.parley.slack.loopback.Room;
import dev.parley.slack.loopback.SlackApp;
import dev.parley.slack.loopback.Visitor;
import dev.parley.slack.loopback.Workspace;
import dev.parley.storage.PostgresStorage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A desk whose people sit in a Slack on loopback, with a real bot, a real database and real mail. */
final class SlackStage implements AutoCloseable {
    static final String ROOM = "CTRIAGE";
    static final String ANN = "UANN";
    static final String TOM = "UTOM";
    static final String GUEST = "UGUEST";

    private final LoopbackSlack slack;
    private final Demo demo;

    private SlackStage(LoopbackSlack slack, Demo demo) {
        this.slack = slack;
        this.demo = demo;
        var by = new Customers.By(new Actor.Desk(), Clock.systemUTC().instant());
        storage().chatPeople().reachable(Demo.DESK, "agent", "ann@desk.example", by);
    }

    /** Everything with its data below {@code directory}. Ann is the desk's agent, Tom is nobody there. */
    static SlackStage open(Path directory) throws IOException {
        return open(directory, Room.closed(ROOM, "triage", ANN, TOM, GUEST));
    }

    /** The same with another triage channel. */
    static SlackStage open(Path directory, Room room) throws IOException {
        return open(directory, room, false);
    }

    /** The same, with Slack calling the bot. */
    static SlackStage openForCalls(Path directory) throws IOException {
        SlackStage stage = open(directory, Room.closed(ROOM, "triage", ANN, TOM, GUEST), true);
        Await.until("the bot is ready for Slack", () -> stage.problems().isEmpty());
        URI url = stage.calledAt();
        if (!stage.slack.requestUrl(url)) {
            throw new AssertionError(url + " does not answer Slack's challenge");
        }
        return stage;
    }

    /** Where Slack calls the bot. */
    URI calledAt() {
        return URI.create(demo.url() + "/api/v1/slack/" + Demo.DESK);
    }

    private static SlackStage open(Path directory, Room room, boolean calls) throws IOException {
        Workspace workspace = Workspace.named("T1", "Desk")
                .with(
                        Person.member(ANN, "Ann Agent", "ann@desk.example"),
                        Person.member(TOM, "Tom Other", "tom@desk.example"),
                        Person.guest(GUEST, "Gus Guest", "ann@desk.example"))
                .with(room);
        LoopbackSlack slack = LoopbackSlack.start(SlackApp.fromManifest(Manifest.json()), Clock.systemUTC(), workspace);
        Demo.Settings settings = new Demo.Settings(
                directory, Map.of(DemoDesk.PRO_SUPPORT, Stage.DESK_FILE), false, settings(slack, calls));
        return new SlackStage(slack, Demo.start(settings, _ -> {}));
    }

    private static Map<String, String> settings(LoopbackSlack slack, boolean calls) {
        return Map.of(
                "parley.desks[0].slack.bot-token",
                slack.botToken("T1"),
                "parley.desks[0].slack." + (calls ? "signing-secret" : "app-token"),
                calls ? slack.app().signingSecret() : slack.app().appToken(),
                "parley.desks[0].slack.channel",
                ROOM,
                "parley.desks[0].slack.api-base",
                slack.apiUrl());
    }

    LoopbackSlack slack() {
        return slack;
    }

    Visitor ann() {
        return slack.as(ANN);
    }

    PostgresStorage storage() {
        return demo.bot().part(PostgresStorage.class);
    }

    /** So many mails at once, with subjects {@code burst-0-} and so on. */
    void burst(int mails) {
        Inbox inbox = demo.bot().part(Inbox.class);
        int _ = inbox.record(
                IntStream.range(0, mails).mapToObj(SlackStage::mail).toList());
    }

    private static RawMessage mail(int nth) {
        String from = DemoServers.CAROL.address();
        return DemoMail.raw(Demo.DESK, from, "support@desk.example", "burst-" + nth + "-", "Please look.");
    }

    /** Why Slack hears or tells nothing. */
    List<String> problems() {
        return demo.bot().part(SlackDesks.class).problems();
    }

    List<TicketReads.Line> tickets() {
        return storage().tickets().list(Filter.newest(Demo.DESK, TicketReads.PAGE_MAX));
    }

    MailProgram mail(DemoAccount account, String name) {
        return new MailProgram(account, name, demo.smtpPort(), demo.imapPort());
    }

    /** The ticket's card, as soon as it shows this. */
    Message card(String subject, String shows) {
        return message(m -> m.shown().contains(subject) && m.shown().contains(shows));
    }

    /** Waits longer than Slack's client would. */
    Message message(Predicate<Message> wanted) {
        try {
            Await.until("a message in the triage channel", () -> find(wanted).isPresent());
        } catch (AssertionError unseen) {
            throw new AssertionError(unseen.getMessage() + "; there is: " + shown(), unseen);
        }
        return find(wanted).orElseThrow();
    }

    private String shown() {
        return slack.messages(ROOM).stream().map(Message::shown).collect(Collectors.joining("\n---\n"));
    }

    private Optional<Message> find(Predicate<Message> wanted) {
        return slack.messages(ROOM).stream().filter(wanted).reduce((_, last) -> last);
    }

    /** The ticket with this subject. */
    View ticket(String subject) {
        return tickets().stream()
                .filter(line -> line.subject().equals(subject))
                .findFirst()
                .flatMap(line -> storage().tickets().find(line.id()))
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        demo.close();
        slack.close();
    }
}
