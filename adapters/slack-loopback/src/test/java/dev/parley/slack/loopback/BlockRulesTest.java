package dev.parley.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.views.ViewsPublishResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Block Kit's limits, each just kept and just broken, through the SDK's client. */
class BlockRulesTest {

    private static final LoopbackSlack SLACK =
            LoopbackSlack.start(SlackApp.named("Desk"), new SteppedClock(), Places.acme());
    private static final BoltApp BOLT = new BoltApp(SLACK);

    static {
        SLACK.faults().rateLimits(false);
    }

    @AfterAll
    static void close() {
        BOLT.close();
        SLACK.close();
    }

    private static String plain(int length) {
        return "{\"type\":\"plain_text\",\"text\":\"" + Refused.text(length) + "\"}";
    }

    private static String section(int length) {
        return "{\"type\":\"section\",\"text\":" + plain(length) + "}";
    }

    private static String actions(String elements) {
        return "[{\"type\":\"actions\",\"elements\":[" + elements + "]}]";
    }

    private static String button(int text, int value, int id) {
        return "{\"type\":\"button\",\"text\":" + plain(text) + ",\"value\":\"" + Refused.text(value)
                + "\",\"action_id\":\"" + Refused.text(id) + "\"}";
    }

    private static String buttons(int count) {
        return actions(Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> "{\"type\":\"button\",\"text\":" + plain(1) + ",\"action_id\":\"a" + i + "\"}")
                .collect(java.util.stream.Collectors.joining(",")));
    }

    private static String menu(int options, int text, int value) {
        String all = Stream.iterate(0, i -> i + 1)
                .limit(options)
                .map(i -> "{\"text\":" + plain(text) + ",\"value\":\"" + i + "_".repeat(value - 3)
                        + "_".repeat(3 - String.valueOf(i).length()) + "\"}")
                .collect(java.util.stream.Collectors.joining(","));
        return actions("{\"type\":\"static_select\",\"action_id\":\"m\",\"options\":[" + all + "]}");
    }

    private static String context(int count) {
        return "[{\"type\":\"context\",\"elements\":" + Refused.blocks(plain(1), count) + "}]";
    }

    private static String header(int length) {
        return "[{\"type\":\"header\",\"text\":" + plain(length) + "}]";
    }

    private static String blockId(int length) {
        return "[{\"type\":\"divider\",\"block_id\":\"" + Refused.text(length) + "\"}]";
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of(Refused.blocks(section(1), 50), Refused.blocks(section(1), 51), "no more than 50 items"),
                Arguments.of(Refused.blocks(section(3000), 1), Refused.blocks(section(3001), 1), "less than 3001"),
                Arguments.of(header(150), header(151), "less than 151"),
                Arguments.of(actions(button(75, 1, 1)), actions(button(76, 1, 1)), "less than 76"),
                Arguments.of(actions(button(1, 2000, 1)), actions(button(1, 2001, 1)), "less than 2001"),
                Arguments.of(actions(button(1, 1, 255)), actions(button(1, 1, 256)), "less than 256"),
                Arguments.of(blockId(255), blockId(256), "less than 256"),
                Arguments.of(buttons(25), buttons(26), "no more than 25 items"),
                Arguments.of(context(10), context(11), "no more than 10 items"),
                Arguments.of(menu(100, 1, 3), menu(101, 1, 3), "no more than 100 items"),
                Arguments.of(menu(1, 75, 3), menu(1, 76, 3), "less than 76"),
                Arguments.of(menu(1, 1, 150), menu(1, 1, 151), "less than 151"));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void whatJustFitsIsTakenAndOneMoreIsRefused(String fits, String doesNot, String why) throws Exception {
        assertThat(post(fits).getError()).isNull();
        ChatPostMessageResponse refused = post(doesNot);
        assertThat(refused.getError()).isEqualTo("invalid_blocks");
        assertThat(refused.getResponseMetadata().getMessages())
                .anySatisfy(message -> assertThat(message).contains(why).contains("[json-pointer:/blocks"));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("[{\"type\":\"section\"}]", "missing required field: text"),
                Arguments.of("[{\"type\":\"header\"}]", "missing required field: text"),
                Arguments.of("[{\"type\":\"actions\",\"elements\":[]}]", "no fewer than 1 items"),
                Arguments.of("[{\"type\":\"carousel\"}]", "unsupported type: carousel"),
                Arguments.of("[{\"type\":\"divider\",\"colour\":\"red\"}]", "invalid additional property: colour"),
                Arguments.of(Refused.blocks("{\"type\":\"divider\",\"block_id\":\"b\"}", 2), "already exists"),
                Arguments.of(actions(button(1, 1, 1) + "," + button(1, 1, 1)), "already exists"),
                Arguments.of(actions("{\"type\":\"plain_text_input\"}"), "unsupported type: plain_text_input"),
                Arguments.of(
                        "[{\"type\":\"header\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"x\"}}]",
                        "must be of type plain"),
                Arguments.of(
                        "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"\"}}]",
                        "more than 0 characters"),
                Arguments.of(
                        "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"x\",\"emoji\":true}}]",
                        "invalid additional property: emoji"),
                Arguments.of(
                        actions("{\"type\":\"static_select\",\"options\":[{\"text\":" + plain(1)
                                + ",\"value\":\"a\"}],\"initial_option\":{\"text\":" + plain(1) + ",\"value\":\"b\"}}"),
                        "must exactly match"),
                Arguments.of(
                        actions("{\"type\":\"button\",\"style\":\"warning\",\"text\":" + plain(1) + "}"),
                        "unsupported value: warning"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsRefusedWithItsPlace(String blocks, String why) throws Exception {
        ChatPostMessageResponse refused = post(blocks);
        assertThat(refused.getError()).isEqualTo("invalid_blocks");
        assertThat(refused.getResponseMetadata().getMessages())
                .anySatisfy(message -> assertThat(message).contains(why));
    }

    @Test
    void brokenJsonIsNoBlocks() throws Exception {
        assertThat(post("[{").getError()).isEqualTo("invalid_blocks_format");
    }

    @Test
    void appHomeTakesAHundredBlocks() throws Exception {
        assertThat(home(Refused.blocks(section(1), 100)).isOk()).isTrue();
        ViewsPublishResponse refused = home(Refused.blocks(section(1), 101));
        assertThat(refused.getError()).isEqualTo("invalid_arguments");
        assertThat(refused.getResponseMetadata().getMessages())
                .first()
                .asString()
                .contains("no more than 100 items");
    }

    private static ChatPostMessageResponse post(String blocks) throws Exception {
        return BOLT.client()
                .chatPostMessage(post -> post.channel("C1").text("x").blocksAsString(blocks));
    }

    private static ViewsPublishResponse home(String blocks) throws Exception {
        return BOLT.client()
                .viewsPublish(home -> home.userId("U1").viewAsString("{\"type\":\"home\",\"blocks\":" + blocks + "}"));
    }
}
