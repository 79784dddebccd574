package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.Await;
import dev.parley.app.bot.LiveDesk;
import dev.parley.app.demo.Demo;
import dev.parley.core.desk.HoldReply;
import dev.parley.core.port.TicketReads;
import dev.parley.core.ticket.TicketId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replies that can be looked at before, and called back after they were sent, over real HTTP. */
@ExtendWith(LiveDesk.Shared.class)
class RepliesTest {
    private static LiveDesk desk;
    private static LiveDesk.Client client;

    @BeforeAll
    static void desk(LiveDesk shared) {
        desk = shared;
        client = desk.client("replies", 100);
    }

    private static long ticket(String subject) {
        return desk.asked(client, subject, "It is broken.");
    }

    private static HttpResponse<String> post(long ticket, String path, String body) {
        return desk.post(desk.token("agent"), "/tickets/" + ticket + "/" + path, body);
    }

    private static TicketReads.View view(long ticket) {
        TicketReads reads = desk.demo().bot().part(TicketReads.class);
        return reads.find(new TicketId(Demo.DESK, ticket)).orElseThrow();
    }

    private static List<String> said(long ticket) {
        return view(ticket).messages().stream()
                .map(said -> said.content().text())
                .toList();
    }

    @Test
    void aPreviewIsWordForWordWhatGoesOut() {
        long ticket = ticket("Preview");
        HttpResponse<String> preview =
                post(ticket, "replies/preview", "{\"kind\":\"question\",\"text\":\"Which shop is it?\"}");
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        assertThat(preview.body()).contains("Which shop is it?", "\"rule\":\"T14\"", client.address());
        assertThat(said(ticket)).noneMatch(text -> text.contains("Which shop is it?"));
        post(ticket, "ask", "{\"text\":\"Which shop is it?\"}");
        String sent = said(ticket).getLast();
        assertThat(preview.body()).contains(sent.lines().findFirst().orElseThrow());
    }

    @Test
    void aReplyIsCalledBackAndAnotherGoesOutByItself() {
        long ticket = ticket("Called back");
        HttpResponse<String> held = post(ticket, "replies", "{\"kind\":\"reply\",\"text\":\"Wrong words.\"}");
        assertThat(held.statusCode()).as(held.body()).isEqualTo(200);
        HttpResponse<String> second = post(ticket, "replies", "{\"kind\":\"reply\",\"text\":\"More words.\"}");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("a reply by agent is just going out");
        long id = Objects.requireNonNull(view(ticket).waiting()).id();
        assertThat(post(ticket, "replies/undo", "{\"reply\":" + id + "}").statusCode())
                .isEqualTo(200);
        HttpResponse<String> late = post(ticket, "replies/undo", "{\"reply\":" + id + "}");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("the reply has gone out");
        post(ticket, "replies", "{\"kind\":\"reply\",\"text\":\"Right words.\"}");
        passUndo(ticket);
        Await.until("the reply goes out", () -> said(ticket).stream().anyMatch(t -> t.contains("Right words.")));
        assertThat(said(ticket)).noneMatch(text -> text.contains("Wrong words."));
    }

    /** As if {@link HoldReply#UNDO} had passed. */
    private static void passUndo(long ticket) {
        int changed = desk.sql("parley")
                .update(
                        "update held_reply set held_at = held_at - interval '20 seconds',"
                                + " due_at = due_at - interval '20 seconds' where ticket = ? and outcome is null",
                        ticket);
        assertThat(changed).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replies          | {\"kind\":\"shout\",\"text\":\"x\"}        | 400 | give answer, reply or question",
                "replies          | {\"kind\":\"reply\"}                       | 400 | ‘text’ is missing",
                "replies          | {\"kind\":\"reply\",\"text\":\"x\",\"heard\":0} | 409 | the customer wrote again"
                        + " while you did",
                "replies          | {\"kind\":\"answer\",\"text\":\"x\"}       | 409 | before its price was agreed",
                "replies/undo     | {}                                         | 400 | ‘reply’ is missing",
                "assign           | {\"to\":\"nobody\"}                        | 400 | nobody of this desk has that"
                        + " log-in",
                "assign           | {}                                         | 400 | ‘to’ is missing",
                "snooze           | {\"until\":\"2001-01-01T00:00:00Z\"}       | 409 | within the next 90 days",
                "note             | {\"text\":\" \"}                           | 400 | ‘text’ is missing",
            })
    void whatDoesNotFitIsRefusedInWords(String path, String body, int status, String words) {
        HttpResponse<String> answer = post(ticket("Refused " + path + body.length()), path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }

    @Test
    void whatIsTooLongIsRefused() {
        long ticket = ticket("Too long");
        String tooLong = "{\"text\":\"" + "x".repeat(20_001) + "\"}";
        assertThat(post(ticket, "note", tooLong).body()).contains("‘text’ has 20001 characters; give at most 20000.");
    }

    @Test
    void onlyAgentsDoAnyOfIt() {
        long ticket = ticket("Roles");
        for (String path : List.of("claim", "release", "snooze", "note", "replies", "replies/preview")) {
            String body = "{\"kind\":\"reply\",\"text\":\"x\"}";
            HttpResponse<String> answer = desk.post(desk.token("referee"), "/tickets/" + ticket + "/" + path, body);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
        }
    }
}
