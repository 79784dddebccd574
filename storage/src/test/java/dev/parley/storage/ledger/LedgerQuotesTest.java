package dev.parley.storage.ledger;

import static dev.parley.storage.ledger.TryLedger.DESK;
import static dev.parley.storage.ledger.TryLedger.NOW;
import static dev.parley.storage.ledger.TryLedger.QUOTE_END;
import static dev.parley.storage.ledger.TryLedger.anew;
import static dev.parley.storage.ledger.TryLedger.by;
import static dev.parley.storage.ledger.TryLedger.decision;
import static dev.parley.storage.ledger.TryLedger.id;
import static dev.parley.storage.ledger.TryLedger.next;
import static dev.parley.storage.ledger.TryLedger.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.storage.PostgresFixture;
import dev.parley.storage.ledger.LedgerRefusal.QuoteNotOpen;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Who may agree to what, and until when. */
class LedgerQuotesTest {
    private static final PostgresFixture.TestDatabase DATABASE = PostgresFixture.freshDatabase();
    private TryLedger at;
    private long wallet;
    private long ticket;

    @BeforeEach
    void open() throws SQLException {
        at = TryLedger.on(DATABASE.owner());
        wallet = at.wallet(100);
        ticket = next();
    }

    @AfterEach
    void nothingIsWrong() throws SQLException {
        assertThat(at.ledger.violations()).isEmpty();
        at.commit();
        at.close();
    }

    @Test
    void aNewVersionSupersedesTheOpenOneAndAYesToTheOldOneAgreesToNothing() {
        long first = at.offer(ticket, wallet, 10);
        long second = at.offer(ticket, wallet, 20);

        assertThat(at.quoteStatus(first)).isEqualTo("SUPERSEDED");
        assertThat(at.quoteStatus(second)).isEqualTo("SENT");
        assertThat(at.ledger.decide(DESK, yes(first, "late"), NOW)).isEqualTo(new QuoteNotOpen("SUPERSEDED"));
        assertThat(at.ledger.hold(anew(), first)).isEqualTo(new QuoteNotOpen("SUPERSEDED"));
    }

    @Test
    void aNewVersionSupersedesWhatWasAgreedButNeverHeld() {
        long agreed = at.agreed(ticket, wallet, 10);
        at.offer(ticket, wallet, 20);

        assertThat(at.quoteStatus(agreed)).isEqualTo("SUPERSEDED");
        assertThat(at.ledger.hold(anew(), agreed)).isEqualTo(new QuoteNotOpen("SUPERSEDED"));
    }

    @Test
    void whatIsHeldStaysAgreedWhileADearerVersionIsAsked() {
        long hold = at.held(ticket, wallet, 10);
        at.offer(ticket, wallet, 20);

        id(at.ledger.post(anew(), hold));
        assertThat(at.ledger.netCharge(DESK, ticket)).isEqualTo(10);
    }

    @Test
    void aQuoteIsDecidedOnce() {
        long quote = at.offer(ticket, wallet, 10);

        id(at.ledger.decide(DESK, yes(quote, "mail-a" + quote), NOW));
        id(at.ledger.decide(DESK, yes(quote, "mail-a" + quote), NOW));

        assertThat(at.ledger.decide(DESK, decision(quote, false, "mail-b" + quote, NOW), NOW))
                .isEqualTo(new LedgerRefusal.QuoteDecided("ACCEPT"));
        assertThat(at.quoteStatus(quote)).isEqualTo("ACCEPTED");
    }

    @Test
    void aDeclinedQuoteIsNeverHeld() {
        long quote = at.offer(ticket, wallet, 10);
        id(at.ledger.decide(DESK, decision(quote, false, "no-" + quote, NOW), NOW));

        assertThat(at.ledger.hold(anew(), quote)).isEqualTo(new QuoteNotOpen("DECLINED"));
    }

    @Test
    void aMessageDecidesOneQuoteOnly() {
        long quote = at.offer(ticket, wallet, 10);
        long other = at.offer(next(), wallet, 10);
        id(at.ledger.decide(DESK, yes(quote, "one-" + quote), NOW));

        assertThat(at.ledger.decide(DESK, yes(other, "one-" + quote), NOW))
                .isEqualTo(new LedgerRefusal.KeyReused("one-" + quote));
        assertThat(at.ledger.decide(DESK, decision(quote, false, "one-" + quote, NOW), NOW))
                .isEqualTo(new LedgerRefusal.KeyReused("one-" + quote));
    }

    @Test
    void aYesReceivedAtTheVeryMomentOfExpiryComesTooLate() {
        long quote = at.offer(ticket, wallet, 10);
        var tooLate = decision(quote, true, "late-" + quote, QUOTE_END);
        var justInTime = decision(quote, true, "early-" + quote, QUOTE_END.minusNanos(1));

        assertThat(at.ledger.decide(DESK, tooLate, QUOTE_END)).isEqualTo(new LedgerRefusal.QuoteExpired(QUOTE_END));
        id(at.ledger.decide(DESK, justInTime, QUOTE_END.plusSeconds(60)));
    }

    @Test
    void aYesReceivedInTimeCountsAlthoughTheQuoteWasClosedMeanwhile() {
        long quote = at.offer(ticket, wallet, 10);
        id(at.ledger.expireQuote(DESK, quote, QUOTE_END));

        id(at.ledger.decide(DESK, yes(quote, "slow-" + quote), QUOTE_END.plusSeconds(60)));

        id(at.ledger.hold(anew(), quote));
        assertThat(at.quoteStatus(quote)).isEqualTo("ACCEPTED");
    }

