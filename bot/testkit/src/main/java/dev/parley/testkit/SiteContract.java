package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.Site;
import dev.parley.core.customer.SiteId;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Payer;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.LedgerRefusal;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.port.Transaction.Period;
import dev.parley.core.quote.Quote;
import dev.parley.core.ticket.Posting;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every store promises about sites and their points. */
public interface SiteContract extends StorageContract {
    /** The end of the month that {@link #NOW} lies in. */
    Instant MONTH_END = Instant.parse("2026-04-01T00:00:00Z");

    /** Every test leaves the books in order. */
    @AfterEach
    default void theBooksStayInOrder() {
        assertThat(ports().wallets().violations()).isEmpty();
    }

    private SiteId site(Contact contact, String name) {
        return ports().customers().addSite(contact.customer(), name, new By(AGENT, NOW));
    }

    private Funds points(SiteId site, Instant at) {
        return ports().wallets().funds(WalletKey.points(site), at);
    }

    private void allow(SiteId site, long points) {
        Period month = new Period(Instant.parse("2026-03-01T00:00:00Z"), MONTH_END);
        Grant allowance = new Grant(
                WalletKey.points(site), points, "R-1:2026-03:" + site.number(), 0, month, new Actor.Desk(), NOW);
        assertThat(granted(allowance)).isTrue();
        assertThat(granted(allowance)).isFalse();
    }

    private Ticket of(Contact requester, SiteId site) {
        return ports().store().transact(tx -> {
            Ticket made = Tickets.created(tx.nextTicketNumber(requester.id().desk()), requester, NOW);
            Ticket ticket = Ticket.created(
                    made.id(), requester, made.subject(), new Payer(Unit.POINT, site.number()), made.createdAt());
            tx.create(ticket);
            return ticket;
        });
    }

    @Test
    default void aCustomersSitesAreListedByNumber() {
        Contact alice = approver("alice@customer.example");
        SiteId news = site(alice, "news.example");
        SiteId sport = site(alice, "sport.example");
        assertThat(ports().customers().sites(alice.customer()))
                .containsExactly(new Site(news, "news.example"), new Site(sport, "sport.example"));
        assertThat(ports().store()
                        .<Integer>transact(tx -> tx.sites(alice.customer()).size()))
                .isEqualTo(2);
        assertThat(ports().customers().sites(approver("carol@customer.example").customer()))
                .isEmpty();
    }

    @Test
    default void p14SitesOfACustomerNeverShare() {
        Contact alice = approver("alice@customer.example");
        SiteId news = site(alice, "news.example");
        SiteId sport = site(alice, "sport.example");
        allow(news, 10);
        assertThat(points(news, NOW)).isEqualTo(new Funds(10, 0, false));
        assertThat(points(sport, NOW)).isEqualTo(Funds.NONE);
        Ticket ticket = of(alice, sport);
        Quote quote = Tickets.quote(1, 5, true, NOW);
        assertThat(post(ticket, quote)).contains(new LedgerRefusal.InsufficientFunds(5));
    }

    @Test
    default void p18AHoldStaysInTheMonthOfTheYes() {
        Contact alice = approver("alice@customer.example");
        SiteId news = site(alice, "news.example");
        allow(news, 10);
        Ticket ticket = of(alice, news);
        assertThat(post(ticket, Tickets.quote(1, 4, true, NOW))).isEmpty();
        assertThat(points(news, NOW)).isEqualTo(new Funds(10, 4, false));
        assertThat(points(news, MONTH_END)).isEqualTo(new Funds(4, 4, false));
        assertThat(read(ticket.id()).payer()).isEqualTo(new Payer(Unit.POINT, news.number()));
    }

    @Test
    default void p16UnusedPointsAreGoneAtTheEndOfTheMonth() {
        Contact alice = approver("alice@customer.example");
        SiteId news = site(alice, "news.example");
        allow(news, 10);
        assertThat(points(news, MONTH_END.minus(Duration.ofSeconds(1))).available())
                .isEqualTo(10);
        assertThat(points(news, MONTH_END)).isEqualTo(Funds.NONE);
    }

    @Test
    default void aTicketCannotBePaidFromTheSiteOfSomebodyElse() {
        Contact alice = approver("alice@customer.example");
        SiteId theirs = site(approver("carol@customer.example"), "carol.example");
        assertThatThrownBy(() -> of(alice, theirs)).isInstanceOf(RuntimeException.class);
    }

    private Optional<LedgerRefusal> post(Ticket ticket, Quote quote) {
        return act(
                ticket.id(),
                t -> Tickets.transition(
                        Row.UNLISTED,
                        Tickets.in(t, Tickets.working(quote, null, NOW), quote.version(), NOW.plusSeconds(1)),
                        new Posting.OfferQuote(quote, t.wallet().orElseThrow()),
                        new Posting.Hold(quote.version())));
    }
}
