package dev.parley.slack.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.bolt.App;
import com.slack.api.model.event.MessageEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The whole way through a Bolt app in Socket Mode: a message, a card, a click, a modal, its submission. */
class ConversationTest {

    private static final String CARD = """
        [{"type":"section","block_id":"s","text":{"type":"mrkdwn","text":"*Ticket 1*"}},
         {"type":"actions","block_id":"a","elements":[
           {"type":"button","action_id":"assess","value":"1","text":{"type":"plain_text","text":"Assess"}},
           {"type":"static_select","action_id":"type","placeholder":{"type":"plain_text","text":"Type"},
            "options":[{"text":{"type":"plain_text","text":"Bug"},"value":"bug"},
                       {"text":{"type":"plain_text","text":"Wish"},"value":"wish"}]}]}]
        """;
    private static final String MODAL = """
        {"type":"modal","callback_id":"assessment","title":{"type":"plain_text","text":"Assess"},
         "submit":{"type":"plain_text","text":"Send"},"private_metadata":"T-1","blocks":[
         {"type":"input","block_id":"amount","label":{"type":"plain_text","text":"Credits"},
          "element":{"type":"number_input","action_id":"credits","is_decimal_allowed":false,"min_value":"1"}},
         {"type":"input","block_id":"scope","optional":true,"label":{"type":"plain_text","text":"Scope"},
          "element":{"type":"plain_text_input","action_id":"text","multiline":true}}]}
        """;

    @Test
    void aMessageBecomesACardThatIsAssessedInAModal() throws Exception {
        SlackApp settings = SlackApp.named("Desk").withCommands(java.util.Set.of("/desk"));
        List<String> seen = new CopyOnWriteArrayList<>();
        try (LoopbackSlack slack = LoopbackSlack.start(settings, InstantSource.system(), Places.acme());
                BoltApp bolt = new BoltApp(slack)) {
            listen(bolt.app(), seen);
            bolt.connect();

            Visitor bo = slack.as("U2");
            bo.post("C1", "the shop is down & <b>out</b>");
            Message card = slack.awaitMessage("C1", message -> message.actions().contains("assess"));
            assertThat(bo.click(card, "assess").acknowledged()).isTrue();
            View modal = bo.awaitModal("assessment");
            assertThat(bo.submit(modal, Map.of("credits", "13")).errors()).containsEntry("amount", "not 13");
            assertThat(bo.modal()).isPresent();
            assertThat(bo.submit(modal, Map.of("credits", "5")).acknowledged()).isTrue();
            assertThat(bo.modal()).isEmpty();
            assertThat(bo.pick(card, "type", "wish").acknowledged()).isTrue();
            assertThat(bo.command("C1", "/desk", "hello").acknowledged()).isTrue();

            assertThat(seen).containsExactly("the shop is down &amp; &lt;b&gt;out&lt;/b&gt;", "13", "5", "wish");
            assertThat(bo.whispers("C1")).extracting(Message::text).containsExactly("you said hello");
            slack.awaitQuiet();
            assertThat(slack.deliveries()).allMatch(each -> each.outcome().acknowledged());
        }
    }

    private static void listen(App app, List<String> seen) {
        app.event(MessageEvent.class, (payload, context) -> {
            seen.add(payload.getEvent().getText());
            context.client()
                    .chatPostMessage(post -> post.channel("C1").text("Ticket 1").blocksAsString(CARD));
            return context.ack();
        });
        app.blockAction("assess", (request, context) -> {
            context.client()
                    .viewsOpen(open ->
                            open.triggerId(request.getPayload().getTriggerId()).viewAsString(MODAL));
            return context.ack();
        });
        app.blockAction("type", (request, context) -> {
            seen.add(request.getPayload()
                    .getActions()
                    .getFirst()
                    .getSelectedOption()
                    .getValue());
            return context.ack();
        });
        app.viewSubmission("assessment", (request, context) -> {
            String credits = value(request.getPayload().getView(), "amount", "credits");
            seen.add(credits);
            return credits.equals("13") ? context.ackWithErrors(Map.of("amount", "not 13")) : context.ack();
        });
        app.command(
                "/desk",
                (request, context) ->
                        context.ack("you said " + request.getPayload().getText()));
    }

    private static String value(com.slack.api.model.view.View view, String block, String action) {
        return Optional.ofNullable(view.getState().getValues().get(block))
                .map(actions -> actions.get(action))
                .orElseThrow()
                .getValue();
    }
}
