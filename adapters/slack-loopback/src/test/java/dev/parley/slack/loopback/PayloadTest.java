package dev.parley.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Payloads field by field. The names are those of Slack's published samples (json-logs/samples of the Java SDK), less
 * what only other kinds of installation have.
 */
class PayloadTest {

    private static final Set<String> CALLBACK = Set.of(
            "token",
            "team_id",
            "context_team_id",
            "enterprise_id",
            "context_enterprise_id",
            "api_app_id",
            "event",
            "type",
            "event_id",
            "event_time",
            "authorizations",
            "is_ext_shared_channel",
            "event_context");
    private static final Set<String> AUTHORIZATION =
            Set.of("enterprise_id", "team_id", "user_id", "is_bot", "is_enterprise_install");
    private static final Set<String> INTERACTION =
            Set.of("type", "user", "api_app_id", "token", "team", "enterprise", "is_enterprise_install", "trigger_id");

    private final SteppedClock clock = new SteppedClock();
    private final LoopbackSlack slack = LoopbackSlack.start(
            SlackApp.named("Desk")
                    .withCommands(Set.of("/desk"))
                    .withShortcuts(Map.of("global", "global", "take", "message"))
                    .withUnfurls(Set.of("desk.example")),
            clock,
            Places.acme());
    private final BoltApp bolt = new BoltApp(slack);
    private final Visitor ada = slack.as("U1");

    @AfterEach
    void close() {
        bolt.close();
        slack.close();
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new java.util.TreeSet<>();
        node.properties().forEach(each -> names.add(each.getKey()));
        return names;
    }

    /** What was delivered, whether anybody listened or not. */
    private JsonNode delivered(Predicate<JsonNode> wanted) {
        slack.await("the payload", () -> payloads().anyMatch(wanted));
        return payloads().filter(wanted).findFirst().orElseThrow();
    }

    private Stream<JsonNode> payloads() {
        return slack.deliveries().stream().map(Delivery::payload);
    }

    private JsonNode event(String type, String subtype) {
        return delivered(payload -> Json.text(payload.path("event"), "type").equals(type)
                && Json.text(payload.path("event"), "subtype").equals(subtype));
    }

    @Test
    void anEventIsWrappedAsSlackWrapsIt() {
        ada.post("C1", "hello");
        JsonNode payload = event("message", "");
        assertThat(names(payload)).isEqualTo(new java.util.TreeSet<>(CALLBACK));
        assertThat(names(payload.path("authorizations").path(0))).isEqualTo(new java.util.TreeSet<>(AUTHORIZATION));
        assertThat(payload.path("event_time").isIntegralNumber()).isTrue();
        assertThat(Json.text(payload, "event_id")).matches("Ev[0-9A-Z]{9,}");
        assertThat(names(payload.path("event")))
                .contains(
                        "type",
                        "user",
                        "text",
                        "ts",
                        "channel",
                        "channel_type",
                        "event_ts",
                        "blocks",
                        "team",
                        "client_msg_id");
        assertThat(Json.text(payload.path("event"), "ts")).matches("\\d{10}\\.\\d{6}");
    }

    @Test
    void editsAndDeletionsCarryWhatWasThereBefore() {
        Message message = ada.post("C1", "first");
        Message edited = ada.edit(message, "second");
        JsonNode change = event("message", "message_changed").path("event");
        assertThat(names(change))
                .contains(
                        "type",
                        "subtype",
                        "hidden",
                        "message",
                        "previous_message",
                        "channel",
                        "channel_type",
                        "ts",
                        "event_ts");
        assertThat(Json.text(change.path("message"), "text")).isEqualTo("second");
        assertThat(Json.text(change.path("previous_message"), "text")).isEqualTo("first");
        assertThat(names(change.path("message").path("edited"))).containsExactly("ts", "user");
        ada.delete(edited);
        JsonNode deletion = event("message", "message_deleted").path("event");
        assertThat(Json.text(deletion, "deleted_ts")).isEqualTo(message.ts());
        assertThat(Json.text(deletion.path("previous_message"), "text")).isEqualTo("second");
        assertThat(slack.messages("C1")).isEmpty();
    }

    @Test
    void aDeletedMessageWithRepliesLeavesAStone() {
        Message message = ada.post("C1", "first");
        ada.reply(message, "reply");
        ada.delete(message);
        assertThat(slack.thread("C1", message.ts()))
                .extracting(Message::text)
                .containsExactly("This message was deleted.", "reply");
    }

    @Test
    void aReactionNamesItsMessageAndWhoWroteIt() {
        Message message = slack.as("U2").post("C1", "hello");
        ada.react(message, "ticket");
        JsonNode event = event("reaction_added", "").path("event");
        assertThat(names(event)).contains("type", "user", "reaction", "item", "item_user", "event_ts");
        assertThat(names(event.path("item"))).containsExactly("channel", "ts", "type");
        assertThat(Json.text(event, "item_user")).isEqualTo("U2");
    }

    @Test
    void aMentionComesAsMessageAndAsMention() {
        ada.mention("C1", "help");
        assertThat(Json.text(event("app_mention", "").path("event"), "text")).startsWith("<@U0BOTT1> help");
        event("message", "");
    }

