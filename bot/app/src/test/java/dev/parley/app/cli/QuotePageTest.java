package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.LiveDesk;
import dev.parley.app.demo.Demo;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.port.TicketReads;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.TicketId;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page behind a quote's mail, over real HTTP. */
@ExtendWith(LiveDesk.Shared.class)
class QuotePageTest {
    private static LiveDesk desk;
    private static LiveDesk.Client client;

    @BeforeAll
    static void desk(LiveDesk shared) {
        desk = shared;
        client = desk.client("buttons", 100);
    }

    private static long quoted(String subject) {
        long ticket = desk.asked(client, subject, "They are not sent <b>at all</b>.");
        var _ = desk.done(
                "/tickets/" + ticket + "/assess", "{\"as\":\"settings\",\"scope\":\"Mails are sent <again>\"}");
        return ticket;
    }

    private static String page(long ticket, int version, LiveDesk.Client of) {
        Pointer pointer = new Pointer(new TicketId(Demo.DESK, ticket), version, of.contact());
        return "/quote/" + Demo.DESK + "/" + desk.demo().bot().part(Marks.class).decisionToken(pointer);
    }

    private static HttpResponse<String> press(String page, String decision) {
        return desk.browsed("POST", page, "decision=" + decision);
    }

    private static TicketReads.Money money(long ticket) {
        return desk.demo()
                .bot()
                .part(TicketReads.class)
                .find(new TicketId(Demo.DESK, ticket))
                .orElseThrow()
                .money();
    }

    @Test
    void pitfall39FetchingThePageDecidesNothingAndItsButtonDecidesOnce() {
        long ticket = quoted("Buttons <i>once</i>");
        String page = page(ticket, 1, client);
        for (String method : new String[] {"GET", "HEAD", "GET"}) {
            HttpResponse<String> seen = desk.browsed(method, page, "");
            assertThat(seen.statusCode()).isEqualTo(200);
            assertThat(seen.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(seen.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'");
        }
        assertThat(desk.state(ticket)).isEqualTo(StateName.QUOTED);
        String shown = desk.browsed("GET", page, "").body();
        assertThat(shown)
                .contains("Quote Q-" + ticket + "-1", "Price: 10 credits for the whole ticket")
                .contains("You have 100 credits; 90 credits would be left.")
                .contains("Mails are sent &lt;again&gt;", "Buttons &lt;i&gt;once&lt;/i&gt;")
                .contains("value=\"yes\">Yes, I agree</button>", "value=\"no\">No, thank you</button>")
                .doesNotContain("<script");

        assertThat(press(page, "").statusCode()).isEqualTo(400);
        assertThat(press(page, "maybe").statusCode()).isEqualTo(400);
        assertThat(desk.state(ticket)).isEqualTo(StateName.QUOTED);
        HttpResponse<String> agreed = press(page, "yes");
        assertThat(agreed.statusCode()).as(agreed.body()).isEqualTo(200);
        assertThat(agreed.body()).contains("This was agreed to.").doesNotContain("<button");
        assertThat(money(ticket).held()).isEqualTo(10);
        press(page, "yes");
        assertThat(money(ticket).held()).isEqualTo(10);
        assertThat(desk.browsed("GET", page, "").body()).contains("This was agreed to.");
    }

    @Test
    void aNoIsTakenAndTheYesAfterItIsNot() {
        long ticket = quoted("Buttons no");
        String page = page(ticket, 1, client);
        assertThat(press(page, "no").body()).contains("You declined. Nothing is charged for ticket " + ticket + ".");
        assertThat(desk.state(ticket)).isEqualTo(StateName.CLOSED_UNPAID);
        assertThat(desk.browsed("GET", page, "").body())
                .contains("This quote is not open any more.")
                .doesNotContain("<button");
        assertThat(money(ticket).held()).isZero();
    }

    @Test
    void anOldVersionAnotherPersonAndAWrongTokenDecideNothing() {
        long ticket = quoted("Buttons old");
        String old = page(ticket, 1, client);
        var _ = desk.done("/tickets/" + ticket + "/assess", "{\"as\":\"investigation\",\"reason\":\"It is more.\"}");
        assertThat(desk.browsed("GET", old, "").body()).contains("This quote is not open any more.");
        assertThat(press(old, "yes").statusCode()).isEqualTo(409);
        LiveDesk.Client thief = desk.client("buttonthief", 100);
        press(page(ticket, 2, thief), "yes");
        String newest = page(ticket, 2, client);
        for (String wrong : new String[] {newest.replaceAll(".$", "7777"), newest.replace("/quote/", "/buy/")}) {
            assertThat(desk.browsed("GET", wrong, "").statusCode()).as(wrong).isEqualTo(404);
            assertThat(press(wrong, "yes").statusCode()).as(wrong).isEqualTo(404);
        }
        assertThat(desk.state(ticket)).isEqualTo(StateName.QUOTED);
        assertThat(money(ticket).held()).isZero();
    }
}
