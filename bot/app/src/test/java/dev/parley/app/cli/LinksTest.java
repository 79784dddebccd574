package dev.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.bot.LiveDesk;
import dev.parley.app.command.ExitCode;
import dev.parley.app.demo.DemoDesk;
import dev.parley.core.contract.ContractId;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Pointer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.SiteId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Plans;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.Store;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Wallets;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.TicketId;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The links in mails that agree to a month's plan (H-09) and buy extra points (P-19), as browsers follow them. */
@ExtendWith(LiveDesk.Shared.class)
class LinksTest {
    private static final String HOURS = DemoDesk.SUPPORT_PACKAGES.name();
    private static final String POINTS = DemoDesk.RAYOS.name();

    private static LiveDesk hours;
    private static LiveDesk points;
    private static String planner;
    private static LocalDate today;

    private final Shell shell = new Shell();

    @BeforeAll
    static void twoDesks(@LiveDesk.Hours LiveDesk packages, @LiveDesk.Points LiveDesk rayos) {
        hours = packages;
        points = rayos;
        planner = hours.enroll("planner", Role.AGENT);
        today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
    }

    // ---- plans

    @Test
    void h09FetchingThePlansPageAgreesToNothingAndItsButtonAgreesOnce() {
        LiveDesk.Client client = hours.client("linked", 0);
        String contract = packageOf(client);
        String old = planned(client, contract, "Sitemap");
        String link = planned(client, contract, "Search");
        assertThat(look(hours, link).body()).contains("<button>", "Search: about 60 minutes");
        assertThat(look(hours, old).body())
                .contains("A newer plan took the place")
                .doesNotContain("<button");
        assertThat(press(hours, old, "").statusCode()).isEqualTo(409);
        assertThat(press(hours, old, "").body()).contains("there is a newer plan for " + YearMonth.from(today));
        assertThat(plan(contract).yes()).as("looked, and an old link pressed").isNull();
        assertThat(tickets(client)).isZero();

        HttpResponse<String> agreed = press(hours, link, "");
        assertThat(agreed.statusCode()).isEqualTo(200);
        assertThat(agreed.body()).contains("Agreed by linked").doesNotContain("<button");
        assertThat(plan(contract).yes()).isNotNull();
        assertThat(tickets(client)).isOne();
        HttpResponse<String> again = press(hours, link, "");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("this plan was agreed to before");
        assertThat(tickets(client)).isOne();
    }

    @Test
    void h09WhoeverHasAnotherLinkAgreesToNoPlan() {
        LiveDesk.Client client = hours.client("planned-for", 0);
        LiveDesk.Client other = hours.client("stranger", 0);
        String contract = packageOf(client);
        String link = planned(client, contract, "Sitemap");
        String foreign = link(contract, other);
        String decision = link.replaceAll("[^/]*$", "") + marks(hours).decisionToken(pointer(contract, client));
        for (String wrong : new String[] {
            foreign, decision, link.replaceAll(".$", "7777"), link.replace("/plan/" + HOURS, "/plan/" + POINTS)
        }) {
            assertThat(hours.browsed("GET", wrong, "").statusCode()).as(wrong).isEqualTo(404);
            assertThat(press(hours, wrong, "").statusCode()).as(wrong).isEqualTo(404);
            assertThat(press(hours, wrong, "").body()).contains("This link is not known here.");
        }
        assertThat(plan(contract).yes()).isNull();
        assertThat(tickets(client)).isZero();
    }

    private String packageOf(LiveDesk.Client client) {
        String contract = "L-" + client.number();
        run(
                hours,
                hours.token("billing"),
                "contract new-hours " + contract + " --customer " + client.number() + " --from "
                        + today.withDayOfMonth(1) + " --zone UTC --minutes 600 --fee 100000 --per-hour 12000"
                        + " --currency USD --work development --manager planner");
        return contract;
    }