    @Test
    void butNotWhenANewerVersionStands() {
        long quote = at.offer(ticket, wallet, 10);
        id(at.ledger.expireQuote(DESK, quote, QUOTE_END));
        var again = new Offer(ticket, wallet, 20, 2, "settings", "", false, QUOTE_END.plusSeconds(600));
        id(at.ledger.offerQuote(by("again-" + quote, QUOTE_END), again));

        assertThat(at.ledger.decide(DESK, yes(quote, "slow-" + quote), QUOTE_END.plusSeconds(60)))
                .isEqualTo(new QuoteNotOpen("SUPERSEDED"));
    }

    @Test
    void aQuoteDoesNotExpireBeforeItsTime() {
        long quote = at.offer(ticket, wallet, 10);

        assertThat(at.ledger.expireQuote(DESK, quote, QUOTE_END.minusMillis(1))).isEqualTo(new QuoteNotOpen("SENT"));
        id(at.ledger.expireQuote(DESK, quote, QUOTE_END));
        id(at.ledger.expireQuote(DESK, quote, QUOTE_END));
    }

    @Test
    void anAgreedQuoteMayBeTakenBackUntilItIsHeld() {
        long free = at.agreed(ticket, wallet, 10);
        id(at.ledger.withdrawQuote(DESK, free, NOW));
        assertThat(at.ledger.hold(anew(), free)).isEqualTo(new QuoteNotOpen("WITHDRAWN"));

        long held = at.agreed(next(), wallet, 10);
        id(at.ledger.hold(anew(), held));
        assertThat(at.ledger.withdrawQuote(DESK, held, NOW)).isEqualTo(new QuoteNotOpen("ACCEPTED"));
    }

    @Test
    void anOpenQuoteMayBeGivenMoreTimeAndNeverLess() {
        long quote = at.offer(ticket, wallet, 10);
        var later = QUOTE_END.plus(Duration.ofDays(7));

        id(at.ledger.extendQuote(anew(), quote, later));
        id(at.ledger.extendQuote(anew(), quote, QUOTE_END));

        id(at.ledger.decide(DESK, decision(quote, true, "yes-" + quote, QUOTE_END), QUOTE_END));
        assertThat(at.ledger.extendQuote(anew(), quote, later.plusSeconds(1))).isEqualTo(new QuoteNotOpen("ACCEPTED"));
    }

    @Test
    void onlyAnAuthenticatedMessageDecides() throws SQLException {
        long quote = at.offer(ticket, wallet, 10);
        at.commit();
        for (var verdict : new String[] {"FAIL", "NONE", ""}) {
            var doubtful = new QuoteDecision(quote, true, 5, "mail", "m", "yes.word", "yes", 0, verdict, NOW);

            assertThatThrownBy(() -> at.ledger.decide(DESK, doubtful, NOW)).isInstanceOf(DataAccessException.class);
            at.rollback();
        }
    }

    @Test
    void aQuoteKeepsToThePriceListOfItsTimeWhereThereIsOne() {
        long dollars = at.ledger.openWallet(DESK, new LedgerSql.Wallet(70_001, "USD", null), NOW);
        id(offerInDollars(dollars, "unlisted", 1));
        at.ledger.setPrice(DESK, "USD", new PriceRange("fixed", 10, 10L), "billing:1", NOW);
        at.ledger.setPrice(DESK, "USD", new PriceRange("open", 20, null), "billing:1", NOW);
        at.ledger.setPrice(DESK, "USD", new PriceRange("open", 20, null), "billing:1", NOW);

        id(offerInDollars(dollars, "fixed", 10));
        id(offerInDollars(dollars, "open", 5000));
        assertThat(offerInDollars(dollars, "fixed", 11)).isEqualTo(new LedgerRefusal.NotInPriceList("fixed"));
        assertThat(offerInDollars(dollars, "open", 19)).isEqualTo(new LedgerRefusal.NotInPriceList("open"));
        assertThat(offerInDollars(dollars, "unlisted", 10)).isEqualTo(new LedgerRefusal.NotInPriceList("unlisted"));
        assertThat(at.count("price")).isEqualTo(2);

        at.ledger.setPrice(DESK, "USD", new PriceRange("fixed", 12, 12L), "billing:1", NOW);
        assertThat(offerInDollars(dollars, "fixed", 10)).isEqualTo(new LedgerRefusal.NotInPriceList("fixed"));
        id(offerInDollars(dollars, "fixed", 12));
    }

    private LedgerOutcome offerInDollars(long dollars, String key, long amount) {
        return at.ledger.offerQuote(anew(), new Offer(next(), dollars, amount, 2, key, "", false, QUOTE_END));
    }

    @Test
    void offeringTwiceWithOneKeyIsOfferingOnce() {
        var offer = new Offer(ticket, wallet, 10, 2, "settings", "scope", false, QUOTE_END);
        var dearer = new Offer(ticket, wallet, 20, 2, "settings", "scope", false, QUOTE_END);
        long quote = id(at.ledger.offerQuote(by("offer-" + ticket), offer));

        assertThat(id(at.ledger.offerQuote(by("offer-" + ticket, NOW.plusSeconds(5)), offer)))
                .isEqualTo(quote);
        assertThat(at.ledger.offerQuote(by("offer-" + ticket), dearer))
                .isEqualTo(new LedgerRefusal.KeyReused("offer-" + ticket));
    }

    @Test
    void aQuoteOfNothingOrOfTooMuchIsAMistake() throws SQLException {
        at.commit();
        for (long amount : new long[] {0, -5, 1_000_000_000_001L}) {
            assertThatThrownBy(() -> at.offer(ticket, wallet, amount)).isInstanceOf(DataAccessException.class);
            at.rollback();
        }
    }
}
