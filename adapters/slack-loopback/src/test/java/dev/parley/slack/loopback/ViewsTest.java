package dev.parley.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.app_backend.interactive_components.response.Option;
import com.slack.api.app_backend.views.response.ViewSubmissionResponse;
import com.slack.api.model.block.composition.PlainTextObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trigger ids, modals one on another, hashes, what the client checks, and App Home. */
class ViewsTest {

    private final SteppedClock clock = new SteppedClock();
    private final LoopbackSlack slack = LoopbackSlack.start(
            SlackApp.named("Desk").withShortcuts(Map.of("open", "global", "take", "message")), clock, Places.acme());
    private final BoltApp bolt = new BoltApp(slack);
    private final BlockingQueue<String> triggers = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> closed = new LinkedBlockingQueue<>();
    private final Visitor ada = slack.as("U1");

    @BeforeEach
    void listen() throws Exception {
        bolt.app().globalShortcut("open", (request, context) -> {
            triggers.add(request.getPayload().getTriggerId());
            return context.ack();
        });
        bolt.app().messageShortcut("take", (request, context) -> {
            closed.add(request.getPayload().getMessage().getText());
            return context.ack();
        });
        bolt.app().viewClosed("m", (request, context) -> {
            closed.add(request.getPayload().getView().getId());
            return context.ack();
        });
        bolt.connect();
    }

    @AfterEach
    void close() {
        bolt.close();
        slack.close();
    }

    private static String modal(String more) {
        return "{\"type\":\"modal\",\"callback_id\":\"m\",\"title\":{\"type\":\"plain_text\",\"text\":\"M\"}," + more
                + "}";
    }

    private static String plain() {
        return modal("\"blocks\":[]");
    }

    private String trigger() throws InterruptedException {
        ada.shortcut("open");
        String trigger = triggers.poll(10, TimeUnit.SECONDS);
        return trigger == null ? "" : trigger;
    }

    private String open(String trigger, String view) throws Exception {
        return Refused.word(
                () -> bolt.client().viewsOpen(open -> open.triggerId(trigger).viewAsString(view)));
    }

    @Test
    void aTriggerOpensOneModalWithinThreeSeconds() throws Exception {
        String trigger = trigger();
        assertThat(open(trigger, plain())).isEqualTo("ok");
        assertThat(open(trigger, plain())).isEqualTo("exchanged_trigger_id");
        String late = trigger();
        clock.forward(Duration.ofSeconds(3));
        assertThat(open(late, plain())).isEqualTo("expired_trigger_id");
        assertThat(open("1.2.3", plain())).isEqualTo("invalid_trigger_id");
    }

    @Test
    void aWrongModalIsRefusedAndItsTriggerStays() throws Exception {
        String trigger = trigger();
        assertThat(open(trigger, "{\"type\":\"modal\",\"blocks\":[]}")).isEqualTo("invalid_arguments");
        assertThat(open(trigger, modal("\"blocks\":[],\"private_metadata\":\"" + Refused.text(3001) + "\"")))
                .isEqualTo("invalid_arguments");
        assertThat(open(trigger, plain().replace("\"M\"", "\"" + Refused.text(25) + "\"")))
                .isEqualTo("invalid_arguments");
        assertThat(open(trigger, modal("\"blocks\":[" + input("", "") + "]"))).isEqualTo("invalid_arguments");
        assertThat(open(trigger, modal("\"blocks\":[],\"private_metadata\":\"" + Refused.text(3000) + "\"")))
                .isEqualTo("ok");
    }

    @Test
    void threeModalsStandOneOnAnotherAndNoFourth() throws Exception {
        open(trigger(), plain());
        assertThat(push(trigger())).isEqualTo("ok");
        assertThat(push(trigger())).isEqualTo("ok");
        assertThat(push(trigger())).isEqualTo("push_limit_reached");
    }

    private String push(String trigger) throws Exception {
        return Refused.word(
                () -> bolt.client().viewsPush(push -> push.triggerId(trigger).viewAsString(plain())));
    }

    @Test
    void anUpdateWithAnOldHashIsAConflict() throws Exception {
        open(trigger(), plain());
        View view = ada.awaitModal("m");
        String hash = Json.text(view.json(), "hash");
        assertThat(update(view, hash)).isEqualTo("ok");
        assertThat(update(view, hash)).isEqualTo("hash_conflict");
    }

    private String update(View view, String hash) throws Exception {
        return Refused.word(() -> bolt.client()
                .viewsUpdate(update -> update.viewId(view.id()).hash(hash).viewAsString(plain())));
    }

    private static String input(String element, String block) {
        return "{\"type\":\"input\",\"block_id\":\"b\",\"label\":{\"type\":\"plain_text\",\"text\":\"L\"}" + block
                + ",\"element\":{\"type\":\"plain_text_input\",\"action_id\":\"a\"" + element + "}}";
    }

    private static String form(String element, String block) {
        return modal("\"submit\":{\"type\":\"plain_text\",\"text\":\"Go\"},\"blocks\":[" + input(element, block) + "]");
    }

