package dev.parley.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may see and do what: scopes, people, files, installing, tokens that expire, answers to response URLs. */
class AccessTest {

    private final SteppedClock clock = new SteppedClock();
    private final LoopbackSlack slack = LoopbackSlack.start(SlackApp.named("Desk"), clock, Places.acme());
    private final BoltApp bolt = new BoltApp(slack);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
        bolt.close();
        slack.close();
    }

    private HttpResponse<String> get(String url, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private int answer(String url, String json) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void addressesAreShownOnlyWithTheirScopeAndNeverOfOtherCompanies() throws Exception {
        assertThat(bolt.client()
                        .usersInfo(info -> info.user("U2"))
                        .getUser()
                        .getProfile()
                        .getEmail())
                .isEqualTo("bo@acme.example");
        assertThat(bolt.client()
                        .usersInfo(info -> info.user("U9"))
                        .getUser()
                        .getProfile()
                        .getEmail())
                .isNull();
        assertThat(bolt.client().usersInfo(info -> info.user("U9")).getUser().getTeamId())
                .isEqualTo("T9");
        assertThat(bolt.client()
                        .usersLookupByEmail(lookup -> lookup.email("BO@acme.example"))
                        .getUser()
                        .getId())
                .isEqualTo("U2");
        assertThat(Refused.word(() -> bolt.client().usersLookupByEmail(lookup -> lookup.email("x@acme.example"))))
                .isEqualTo("users_not_found");
        slack.grant(
                "T1", SlackApp.named("Desk").withoutScopes("users:read.email").scopes());
        assertThat(bolt.client()
                        .usersInfo(info -> info.user("U2"))
                        .getUser()
                        .getProfile()
                        .getEmail())
                .isNull();
        assertThat(Refused.word(() -> bolt.client().usersLookupByEmail(lookup -> lookup.email("bo@acme.example"))))
                .isEqualTo("missing_scope");
    }

    @Test
    void channelsAreListedByKindWithTheirScopesAndMarkedWhenShared() throws Exception {
        assertThat(bolt.client()
                        .conversationsInfo(info -> info.channel("C5"))
                        .getChannel()
                        .isExtShared())
                .isTrue();
        assertThat(bolt.client()
                        .conversationsInfo(info -> info.channel("C1"))
                        .getChannel()
                        .isExtShared())
                .isFalse();
        assertThat(bolt.client().conversationsList(list -> list).getChannels()).hasSize(4);
        slack.grant(
                "T1",
                SlackApp.named("Desk")
                        .withoutScopes("groups:read", "channels:history")
                        .scopes());
        assertThat(Refused.word(() -> bolt.client().conversationsInfo(info -> info.channel("C2"))))
                .isEqualTo("missing_scope");
        assertThat(Refused.word(() -> bolt.client().conversationsHistory(history -> history.channel("C1"))))
                .isEqualTo("missing_scope");
        assertThat(Refused.word(() -> bolt.client().conversationsHistory(history -> history.channel("C3"))))
                .isEqualTo("missing_scope");
    }

    @Test
    void groupsAndPagesAreRead() throws Exception {
        assertThat(bolt.client().usergroupsList(list -> list).getUsergroups()).hasSize(1);
        assertThat(bolt.client()
                        .usergroupsUsersList(list -> list.usergroup("S0SUPPORT"))
                        .getUsers())
                .containsExactlyInAnyOrder("U1", "U2");
        var first = bolt.client().usersList(list -> list.limit(2));
        assertThat(first.getMembers()).hasSize(2);
        String cursor = first.getResponseMetadata().getNextCursor();
        assertThat(bolt.client().usersList(list -> list.limit(2).cursor(cursor)).getMembers())
                .hasSize(2);
        assertThat(Refused.word(() -> bolt.client().usersList(list -> list.cursor("nonsense"))))
                .isEqualTo("invalid_cursor");
    }

    @Test
    void aFileGoesUpInThreeStepsAndComesDownWithTheTokenOnly() throws Exception {
        Message message = slack.as("U1").post("C1", "see");
        var uploaded = bolt.client()
                .filesUploadV2(upload -> upload.channel("C1")
                        .threadTs(message.ts())
                        .filename("a.txt")
                        .content("hello")
                        .title("A"));
        assertThat(uploaded.isOk()).isTrue();
        var file =
                slack.thread("C1", message.ts()).getLast().json().path("files").path(0);
        String url = Json.text(file, "url_private_download");
        assertThat(get(url, slack.botToken("T1")).body()).isEqualTo("hello");
        assertThat(get(url, "").body()).contains("Sign in");
        assertThat(bolt.client()
                        .filesInfo(info -> info.file(Json.text(file, "id")))
                        .getFile()
                        .getTitle())
                .isEqualTo("A");
        slack.grant("T1", SlackApp.named("Desk").withoutScopes("files:read").scopes());
        assertThat(get(url, slack.botToken("T1"))
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith("text/html");
    }

    @Test
    void anInstallationIsACodeForATokenOnce() throws Exception {
        try (LoopbackSlack fresh =
                        LoopbackSlack.start(SlackApp.named("Desk").withTokenRotation(true), clock, Places.acme());
                BoltApp app = new BoltApp(fresh)) {
            String code = fresh.authorize("U1");
            OAuthV2AccessResponse granted = app.client("")
                    .oauthV2Access(access -> access.clientId(fresh.app().clientId())
                            .clientSecret(fresh.app().clientSecret())
                            .code(code));
            assertThat(granted.isOk()).isTrue();
            assertThat(granted.getExpiresIn()).isEqualTo(43_200);
            assertThat(granted.getBotUserId()).isEqualTo("U0BOTT1");
            assertThat(Refused.word(() -> app.client("")
                            .oauthV2Access(access -> access.clientId(fresh.app().clientId())
                                    .clientSecret(fresh.app().clientSecret())
                                    .code(code))))
                    .isEqualTo("invalid_code");
            clock.forward(Duration.ofHours(12));
            assertThat(Refused.word(() -> app.client(granted.getAccessToken()).authTest(test -> test)))
                    .isEqualTo("token_expired");
            OAuthV2AccessResponse renewed = refresh(fresh, app, granted.getRefreshToken());
            assertThat(Refused.word(() -> app.client(renewed.getAccessToken()).authTest(test -> test)))
                    .isEqualTo("ok");
            assertThat(refresh(fresh, app, granted.getRefreshToken()).getError())
                    .isEqualTo("invalid_refresh_token");
        }
    }

    private static OAuthV2AccessResponse refresh(LoopbackSlack slack, BoltApp app, String token) throws Exception {
        return app.client("")
                .oauthV2Access(access -> access.clientId(slack.app().clientId())
                        .clientSecret(slack.app().clientSecret())
                        .grantType("refresh_token")
                        .refreshToken(token));
    }

    @Test
    void anUninstalledAppIsToldAndItsTokenIsDead() throws Exception {
        String token = slack.botToken("T1");
        slack.uninstall("T1");
        assertThat(Refused.word(() -> bolt.client(token).authTest(test -> test)))
                .isEqualTo("token_revoked");
        slack.await("both events", () -> slack.deliveries().size() >= 2);
        assertThat(slack.deliveries())
                .extracting(each -> Json.text(each.payload().path("event"), "type"))
                .contains("app_uninstalled", "tokens_revoked");
    }

    @Test
    void aResponseUrlAnswersFiveTimesInHalfAnHour() throws Exception {
        bolt.client().chatPostMessage(post -> post.channel("C1").text("x").blocksAsString("""
            [{"type":"actions","elements":[
              {"type":"button","action_id":"go","text":{"type":"plain_text","text":"Go"}}]}]
            """));
        Message card = slack.messages("C1").getLast();
        slack.as("U1").click(card, "go");
        String url = Json.text(slack.deliveries().getLast().payload(), "response_url");
        assertThat(answer(url, "{\"text\":\"only you\"}")).isEqualTo(200);
        assertThat(slack.as("U1").whispers("C1")).extracting(Message::text).containsExactly("only you");
        assertThat(answer(url, "{\"text\":\"all\",\"response_type\":\"in_channel\"}"))
                .isEqualTo(200);
        assertThat(answer(url, "{\"text\":\"new\",\"replace_original\":true}")).isEqualTo(200);
        assertThat(slack.messages("C1")).extracting(Message::text).containsExactly("new", "all");
        assertThat(answer(url, "{\"delete_original\":true}")).isEqualTo(200);
        assertThat(slack.messages("C1")).extracting(Message::text).containsExactly("all");
        assertThat(answer(url, "{\"text\":\"fifth\"}")).isEqualTo(200);
        assertThat(answer(url, "{\"text\":\"sixth\"}")).isEqualTo(404);
        slack.as("U1").click(cardAgain(), "go");
        String late = Json.text(slack.deliveries().getLast().payload(), "response_url");
        clock.forward(Duration.ofMinutes(30));
        assertThat(answer(late, "{\"text\":\"late\"}")).isEqualTo(404);
    }

    private Message cardAgain() throws Exception {
        bolt.client().chatPostMessage(post -> post.channel("C1").text("x").blocksAsString("""
            [{"type":"actions","elements":[
              {"type":"button","action_id":"go","text":{"type":"plain_text","text":"Go"}}]}]
            """));
        return slack.messages("C1").getLast();
    }

    @Test
    void faultsComeAndGo() throws Exception {
        slack.faults().answer("chat.postMessage", 429, 1);
        assertThatThrownBy(() ->
                        bolt.client().chatPostMessage(post -> post.channel("C1").text("x")))
                .isInstanceOfSatisfying(
                        SlackApiException.class,
                        limited -> assertThat(limited.getResponse().header("Retry-After"))
                                .isEqualTo("1"));
        slack.faults().answerFor("*", 500, Duration.ofMinutes(10));
        assertThatThrownBy(() -> bolt.client().authTest(test -> test)).isInstanceOf(SlackApiException.class);
        clock.forward(Duration.ofMinutes(10));
        assertThat(Refused.word(() -> bolt.client().authTest(test -> test))).isEqualTo("ok");
        assertThat(slack.messages("C1")).isEmpty();
        slack.faults().closeAfter("chat.postMessage", 100);
        assertThatThrownBy(() ->
                        bolt.client().chatPostMessage(post -> post.channel("C1").text("done anyway")))
                .isInstanceOf(java.io.IOException.class);
        assertThat(slack.messages("C1")).isNotEmpty();
        slack.faults().none();
        assertThat(slack.calls("chat.postMessage")).extracting(Call::status).contains(429, 200);
    }

    @Test
    void anArchivedChannelIsToldAndClosed() throws Exception {
        slack.archive("C1");
        slack.awaitQuiet();
        assertThat(Json.text(slack.deliveries().getFirst().payload().path("event"), "type"))
                .isEqualTo("channel_archive");
        assertThatThrownBy(() -> slack.as("U1").post("C1", "hello")).hasMessageContaining("archived");
        assertThat(List.of(Refused.word(() ->
                        bolt.client().chatPostMessage(post -> post.channel("C1").text("x")))))
                .containsExactly("is_archived");
    }

    @Test
    void aManifestGivesTheAppItsScopesEventsCommandsAndShortcuts() {
        SlackApp app = SlackApp.fromManifest("""
            {"display_information":{"name":"Desk"},
             "features":{"slash_commands":[{"command":"/desk"}],
               "shortcuts":[{"type":"message","callback_id":"take"}],"unfurl_domains":["desk.example"]},
             "oauth_config":{"scopes":{"bot":["chat:write","commands"]}},
             "settings":{"event_subscriptions":{"bot_events":["app_mention"]},"token_rotation_enabled":true}}
            """);
        assertThat(app.scopes()).containsExactly("chat:write", "commands");
        assertThat(app.events()).containsExactly("app_mention");
        assertThat(app.commands()).containsExactly("/desk");
        assertThat(app.shortcuts()).containsEntry("take", "message");
        assertThat(app.unfurls()).containsExactly("desk.example");
        assertThat(app.rotatesTokens()).isTrue();
    }

    @Test
    void everyAnswerSaysWhatTheTokenMayDo() throws Exception {
        slack.grant("T1", java.util.Set.of("chat:write", "users:read"));
        assertThat(bolt.client().authTest(test -> test).getHttpResponseHeaders())
                .containsEntry("x-oauth-scopes", List.of("chat:write,users:read"));
    }

    @Test
    void whoComesIntoAChannelSeesItAndTheAppIsTold() {
        assertThatThrownBy(() -> slack.as("U3").post("C1", "hello")).hasMessageContaining("not in C1");
        slack.as("U3").join("C1");
        slack.as("U3").post("C1", "hello");
        slack.as("U3").leave("C1");
        slack.awaitQuiet();
        assertThatThrownBy(() -> slack.as("U3").post("C1", "hello")).hasMessageContaining("not in C1");
        assertThat(slack.deliveries())
                .extracting(each -> Json.text(each.payload().path("event"), "type"))
                .contains("member_joined_channel", "member_left_channel");
    }

    @Test
    void inAChannelOfTwoWorkspacesEachInstallationHearsAndSeesItsOwn() throws Exception {
        Room shared = Room.open("C7", "between", "U1", "U7").sharedWith("T7");
        try (LoopbackSlack both = LoopbackSlack.start(
                        SlackApp.named("Desk"),
                        clock,
                        Places.acme().with(shared),
                        Workspace.named("T7", "Else")
                                .with(Person.member("U7", "Finn Far", "finn@else.example"))
                                .with(shared));
                BoltApp app = new BoltApp(both)) {
            both.as("U7").post("C7", "hello");
            both.awaitQuiet();
            assertThat(both.deliveries())
                    .filteredOn(each -> each.attempt() == 0)
                    .extracting(each -> Json.text(each.payload(), "team_id"))
                    .containsExactlyInAnyOrder("T1", "T7");
            assertThat(app.client(both.botToken("T7")).authTest(test -> test).getUserId())
                    .isEqualTo("U0BOTT7");
            assertThat(Refused.word(() -> app.client(both.botToken("T7"))
                            .chatPostMessage(post -> post.channel("C1").text("x"))))
                    .isEqualTo("channel_not_found");
        }
    }
}
