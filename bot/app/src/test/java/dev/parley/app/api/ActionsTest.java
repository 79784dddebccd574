package dev.parley.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.Await;
import dev.parley.app.bot.LiveDesk;
import dev.parley.core.port.Staff;
import dev.parley.core.ticket.StateName;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What staff do, in every state of a ticket: done where the rules know of it, else refused in words, never ignored. */
@ExtendWith(LiveDesk.Shared.class)
class ActionsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Every action with a body that is right. */
    private static final Map<String, String> ACTIONS = actions();

    /** What the rules know of in each state; the conversation table in docs/conversation.md. */
    private static final Map<StateName, Set<String>> POSSIBLE = possible();

    private static LiveDesk desk;
    private static LiveDesk.Client client;
    private static LiveDesk.Client poor;
    private static long other;
    private static long otherOfPoor;
    private static int asked;

    @BeforeAll
    static void customers(LiveDesk shared) {
        desk = shared;
        client = desk.client("actions", 10_000);
        poor = desk.client("actions-poor", 0);
        other = assessing(client);
        otherOfPoor = assessing(poor);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEW")
    void whatTheRulesDoNotKnowOfIsRefusedInWordsAndChangesNothing(StateName state) {
        long ticket = in(state);
        for (var action : ACTIONS.entrySet()) {
            if (POSSIBLE.getOrDefault(state, Set.of()).contains(action.getKey())) {
                continue;
            }
            HttpResponse<String> answer = act(state, ticket, action.getKey(), action.getValue());
            String what = action.getKey() + " while " + state + ": " + answer.body();
            assertThat(answer.statusCode()).as(what).isEqualTo(409);
            JsonNode problem = JSON.readTree(answer.body());
            assertThat(problem.path("status").asInt()).as(what).isEqualTo(409);
            assertThat(problem.path("detail").asString())
                    .as(what)
                    .matches("Not possible now \\((T\\d\\d+|UNLISTED)\\): .{10,}");
            assertThat(desk.state(ticket)).as(what).isEqualTo(state);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEW")
    void whatTheRulesKnowOfIsDone(StateName state) {
        for (String action : POSSIBLE.getOrDefault(state, Set.of())) {
            HttpResponse<String> answer = act(state, in(state), action, ACTIONS.getOrDefault(action, ""));
            assertThat(answer.statusCode())
                    .as("%s while %s: %s", action, state, answer.body())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assess    | ASSESSING     | T08 | WORKING       | {\"as\": \"question\"}",
                "assess    | QUOTED        | T35 | QUOTED        | {\"as\": \"investigation\"}",
                "assess    | WORKING       | T64 | REQUOTED      | {\"as\": \"investigation\"}",
                "assess    | ANSWERED      | T92 | ANSWERED      | {\"as\": \"on-us\"}",
                "quote     | ASSESSING     | T13 | QUOTED        | {\"amount\": 50, \"scope\": \"A report\"}",
                "quote     | NEGOTIATING   | T50 | QUOTED        | {\"amount\": 40}",
                "quote     | NEGOTIATING   | T51 | QUOTED        | {\"reason\": \"It takes that long.\"}",
                "reply     | QUOTED        | T28 | QUOTED        | {\"text\": \"It does.\"}",
                "ask       | ASSESSING     | T14 | ASSESSING     | {\"text\": \"Which shop?\"}",
                "ask       | WORKING       | T73 | WORKING       | {\"text\": \"Which shop?\"}",
                "start     | WORKING       | T66 | WORKING       | {}",
                "answer    | WORKING       | T60 | ANSWERED      | {\"text\": \"It works again.\"}",
                "merge     | ASSESSING     | T74 | MERGED        | {\"into\": OTHER}",
                "cancel    | ASSESSING     | T16 | CLOSED_UNPAID | {}",
                "cancel    | QUOTED        | T27 | CLOSED_UNPAID | {}",
                "cancel    | CANCEL_REVIEW | T69 | CLOSED        | {\"amount\": 3, \"reason\": \"Half was done.\"}",
                "close     | ANSWERED      | T90 | CLOSED        | {}",
                "reopen    | CLOSED        | T94 | WORKING       | {}",
                "reopen    | CLOSED_UNPAID | T47 | ASSESSING     | {}",
                "take-back | FUNDING       | T70 | CLOSED_UNPAID | {\"reason\": \"It cannot be done.\"}",
                "refuse    | ASSESSING     | T15 | CLOSED_UNPAID | {\"reason\": \"Not with this product.\"}",
                "raise     | REQUOTED      | T83 | WORKING       | {\"finish\": true}",
                "dispute   | ANSWERED      | T96 | ANSWERED      | {\"reason\": \"Too dear.\"}",
            })
    void anActionAppliesItsRule(String action, StateName state, String rule, StateName after, String body) {
        long ticket = in(state);
        HttpResponse<String> answer = act(state, ticket, action, body);
        assertThat(answer.body())
                .isEqualTo("{\"ticket\":%d,\"rule\":\"%s\",\"state\":\"%s\"}".formatted(ticket, rule, after));
        assertThat(desk.state(ticket)).isEqualTo(after);
    }

    @Test
    void aPartThatIsSplitOffIsATicketOfItsOwn() {
        long parent = in(StateName.WORKING);
        long child = desk.done("/tickets/" + parent + "/split", ACTIONS.getOrDefault("split", ""))
                .path("number")
                .asLong();
        assertThat(desk.state(child)).isEqualTo(StateName.ASSESSING);
        assertThat(desk.state(parent)).isEqualTo(StateName.WORKING);
    }

    @Test
    void whoPricedATicketMayNotDecideItsDisputeAndSomebodyElseMay() {
        String judge = desk.enroll("judge", Staff.Role.AGENT, Staff.Role.DISPUTE_APPROVER);
        long ticket = assessing(client);
        assertThat(desk.post(judge, "/tickets/" + ticket + "/assess", "{\"as\": \"question\"}")
                        .statusCode())
                .isEqualTo(200);
        done(ticket, "answer", "{\"text\": \"Under Settings.\"}");
        done(ticket, "dispute", "{\"reason\": \"Too dear.\"}");
        String decision = "/tickets/" + ticket + "/dispute/decision";
        String refund = "{\"amount\": 5, \"reason\": \"Agreed.\"}";

        HttpResponse<String> own = desk.post(judge, decision, refund);
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(own.body()).contains("judge priced this ticket; somebody else decides the dispute.");

        HttpResponse<String> tooMuch = desk.post(desk.token("referee"), decision, "{\"amount\": 6}");
        assertThat(tooMuch.statusCode()).isEqualTo(409);
        assertThat(tooMuch.body()).contains("T97").contains("a refund of 6 is not 0 to 5");

        HttpResponse<String> others = desk.post(desk.token("referee"), decision, refund);
        assertThat(others.body()).contains("\"rule\":\"T97\"");
        assertThat(desk.post(desk.token("referee"), decision, refund).body()).contains("without a dispute");
    }

    @ParameterizedTest
    @EnumSource(
            value = Staff.Role.class,
            names = {"BILLING", "DISPUTE_APPROVER"})
    void whoIsNoAgentDoesNothingToTickets(Staff.Role role) {
        String login = "no-agent-" + role.name();
        String token = desk.enroll(login, role);
        for (var action : ACTIONS.entrySet()) {
            if (action.getKey().equals("dispute/decision")) {
                continue;
            }
            HttpResponse<String> answer =
                    desk.post(token, "/tickets/" + other + "/" + action.getKey(), body(action.getValue()));
            assertThat(answer.statusCode()).as(action.getKey() + answer.body()).isEqualTo(403);
            assertThat(answer.body()).contains(login + " does not have the role agent that this needs.");
        }
        assertThat(desk.post(token, "/quarantine/1/retry", "").statusCode()).isEqualTo(403);
        assertThat(desk.state(other)).isEqualTo(StateName.ASSESSING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "merge | ASSESSING | {\"into\": 4711} | 404 | There is no ticket 4711.",
                "merge | ASSESSING | {\"into\": SELF} | 409 | a ticket cannot be merged into itself",
                "merge | ASSESSING | {\"into\": POOR} | 409 | belongs to another customer",
                "close | WORKING   | {} | 409 | 5 are still held: answer, take back or settle the ticket first",
                "cancel | CANCEL_REVIEW | {\"amount\": 6} | 409 | 6 is not 0 to 5, what was agreed",
            })
    void aWrongWishIsToldWhatWouldBeRight(String action, StateName state, String body, int status, String told) {
        long ticket = in(state);
        String filled = body.replace("SELF", Long.toString(ticket)).replace("POOR", Long.toString(otherOfPoor));
        HttpResponse<String> answer = act(state, ticket, action, filled);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(told);
    }

    // ---- tickets in each state

    private static long in(StateName state) {
        return switch (state) {
            case NEW -> throw new IllegalArgumentException("a ticket is opened when it is made");
            case ASSESSING -> assessing(client);
            case QUOTED -> quoted(client);
            case NEGOTIATING -> negotiating();
            case FUNDING -> agreed(poor, 1);
            case WORKING -> then(assessing(client), "assess", "{\"as\": \"question\"}");
            case REQUOTED -> then(agreed(client, 1), "assess", "{\"as\": \"investigation\"}");
            case CANCEL_REVIEW -> then(then(in(StateName.WORKING), "start", "{}"), "cancel", "{}");
            case ANSWERED -> then(in(StateName.WORKING), "answer", "{\"text\": \"Under Settings.\"}");
            case CLOSED -> then(in(StateName.ANSWERED), "close", "{}");
            case CLOSED_UNPAID -> then(assessing(client), "cancel", "{}");
            case MERGED -> then(assessing(client), "merge", "{\"into\": OTHER}");
        };
    }

    private static long assessing(LiveDesk.Client whose) {
        return desk.asked(whose, "Action " + ++asked, "Where is it?");
    }

    private static long quoted(LiveDesk.Client whose) {
        return then(assessing(whose), "assess", "{\"as\": \"settings\"}");
    }

    private static long agreed(LiveDesk.Client whose, int version) {
        long ticket = quoted(whose);
        desk.decided(whose, ticket, version, true);
        return ticket;
    }

    private static long negotiating() {
        long ticket = then(assessing(client), "quote", "{\"amount\": 50, \"scope\": \"A report\"}");
        desk.replied(client, ticket, 1, "Can you do it for 30 credits?");
        Await.until("a counter-offer", () -> desk.state(ticket) == StateName.NEGOTIATING);
        return ticket;
    }

    private static long then(long ticket, String action, String body) {
        done(ticket, action, body);
        return ticket;
    }

    private static void done(long ticket, String action, String body) {
        var ignored = desk.done("/tickets/" + ticket + "/" + action, body(body));
    }

    private static HttpResponse<String> act(StateName state, long ticket, String action, String body) {
        String login = action.equals("dispute/decision") ? "referee" : "agent";
        String filled = body.replace("OTHER", Long.toString(state == StateName.FUNDING ? otherOfPoor : other));
        return desk.post(desk.token(login), "/tickets/" + ticket + "/" + action, filled);
    }

    private static String body(String body) {
        return body.replace("OTHER", Long.toString(other));
    }

    private static Map<String, String> actions() {
        Map<String, String> actions = new LinkedHashMap<>();
        actions.put("assess", "{\"as\": \"on-us\"}");
        actions.put("quote", "{\"amount\": 40, \"scope\": \"A report\"}");
        actions.put("answer", "{\"text\": \"Under Settings.\"}");
        actions.put("reply", "{\"text\": \"We look at it.\"}");
        actions.put("ask", "{\"text\": \"Which shop?\"}");
        actions.put("start", "");
        actions.put("split", "{\"subject\": \"Key\", \"text\": \"And where is the key?\"}");
        actions.put("merge", "{\"into\": OTHER}");
        actions.put("cancel", "{}");
        actions.put("close", "{}");
        actions.put("reopen", "");
        actions.put("take-back", "{\"reason\": \"It cannot be done.\"}");
        actions.put("refuse", "{\"reason\": \"Not with this product.\"}");
        actions.put("raise", "{\"finish\": true}");
        actions.put("dispute", "{\"reason\": \"Too dear.\"}");
        actions.put("dispute/decision", "{\"amount\": 1, \"reason\": \"Agreed.\"}");
        return actions;
    }

    private static Map<StateName, Set<String>> possible() {
        Map<StateName, Set<String>> possible = new EnumMap<>(StateName.class);
        Set<String> asking = Set.of("assess", "quote", "reply", "split", "merge", "cancel", "take-back");
        possible.put(
                StateName.ASSESSING,
                Set.of("assess", "quote", "reply", "ask", "refuse", "split", "merge", "cancel", "take-back"));
        for (StateName state : EnumSet.of(StateName.QUOTED, StateName.NEGOTIATING, StateName.FUNDING)) {
            possible.put(state, asking);
        }
        possible.put(
                StateName.WORKING,
                Set.of("assess", "quote", "reply", "ask", "start", "answer", "split", "merge", "cancel", "take-back"));
        possible.put(
                StateName.REQUOTED,
                Set.of("assess", "quote", "reply", "split", "merge", "cancel", "take-back", "raise"));
        possible.put(StateName.CANCEL_REVIEW, Set.of("cancel", "reply", "split", "take-back"));
        possible.put(
                StateName.ANSWERED,
                Set.of("assess", "quote", "reply", "start", "split", "merge", "close", "reopen", "dispute"));
        possible.put(StateName.CLOSED, Set.of("dispute", "reply", "split", "reopen"));
        possible.put(StateName.CLOSED_UNPAID, Set.of("reply", "split", "reopen"));
        possible.put(StateName.MERGED, Set.of());
        return possible;
    }
}
