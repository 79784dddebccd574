package dev.parley.storage.ledger;

import static dev.parley.storage.ledger.TryLedger.DESK;
import static dev.parley.storage.ledger.TryLedger.anew;
import static dev.parley.storage.ledger.TryLedger.id;
import static dev.parley.storage.ledger.TryLedger.next;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.storage.PostgresFixture;
import dev.parley.storage.PostgresFixture.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hash chain over the journal: complete, in order, the same every time, and impossible to bend unseen. */
class LedgerChainTest {
    private static final String WEEK = "7 days";
    private static final String NOW = "0";
    private static final String BEGINNING = "0".repeat(64);

    private final TestDatabase database = PostgresFixture.freshDatabase();

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void everyEventOfARandomHistoryIsOneLinkAndEachLineCarriesTheHashBefore(long seed) throws SQLException {
        try (var at = TryLedger.on(database.owner())) {
            var wallets = List.of(at.wallet(60), at.wallet(40, 30), at.wallet(90));
            at.commit();
            var traffic = new LedgerTraffic(at, wallets, seed);
            for (int step = 0; step < 120; step++) {
                traffic.transaction();
                if (step % 40 == 0) {
                    seal(at);
                }
            }
            seal(at);
            var lines = lines(at);
            assertThat(lines.size()).isEqualTo((int) at.count("journal")).isGreaterThan(40);
            String before = BEGINNING;
            for (int i = 0; i < lines.size(); i++) {
                assertThat(lines.get(i))
                        .contains("\"position\": " + (i + 1) + ",")
                        .contains("\"previous\": \"" + before + "\"");
                before = sha256(lines.get(i));
            }
            assertThat(at.ledger.violations()).isEmpty();
        }
    }

    @Test
    void whatIsStillUncommittedIsSealedLaterAndNeverLeftOut() throws SQLException {
        try (var slow = TryLedger.on(database.owner());
                var fast = new TryLedger(database.owner());
                var auditor = new TryLedger(database.owner())) {
            long first = slow.wallet(10);
            long second = fast.wallet(20);
            fast.commit();
            assertThat(seal(auditor)).isEqualTo(1);
            slow.commit();
            assertThat(seal(auditor)).isEqualTo(1);
            assertThat(seal(auditor)).isZero();
            assertThat(auditor.jdbc.queryForList(
                            "select l.journal_id from ledger.link l order by position", Long.class))
                    .hasSize(2)
                    .isSortedAccordingTo((a, b) -> Long.compare(b, a));
            assertThat(lines(auditor).getFirst()).contains("\"wallet\": " + second);
            assertThat(lines(auditor).getLast()).contains("\"wallet\": " + first);
            assertThat(auditor.ledger.violations()).isEmpty();
        }
    }

    @Test
    void aCheckGoesOnWhereTheLastEndedAndAWholeOneFindsWhatWasChangedBefore() throws SQLException {
        try (var at = TryLedger.on(database.owner())) {
            at.wallet(10, 20, 30);
            seal(at);
            assertThat(verified(at, WEEK)).isEmpty();
            assertThat(checks(at)).containsExactly("3 whole");
            rewritten(at, 1);
            assertThat(verified(at, WEEK)).as("before the last check").isEmpty();
            assertThat(codes(at)).as("before the last check").isEmpty();
            assertThat(verified(at, NOW)).singleElement().asString().endsWith("at position 1");
            at.wallet(40);
            seal(at);
            assertThat(verified(at, WEEK)).isEmpty();
            assertThat(checks(at)).containsExactly("3 whole", "4 new");
            at.wallet(50);
            seal(at);
            rewritten(at, 5);
            assertThat(codes(at)).containsExactly("I33");
            assertThat(verified(at, WEEK)).singleElement().asString().endsWith("at position 5");
            assertThat(checks(at)).as("what is wrong is not noted").hasSize(2);
        }
    }

    @Test
    void nothingNewIsNotNotedAndAWholeCheckAlwaysIs() throws SQLException {
        try (var at = TryLedger.on(database.owner())) {
            at.wallet(10);
            assertThat(verified(at, WEEK)).isEmpty();
            assertThat(checks(at)).as("nothing is sealed").isEmpty();
            seal(at);
            assertThat(verified(at, WEEK)).isEmpty();
            assertThat(verified(at, WEEK)).isEmpty();
            assertThat(verified(at, NOW)).isEmpty();
            assertThat(checks(at)).containsExactly("1 whole", "1 whole");
        }
    }