    @Test
    void aSharedFileComesWithItsMessageAndAsAnEvent() {
        ada.upload("C1", "", "log.txt", new byte[] {1, 2});
        JsonNode message = event("message", "file_share").path("event");
        assertThat(names(message.path("files").path(0)))
                .contains(
                        "id",
                        "created",
                        "timestamp",
                        "name",
                        "title",
                        "mimetype",
                        "filetype",
                        "pretty_type",
                        "user",
                        "editable",
                        "size",
                        "mode",
                        "is_external",
                        "external_type",
                        "is_public",
                        "public_url_shared",
                        "url_private",
                        "url_private_download",
                        "permalink");
        assertThat(names(event("file_shared", "").path("event")))
                .contains("type", "file_id", "user_id", "file", "channel_id", "event_ts");
    }

    @Test
    void aLinkOfTheAppsDomainIsToldAndUnfurled() throws Exception {
        Message message = ada.post("C1", "see https://desk.example/t/1?a=1&b=2 and https://other.example/");
        JsonNode event = event("link_shared", "").path("event");
        assertThat(names(event)).contains("type", "user", "channel", "message_ts", "links", "event_ts");
        assertThat(event.path("links")).hasSize(1);
        assertThat(names(event.path("links").path(0))).containsExactly("domain", "url");
        assertThat(Refused.word(() -> bolt.client()
                        .chatUnfurl(unfurl -> unfurl.channel("C1")
                                .ts(message.ts())
                                .rawUnfurls("{\"https://desk.example/t/9\":{\"text\":\"x\"}}"))))
                .isEqualTo("cannot_unfurl_url");
    }

    @Test
    void interactionsCarryWhatSlacksDo() throws Exception {
        bolt.client().chatPostMessage(post -> post.channel("C2").text("x").blocksAsString("""
            [{"type":"actions","block_id":"b","elements":[
              {"type":"button","action_id":"go","value":"1","text":{"type":"plain_text","text":"Go"}},
              {"type":"static_select","action_id":"s","options":[
                {"text":{"type":"plain_text","text":"A"},"value":"a"}]}]}]
            """));
        Message card = slack.messages("C2").getLast();
        ada.click(card, "go");
        ada.pick(card, "s", "a");
        List<JsonNode> clicks = new ArrayList<>(payloads()
                .filter(each -> Json.text(each, "type").equals("block_actions"))
                .toList());
        assertThat(names(clicks.getFirst()))
                .containsAll(INTERACTION)
                .contains("container", "channel", "message", "state", "response_url", "actions");
        assertThat(names(clicks.getFirst().path("container")))
                .contains("type", "message_ts", "channel_id", "is_ephemeral");
        assertThat(names(clicks.getFirst().path("user"))).containsExactly("id", "name", "team_id", "username");
        assertThat(Json.text(clicks.getFirst().path("channel"), "name")).isEqualTo("privategroup");
        assertThat(names(clicks.getFirst().path("actions").path(0)))
                .containsExactly("action_id", "action_ts", "block_id", "text", "type", "value");
        assertThat(Json.text(clicks.getLast().path("actions").path(0).path("selected_option"), "value"))
                .isEqualTo("a");
        assertThat(Json.text(
                        clicks.getLast()
                                .path("state")
                                .path("values")
                                .path("b")
                                .path("s")
                                .path("selected_option"),
                        "value"))
                .isEqualTo("a");
    }

    @Test
    void shortcutsAndCommandsCarryWhatSlacksDo() {
        Message message = ada.post("C1", "take me");
        ada.shortcut("take", message);
        ada.shortcut("global");
        ada.command("C1", "/desk", "new thing");
        assertThat(names(delivered(each -> Json.text(each, "type").equals("message_action"))))
                .contains(
                        "type",
                        "token",
                        "action_ts",
                        "team",
                        "user",
                        "channel",
                        "is_enterprise_install",
                        "enterprise",
                        "callback_id",
                        "trigger_id",
                        "response_url",
                        "message_ts",
                        "message");
        assertThat(names(delivered(each -> Json.text(each, "type").equals("shortcut"))))
                .contains(
                        "type",
                        "token",
                        "action_ts",
                        "team",
                        "user",
                        "is_enterprise_install",
                        "enterprise",
                        "callback_id",
                        "trigger_id");
        assertThat(names(delivered(each -> each.has("command"))))
                .contains(
                        "token",
                        "api_app_id",
                        "team_id",
                        "team_domain",
                        "channel_id",
                        "channel_name",
                        "user_id",
                        "user_name",
                        "command",
                        "text",
                        "response_url",
                        "trigger_id");
    }

    @Test
    void inAnEnterpriseTheOrganisationIsNamed() {
        try (LoopbackSlack grid =
                LoopbackSlack.start(SlackApp.named("Desk"), clock, Places.acme().of("E1"))) {
            grid.as("U1").post("C1", "hello");
            grid.awaitQuiet();
            JsonNode payload = grid.deliveries().getFirst().payload();
            assertThat(Json.text(payload, "enterprise_id")).isEqualTo("E1");
            assertThat(Json.text(payload.path("authorizations").path(0), "enterprise_id"))
                    .isEqualTo("E1");
        }
    }

    @Test
    void aMessageOfAnotherCompanyIsMarkedInTheSharedChannel() {
        slack.as("U9").post("C5", "from outside");
        JsonNode payload = event("message", "");
        assertThat(payload.path("is_ext_shared_channel").asBoolean(false)).isTrue();
        assertThat(Json.text(payload.path("event"), "user_team")).isEqualTo("T9");
        assertThat(Json.text(payload.path("event"), "source_team")).isEqualTo("T9");
        assertThat(Json.text(payload, "team_id")).isEqualTo("T1");
    }
}