    /** The link of the newest plan. */
    private String planned(LiveDesk.Client client, String contract, String task) {
        run(
                hours,
                planner,
                "contract plan " + contract + " --month " + YearMonth.from(today) + " --task development:60:" + task);
        return link(contract, client);
    }

    private static String link(String contract, LiveDesk.Client to) {
        return "/plan/" + HOURS + "/" + marks(hours).planToken(pointer(contract, to));
    }

    private static Pointer pointer(String contract, LiveDesk.Client to) {
        Plans.Kept plan = plan(contract);
        return new Pointer(new TicketId(HOURS, plan.number()), plan.plan().version(), to.contact());
    }

    private static Plans.Kept plan(String contract) {
        ContractId id = new ContractId(HOURS, contract);
        return part(hours, Store.class)
                .transact(tx -> tx.plans().newest(id, YearMonth.from(today)).orElseThrow());
    }

    private static long tickets(LiveDesk.Client of) {
        CustomerId customer = new CustomerId(HOURS, of.number());
        var filter = new TicketReads.Filter(HOURS, Set.of(), customer, false, Long.MAX_VALUE, 9);
        return part(hours, TicketReads.class).list(filter).size();
    }

    // ---- points

    @Test
    void p19FetchingThePageBuysNoPointsAndItsButtonBuysThemOnce() {
        Missing four = shortOf(points.client("four", 0), 14);
        assertThat(look(points, four.link).body())
                .contains("4 points are missing", "Buy 4 points for 100.00 USD")
                .contains("name=\"units\" value=\"4\"");
        assertThat(funds(four)).isEqualTo(new Funds(10, 0, false));
        HttpResponse<String> cheaper = press(points, four.link, "units=4&price=1.00+USD");
        assertThat(cheaper.statusCode()).isEqualTo(409);
        assertThat(cheaper.body()).contains("what is missing changed meanwhile; 4 points for 100.00 USD");
        assertThat(press(points, four.link, "units=5&price=100.00+USD").statusCode())
                .isEqualTo(409);
        assertThat(press(points, four.link, "").statusCode()).isEqualTo(409);
        assertThat(funds(four)).isEqualTo(new Funds(10, 0, false));

        HttpResponse<String> bought = press(points, four.link, "units=4&price=100.00+USD");
        assertThat(bought.statusCode()).isEqualTo(200);
        assertThat(bought.body()).contains("4 points for 100.00 USD are bought");
        assertThat(points.state(four.ticket)).isEqualTo(StateName.WORKING);
        assertThat(funds(four)).isEqualTo(new Funds(14, 14, false));
        assertThat(press(points, four.link, "units=4&price=100.00+USD").statusCode())
                .isEqualTo(404);
        assertThat(points.browsed("GET", four.link, "").body()).contains("Nothing is missing here any more");
        assertThat(funds(four)).isEqualTo(new Funds(14, 14, false));
    }

    @Test
    void p19AnOldVersionsLinkBuysNoPoints() {
        Missing four = shortOf(points.client("older", 0), 14);
        points.done("/tickets/" + four.ticket + "/assess", assessment(13));
        String form = "units=4&price=100.00+USD";
        assertThat(press(points, four.link, form).statusCode())
                .as("not agreed to")
                .isEqualTo(404);
        points.decided(four.client, four.ticket, 2, true);
        HttpResponse<String> old = press(points, four.link, form);
        assertThat(old.statusCode()).isEqualTo(404);
        assertThat(old.body()).contains("Please use the one in our latest mail");
        assertThat(funds(four)).isEqualTo(new Funds(10, 0, false));
        String newer = link(four, 2, four.client);
        assertThat(press(points, newer, "units=3&price=75.00+USD").statusCode()).isEqualTo(200);
        assertThat(funds(four)).isEqualTo(new Funds(13, 13, false));
    }

