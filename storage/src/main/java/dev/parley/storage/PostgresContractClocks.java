package dev.parley.storage;

import dev.parley.core.contract.ContractId;
import dev.parley.core.port.ContractClocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code contract_clock}. */
final class PostgresContractClocks implements ContractClocks {
    private final Transactions transactions;

    PostgresContractClocks(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<ContractId> claim(int max, Duration lease, Instant now) {
        return transactions.run(jdbc -> jdbc.query(
                """
                with turn as (
                  select desk, number from contract_clock where due_at <= ? and leased_until <= ?
                   order by due_at limit ? for no key update skip locked)
                update contract_clock c set leased_until = ?
                  from turn where c.desk = turn.desk and c.number = turn.number
                returning c.desk, c.number
                """,
                (row, _) -> new ContractId(Columns.string(row, "desk"), Columns.string(row, "number")),
                Columns.time(now),
                Columns.time(now),
                max,
                Columns.time(now.plus(lease))));
    }

    @Override
    public Optional<Instant> done(ContractId contract) {
        return transactions
                .run(jdbc -> jdbc.query(
                        "select done_until from contract_clock where desk = ? and number = ? and done_until is not"
                                + " null",
                        (row, _) -> Columns.instant(row, "done_until"),
                        contract.desk(),
                        contract.number()))
                .stream()
                .findFirst();
    }

    @Override
    public void wind(ContractId contract, Instant next, @Nullable Instant done) {
        transactions.run(jdbc -> jdbc.update(
                """
                update contract_clock
                   set due_at = ?, leased_until = '-infinity', done_until = greatest(done_until, ?::timestamptz)
                 where desk = ? and number = ? and leased_until > '-infinity'
                """, Columns.time(next), done == null ? null : Columns.time(done), contract.desk(), contract.number()));
    }
}