    @Test
    void theClientKeepsAFormThatLacksSomethingOrIsTooLong() throws Exception {
        open(trigger(), form(",\"max_length\":5", ""));
        View view = ada.awaitModal("m");
        assertThatThrownBy(() -> ada.submit(view, Map.of())).hasMessageContaining("asks for a");
        assertThatThrownBy(() -> ada.submit(view, Map.of("a", "too long"))).hasMessageContaining("0 to 5 characters");
        assertThatThrownBy(() -> ada.submit(view, Map.of("z", "?"))).hasMessageContaining("action id z");
    }

    @Test
    void theAnswerToASubmissionUpdatesPushesOrClears() throws Exception {
        BlockingQueue<ViewSubmissionResponse> answers = new LinkedBlockingQueue<>();
        bolt.app().viewSubmission("m", (request, context) -> context.ack(answers.remove()));
        open(trigger(), form("", ",\"optional\":true"));
        View view = ada.awaitModal("m");
        com.slack.api.model.view.View next = com.slack.api.model.view.View.builder()
                .type("modal")
                .callbackId("next")
                .title(com.slack.api.model.view.ViewTitle.builder()
                        .type("plain_text")
                        .text("Next")
                        .build())
                .submit(com.slack.api.model.view.ViewSubmit.builder()
                        .type("plain_text")
                        .text("Go")
                        .build())
                .blocks(List.of())
                .build();
        answers.add(ViewSubmissionResponse.builder()
                .responseAction("push")
                .view(next)
                .build());
        assertThat(ada.submit(view, Map.of("a", "x")).acknowledged()).isTrue();
        assertThat(ada.modal().orElseThrow().callbackId()).isEqualTo("next");
        ada.close(ada.modal().orElseThrow());
        assertThat(ada.modal().orElseThrow().callbackId()).isEqualTo("m");
        answers.add(ViewSubmissionResponse.builder()
                .responseAction("errors")
                .errors(Map.of("nowhere", "?"))
                .build());
        assertThat(ada.submit(view, Map.of("a", "x")).failure()).contains("name no input block");
        answers.add(ViewSubmissionResponse.builder()
                .responseAction("update")
                .view(next)
                .build());
        ada.submit(view, Map.of("a", "x"));
        assertThat(ada.modal().orElseThrow().title()).isEqualTo("Next");
        bolt.app().viewSubmission("next", (request, context) -> context.ack(answers.remove()));
        answers.add(ViewSubmissionResponse.builder().responseAction("clear").build());
        ada.submit(ada.modal().orElseThrow(), Map.of());
        assertThat(ada.modal()).isEmpty();
    }

    @Test
    void aClosedModalTellsTheAppIfItAskedToBeTold() throws Exception {
        open(trigger(), modal("\"notify_on_close\":true,\"blocks\":[]"));
        View view = ada.awaitModal("m");
        ada.close(view);
        assertThat(closed.poll(10, TimeUnit.SECONDS)).isEqualTo(view.id());
        assertThat(ada.modal()).isEmpty();
    }

    @Test
    void aMenuAsksTheAppForItsOptions() throws Exception {
        bolt.app()
                .blockSuggestion(
                        "who",
                        (request, context) -> context.ack(answer -> answer.options(List.of(Option.builder()
                                .text(PlainTextObject.builder()
                                        .text("Found " + request.getPayload().getValue())
                                        .build())
                                .value("v1")
                                .build()))));
        open(
                trigger(),
                modal("\"blocks\":[{\"type\":\"section\",\"block_id\":\"s\","
                        + "\"text\":{\"type\":\"mrkdwn\",\"text\":\"x\"},"
                        + "\"accessory\":{\"type\":\"external_select\",\"action_id\":\"who\"}}]"));
        View view = ada.awaitModal("m");
        assertThat(ada.suggestions(view, "who", "ad"))
                .extracting(option -> option.path("text").path("text").asString(""))
                .containsExactly("Found ad");
    }

    @Test
    void appHomeIsPublishedPerPersonAndItsOpeningTold() throws Exception {
        bolt.app().event(com.slack.api.model.event.AppHomeOpenedEvent.class, (payload, context) -> {
            closed.add(payload.getEvent().getUser() + " " + payload.getEvent().getTab());
            return context.ack();
        });
        ada.openHome();
        assertThat(closed.poll(10, TimeUnit.SECONDS)).isEqualTo("U1 home");
        assertThat(ada.home()).isEmpty();
        assertThat(home("U1")).isEqualTo("ok");
        assertThat(ada.home()).isPresent();
        assertThat(slack.as("U2").home()).isEmpty();
        assertThat(home("U9")).isEqualTo("not_enabled");
        assertThat(home("U404")).isEqualTo("user_not_found");
    }

    private String home(String user) throws Exception {
        return Refused.word(() -> bolt.client()
                .viewsPublish(home -> home.userId(user).viewAsString("{\"type\":\"home\",\"blocks\":[]}")));
    }

    @Test
    void aShortcutOnAMessageBringsTheMessage() throws Exception {
        ada.shortcut("take", slack.as("U2").post("C1", "take me"));
        assertThat(closed.poll(10, TimeUnit.SECONDS)).isEqualTo("take me");
        assertThatThrownBy(() -> ada.shortcut("take")).hasMessageContaining("no global shortcut take");
        Message shared = ada.post("C5", "shared");
        assertThatThrownBy(() -> slack.as("U9").shortcut("take", shared)).hasMessageContaining("not offered to U9");
    }
}
