package dev.parley.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Slack refuses of those who post, seen by the SDK's client. */
class PostingTest {

    private final SteppedClock clock = new SteppedClock();
    private final LoopbackSlack slack = LoopbackSlack.start(SlackApp.named("Desk"), clock, Places.acme());
    private final BoltApp bolt = new BoltApp(slack);
    private final MethodsClient client = bolt.client();

    @AfterEach
    void close() {
        bolt.close();
        slack.close();
    }

    @ParameterizedTest
    @CsvSource({
        "C1, ok",
        "C2, ok",
        "C4, is_archived",
        "C9, channel_not_found",
        "U1, ok",
        "U8, channel_not_found",
        "#triage, ok"
    })
    void aMessageGoesWhereTheBotMayPost(String channel, String word) throws Exception {
        assertThat(Refused.word(() ->
                        client.chatPostMessage(post -> post.channel(channel).text("hello"))))
                .isEqualTo(word);
    }

    @Test
    void withoutTheScopeForPublicChannelsTheBotMustBeInTheChannel() throws Exception {
        assertThat(Refused.word(
                        () -> client.chatPostMessage(post -> post.channel("C3").text("hi"))))
                .isEqualTo("ok");
        slack.grant(
                "T1", SlackApp.named("Desk").withoutScopes("chat:write.public").scopes());
        assertThat(Refused.word(
                        () -> client.chatPostMessage(post -> post.channel("C3").text("hi"))))
                .isEqualTo("not_in_channel");
    }

    @Test
    void aMessageNeedsSomethingToSay() throws Exception {
        assertThat(Refused.word(() -> client.chatPostMessage(post -> post.channel("C1"))))
                .isEqualTo("no_text");
    }

    @Test
    void theMissingScopeIsNamed() throws Exception {
        slack.grant("T1", SlackApp.named("Desk").withoutScopes("chat:write").scopes());
        ChatPostMessageResponse answer =
                client.chatPostMessage(post -> post.channel("C1").text("hi"));
        assertThat(answer.getError()).isEqualTo("missing_scope");
        assertThat(answer.getNeeded()).isEqualTo("chat:write");
        assertThat(answer.getProvided()).contains("channels:read").doesNotContain("chat:write,");
    }

    @Test
    void tokensAreToldApart() throws Exception {
        assertThat(Refused.word(() -> bolt.client("").authTest(test -> test))).isEqualTo("not_authed");
        assertThat(Refused.word(() -> bolt.client("xoxb-wrong").authTest(test -> test)))
                .isEqualTo("invalid_auth");
        assertThat(Refused.word(() -> bolt.client(slack.app().appToken()).authTest(test -> test)))
                .isEqualTo("not_allowed_token_type");
        assertThat(Refused.word(() -> client.appsConnectionsOpen(open -> open))).isEqualTo("not_allowed_token_type");
        slack.revoke("T1");
        assertThat(Refused.word(() -> client.authTest(test -> test))).isEqualTo("token_revoked");
    }

    @Test
    void aTextThatIsTooLongIsCutWhenPostedAndRefusedWhenUpdated() throws Exception {
        ChatPostMessageResponse posted =
                client.chatPostMessage(post -> post.channel("C1").text(Refused.text(40_001)));
        assertThat(posted.getWarning()).isEqualTo("message_truncated");
        assertThat(slack.messages("C1").getLast().text()).hasSize(40_000);
        assertThat(Refused.word(() -> client.chatUpdate(
                        update -> update.channel("C1").ts(posted.getTs()).text(Refused.text(40_001)))))
                .isEqualTo("msg_too_long");
    }

    @Test
    void onlyOwnMessagesAreUpdatedAndDeleted() throws Exception {
        Message message = slack.as("U1").post("C1", "mine");
        assertThat(Refused.word(() -> client.chatUpdate(
                        update -> update.channel("C1").ts(message.ts()).text("yours"))))
                .isEqualTo("cant_update_message");
        assertThat(Refused.word(
                        () -> client.chatDelete(delete -> delete.channel("C1").ts(message.ts()))))
                .isEqualTo("cant_delete_message");
        assertThat(Refused.word(() -> client.chatUpdate(
                        update -> update.channel("C1").ts("1.000000").text("x"))))
                .isEqualTo("message_not_found");
    }