    @Test
    void aWeekAfterTheLastWholeCheckTheNextIsWhole() throws SQLException {
        try (var at = TryLedger.on(database.owner())) {
            at.wallet(10, 20);
            seal(at);
            at.jdbc.execute("insert into ledger.chain_check (desk, position, hash, whole, checked_at)"
                    + " select desk, position, hash, true, clock_timestamp() - interval '8 days' from ledger.link"
                    + " union all select desk, position, hash, false, clock_timestamp() from ledger.link");
            rewritten(at, 1);
            assertThat(verified(at, "9 days")).isEmpty();
            assertThat(verified(at, WEEK)).singleElement().asString().endsWith("at position 1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.link set hash = sha256('another') where position = 2",
                "delete from ledger.link where position = 1",
                "delete from ledger.link where position = 2",
                "delete from ledger.link",
            })
    void aChainThatWasMadeAnewOrCutOffBelowACheckIsFoundByEveryCheck(String misdeed) throws SQLException {
        try (var at = TryLedger.on(database.owner())) {
            at.wallet(10, 20);
            seal(at);
            assertThat(verified(at, WEEK)).isEmpty();
            at.jdbc.execute("set local session_replication_role = replica");
            at.jdbc.execute(misdeed);
            assertThat(codes(at)).containsExactly("I33");
            assertThat(verified(at, WEEK)).hasSize(1);
        }
    }

    private static void rewritten(TryLedger at, int position) {
        at.jdbc.execute("alter table ledger.journal disable trigger append_only");
        at.jdbc.update(
                "update ledger.journal set actor = 'somebody else' where id ="
                        + " (select journal_id from ledger.link where position = ?)",
                position);
    }

    private static List<String> verified(TryLedger at, String wholeEvery) {
        return at.jdbc.query(
                "select subject from ledger.verify_chain(?::interval)", (row, _) -> row.getString(1), wholeEvery);
    }

    private static List<String> checks(TryLedger at) {
        return at.jdbc.query(
                "select position || case when whole then ' whole' else ' new' end from ledger.chain_check order by id",
                (row, _) -> row.getString(1));
    }

    @Test
    void twoSealersAtOnceSealEachEventOnce() throws Exception {
        try (var at = TryLedger.on(database.owner())) {
            for (int i = 0; i < 60; i++) {
                at.wallet(1);
            }
            at.commit();
            var sealed = Crowd.of(4, database.owner(), _ -> sealer -> {
                int all = 0;
                for (int count = seal(sealer, 7); count > 0; count = seal(sealer, 7)) {
                    all += count;
                }
                return all;
            });
            assertThat(sealed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(60);
            assertThat(lines(at)).hasSize(60);
            assertThat(at.ledger.violations()).isEmpty();
        }
    }

    @Test
    void theLinesAreTheSameInEveryTimeZoneAndDateStyle() throws SQLException {
        try (var at = TryLedger.on(database.owner());
                var elsewhere = new TryLedger(database.owner())) {
            long wallet = at.wallet(100);
            at.charged(wallet, 10);
            at.commit();
            seal(at);
            elsewhere.jdbc.execute("set timezone = 'Pacific/Kiritimati'");
            elsewhere.jdbc.execute("set datestyle = 'ISO, DMY'");
            elsewhere.jdbc.execute("set extra_float_digits = 0");
            assertThat(lines(elsewhere)).isEqualTo(lines(at));
            assertThat(elsewhere.ledger.violations()).isEmpty();
        }
    }

    @Test
    void theLineOfAHoldTellsWhoAgreedToWhatByWhichWords() throws SQLException {
        try (var at = TryLedger.on(database.owner())) {
            long wallet = at.wallet(100);
            at.charged(wallet, 10);
            at.commit();
            seal(at);
            assertThat(lines(at))
                    .anySatisfy(line -> assertThat(line)
                            .contains("\"kind\": \"HOLD\"")
                            .contains("\"words\": \"yes\"")
                            .contains("\"rule\": \"yes.word\"")
                            .contains("\"auth\": \"PASS\"")
                            .contains("\"amount\": 10")
                            .contains("\"decided_at\": \"2026-11-22T10:00:00+00:00\""));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger.journal set actor = 'somebody else' where kind = 'POST'",
                "update ledger.journal set effective_at = effective_at - interval '1 day' where kind = 'POST'",
                "update ledger.transfer set amount = amount + 1 where phase = 'POST'",
                "update ledger.quote set scope = 'Something else'",
                "update ledger.quote set amount = 9 where false; update ledger.quote set offered_by = 'x'",
                "update ledger.quote_decision set words = 'of course'",
                "update ledger.entry set balance_after = balance_after + 1",
                "update ledger.account set source_ref = source_ref || '!' where kind = 'GRANT'",
                "update ledger.account set cost_minor = 1, cost_currency = 'USD' where kind = 'GRANT'",
                "update ledger.wallet set customer_id = customer_id + 1",
                "delete from ledger.link where position = 2",
                "update ledger.link set hash = sha256('x') where position = 2",
                "update ledger.link set position = position + 10 where position > 1",
            })
    void whoeverRewritesWhatWasSealedIsFound(String misdeed) throws SQLException {
        try (var at = TryLedger.on(database.owner())) {
            at.charged(at.wallet(100), 10);
            at.held(next(), at.wallet(50), 20);
            at.commit();
            seal(at);
            assertThat(codes(at)).isEmpty();
            at.jdbc.execute("set local session_replication_role = replica");
            at.jdbc.execute(misdeed);
            assertThat(codes(at)).contains("I33");
        }
    }

    @Test
    void whatComesAfterASealChangesNoSealedLine() throws SQLException {
        try (var at = TryLedger.on(database.owner())) {
            long wallet = at.wallet(100);
            long ticket = next();
            long hold = at.held(ticket, wallet, 20);
            at.commit();
            seal(at);
            var before = lines(at);
            id(at.ledger.post(anew(), hold, 15));
            id(at.ledger.refund(anew(), ticket, 5));
            at.offer(ticket, wallet, 30);
            at.commit();
            assertThat(lines(at)).isEqualTo(before);
            seal(at);
            assertThat(lines(at)).hasSize(before.size() + 2).containsAll(before);
            assertThat(at.ledger.violations()).isEmpty();
        }
    }

    private static int seal(TryLedger at) throws SQLException {
        return seal(at, 1000);
    }

    private static int seal(TryLedger at, int max) throws SQLException {
        Integer sealed = at.jdbc.queryForObject("select ledger.seal(?, ?)", Integer.class, DESK, max);
        at.commit();
        return sealed == null ? 0 : sealed;
    }

    private static List<String> lines(TryLedger at) {
        return new ArrayList<>(at.jdbc.queryForList(
                "select line from ledger.sealed where desk = ? order by position", String.class, DESK));
    }

    private static List<String> codes(TryLedger at) {
        return at.ledger.violations().stream().map(Violation::code).toList();
    }

    private static String sha256(String line) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