    @Test
    void p19WhoeverHasAnotherLinkBuysNoPoints() {
        Missing four = shortOf(points.client("mine", 0), 14);
        LiveDesk.Client other = points.client("thief", 0);
        String form = "units=4&price=100.00+USD";
        Pointer own = new Pointer(new TicketId(POINTS, four.ticket), 1, four.client.contact());
        for (String wrong : new String[] {
            link(four, 1, other),
            "/points/" + POINTS + "/" + marks(points).buyToken(own),
            four.link.replaceAll(".$", "7777"),
            four.link.replace("/points/" + POINTS, "/points/" + HOURS)
        }) {
            assertThat(points.browsed("GET", wrong, "").statusCode()).as(wrong).isEqualTo(404);
            assertThat(press(points, wrong, form).statusCode()).as(wrong).isEqualTo(404);
        }
        LiveDesk.Client colleague = colleague(four.client);
        HttpResponse<String> refused = press(points, link(four, 1, colleague), form);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("colleague may not agree to charges");
        assertThat(funds(four)).isEqualTo(new Funds(10, 0, false));
    }

    private record Missing(LiveDesk.Client client, long site, long ticket, String link) {}

    /** Ten points a month, and a ticket that was agreed to for more. */
    private Missing shortOf(LiveDesk.Client client, long amount) {
        long site = points.done("/customers/" + client.number() + "/sites", "{\"name\": \"news.example\"}")
                .path("id")
                .path("number")
                .asLong();
        run(
                points,
                points.token("billing"),
                "contract new-points L-" + client.number() + " --customer " + client.number() + " --from "
                        + today.withDayOfMonth(1) + " --zone UTC --site " + site
                        + "=10 --extra-point 2500 --currency USD");
        long ticket = points.asked(client, "An app", "Please build us an app.");
        points.done("/tickets/" + ticket + "/site", "{\"site\": " + site + "}");
        points.done("/tickets/" + ticket + "/assess", assessment(amount));
        points.decided(client, ticket, 1, true);
        assertThat(points.state(ticket)).isEqualTo(StateName.FUNDING);
        Missing made = new Missing(client, site, ticket, "");
        return new Missing(client, site, ticket, link(made, 1, client));
    }

    private static String assessment(long amount) {
        return "{\"as\": \"build\", \"amount\": " + amount + ", \"scope\": \"An app\", \"reason\": \"It is less.\"}";
    }

    private static LiveDesk.Client colleague(LiveDesk.Client of) {
        String address = of.address().replace("@", "-colleague@");
        long contact = points.done(
                        "/customers/" + of.number() + "/contacts",
                        "{\"address\": \"" + address + "\", \"name\": \"colleague\", \"approver\": false}")
                .path("id")
                .path("number")
                .asLong();
        return new LiveDesk.Client(of.number(), contact, address);
    }

    private static String link(Missing of, int version, LiveDesk.Client to) {
        Pointer pointer = new Pointer(new TicketId(POINTS, of.ticket), version, to.contact());
        return "/points/" + POINTS + "/" + marks(points).pointsToken(pointer);
    }

    private static Funds funds(Missing of) {
        SiteId site = new SiteId(new CustomerId(POINTS, of.client.number()), of.site);
        return part(points, Wallets.class)
                .funds(WalletKey.points(site), Clock.systemUTC().instant());
    }

    // ---- how

    /** As scanners and people do, by HEAD and by GET. */
    private static HttpResponse<String> look(LiveDesk desk, String link) {
        assertThat(desk.browsed("HEAD", link, "").statusCode()).isEqualTo(200);
        HttpResponse<String> page = desk.browsed("GET", link, "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        return page;
    }

    private static HttpResponse<String> press(LiveDesk desk, String link, String form) {
        return desk.browsed("POST", link, form);
    }

    private static Marks marks(LiveDesk desk) {
        return part(desk, Marks.class);
    }

    private static <T> T part(LiveDesk desk, Class<T> type) {
        return desk.demo().bot().part(type);
    }

    private void run(LiveDesk desk, String token, String line) {
        ExitCode code = shell.ask(desk.demo().url(), token, line.split(" "));
        assertThat(code).as("%s: %s", line, shell.err()).isEqualTo(ExitCode.OK);
    }
}