    @Test
    void anUpdateWithTextAloneTakesTheBlocksAwayAndOneWithoutTextKeepsThem() throws Exception {
        String blocks = "[{\"type\":\"divider\"}]";
        String ts = client.chatPostMessage(post -> post.channel("C1").text("a").blocksAsString(blocks))
                .getTs();
        client.chatUpdate(
                update -> update.channel("C1").ts(ts).attachments(List.of()).blocksAsString(blocks));
        assertThat(slack.messages("C1").getLast().blocks()).hasSize(1);
        client.chatUpdate(update -> update.channel("C1").ts(ts).text("b"));
        assertThat(slack.messages("C1").getLast().blocks()).isEmpty();
    }

    @Test
    void aChannelTakesABurstAndThenOneMessageASecond() throws Exception {
        for (int i = 0; i < RateLimits.POST_BURST; i++) {
            client.chatPostMessage(post -> post.channel("C1").text("one"));
        }
        assertThatThrownBy(
                        () -> client.chatPostMessage(post -> post.channel("C1").text("too many")))
                .isInstanceOfSatisfying(SlackApiException.class, limited -> {
                    assertThat(limited.getResponse().code()).isEqualTo(429);
                    assertThat(limited.getResponse().header("Retry-After")).isEqualTo("1");
                });
        assertThat(Refused.word(
                        () -> client.chatPostMessage(post -> post.channel("C2").text("elsewhere"))))
                .isEqualTo("ok");
        clock.forward(Duration.ofSeconds(1));
        assertThat(Refused.word(
                        () -> client.chatPostMessage(post -> post.channel("C1").text("again"))))
                .isEqualTo("ok");
    }

    @Test
    void aCommercialAppReadsHistoryOnceAMinuteAndFifteenObjects() throws Exception {
        try (LoopbackSlack sold =
                        LoopbackSlack.start(SlackApp.named("Desk").distributedCommercially(), clock, Places.acme());
                BoltApp app = new BoltApp(sold)) {
            for (int i = 0; i < 20; i++) {
                sold.as("U1").post("C1", "message " + i);
            }
            var page = app.client()
                    .conversationsHistory(history -> history.channel("C1").limit(100));
            assertThat(page.getMessages()).hasSize(15);
            assertThat(page.isHasMore()).isTrue();
            assertThatThrownBy(() -> app.client().conversationsHistory(history -> history.channel("C1")))
                    .isInstanceOfSatisfying(
                            SlackApiException.class,
                            limited -> assertThat(limited.getResponse().header("Retry-After"))
                                    .isEqualTo("60"));
        }
    }

    @Test
    void aReplyNeedsAThreadAndIsNotShownInTheChannel() throws Exception {
        Message first = slack.as("U1").post("C1", "first");
        client.chatPostMessage(post -> post.channel("C1").threadTs(first.ts()).text("reply"));
        assertThat(slack.messages("C1")).hasSize(1);
        assertThat(slack.thread("C1", first.ts())).hasSize(2);
        assertThat(client.conversationsReplies(replies -> replies.channel("C1").ts(first.ts()))
                        .getMessages())
                .extracting(com.slack.api.model.Message::getText)
                .containsExactly("first", "reply");
        assertThat(Refused.word(() -> client.chatPostMessage(
                        post -> post.channel("C1").threadTs("9.9").text("lost"))))
                .isEqualTo("thread_not_found");
    }

    @Test
    void aWhisperReachesOnlyMembers() throws Exception {
        client.chatPostEphemeral(post -> post.channel("C1").user("U2").text("psst"));
        assertThat(slack.as("U2").whispers("C1")).extracting(Message::text).containsExactly("psst");
        assertThat(slack.as("U1").whispers("C1")).isEmpty();
        assertThat(slack.messages("C1")).isEmpty();
        assertThat(Refused.word(() -> client.chatPostEphemeral(
                        post -> post.channel("C1").user("U3").text("psst"))))
                .isEqualTo("user_not_in_channel");
    }

    @Test
    void metadataIsKeptAndShownOnlyWhenAskedFor() throws Exception {
        client.chatPostMessage(post -> post.channel("C1")
                .text("card")
                .metadataAsString("{\"event_type\":\"ticket\",\"event_payload\":{\"id\":\"T-1\"}}"));
        assertThat(client.conversationsHistory(history -> history.channel("C1"))
                        .getMessages()
                        .getFirst()
                        .getMetadata())
                .isNull();
        assertThat(client.conversationsHistory(history -> history.channel("C1").includeAllMetadata(true))
                        .getMessages()
                        .getFirst()
                        .getMetadata()
                        .getEventPayload())
                .containsEntry("id", "T-1");
        assertThat(Refused.word(() -> client.chatPostMessage(
                        post -> post.channel("C1").text("card").metadataAsString("{\"event_type\":\"\"}"))))
                .isEqualTo("invalid_metadata_schema");
    }
}
