package dev.parley.app.play;

import dev.parley.app.demo.Demo;
import dev.parley.app.demo.DemoDesk;
import dev.parley.app.demo.DemoServers;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers.By;
import dev.parley.slack.Manifest;
import dev.parley.slack.loopback.LoopbackSlack;
import dev.parley.slack.loopback.Person;
import dev.parley.slack.loopback.Room;
import dev.parley.slack.loopback.SlackApp;
import dev.parley.slack.loopback.Workspace;
import dev.parley.storage.PostgresStorage;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** A Slack on this machine in which the desk's people sit, with a page to try triage by hand. */
public final class DemoSlack implements AutoCloseable {
    private static final int PORT = 8091;
    private static final String TEAM = "TDEMO";
    private static final String ROOM = "CTRIAGE";
    private static final Map<String, String> LOGINS = logins();

    private final LoopbackSlack slack;

    private DemoSlack(LoopbackSlack slack) {
        this.slack = slack;
    }

    private static Map<String, String> logins() {
        Map<String, String> logins = new LinkedHashMap<>();
        logins.put("UAGENT", "agent");
        logins.put("UBILLING", "billing");
        logins.put("UREFEREE", "referee");
        return logins;
    }

    /** Starts it; {@code fixedPort}: at the address people can note down. It remembers nothing between runs. */
    public static DemoSlack start(boolean fixedPort) {
        Person[] people = LOGINS.entrySet().stream()
                .map(one -> Person.member(one.getKey(), capital(one.getValue()), address(one.getValue())))
                .toArray(Person[]::new);
        Workspace workspace = Workspace.named(TEAM, "Parley demo")
                .with(people)
                .with(Person.member("UOTHER", "Somebody Else", address("other")))
                .with(Room.closed(ROOM, "triage", "UAGENT", "UBILLING", "UREFEREE", "UOTHER"));
        SlackApp app = SlackApp.fromManifest(Manifest.json());
        return new DemoSlack(LoopbackSlack.startOn(fixedPort ? PORT : 0, app, Clock.systemUTC(), workspace));
    }

    private static String capital(String login) {
        return Character.toUpperCase(login.charAt(0)) + login.substring(1);
    }

    private static String address(String login) {
        return login + "@desk.example";
    }

    /** What the first desk needs to be triaged there. */
    public Map<String, String> settings() {
        String slackOf = "parley.desks[0].slack.";
        return Map.of(
                slackOf + "bot-token", slack.botToken(TEAM),
                slackOf + "app-token", slack.app().appToken(),
                slackOf + "channel", ROOM,
                slackOf + "api-base", slack.apiUrl());
    }

    /** Lets the desk know its people there, and Alice write a first mail, so that there is something to triage. */
    public void settle(Demo demo) {
        By by = new By(new Actor.Desk(), Clock.systemUTC().instant());
        PostgresStorage storage = demo.bot().part(PostgresStorage.class);
        LOGINS.values().forEach(login -> storage.chatPeople().reachable(Demo.DESK, login, address(login), by));
        new MailProgram(DemoServers.ALICE, "Alice", demo.smtpPort(), demo.imapPort())
                .write(
                        DemoDesk.PRO_SUPPORT.mailbox().address(),
                        "Order mails",
                        "Our order mails are not sent any more since yesterday. Can you set that right?");
    }

    /** The page to try it by hand. */
    public String url() {
        return slack.webUrl();
    }

    /** The workspace itself. */
    public LoopbackSlack slack() {
        return slack;
    }

    @Override
    public void close() {
        slack.close();
    }
}
