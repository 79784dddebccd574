package dev.parley.storage;

import dev.parley.core.contract.ContractId;
import dev.parley.core.port.ContractClocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

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
    public void wind(ContractId contract, Instant next) {
        transactions.run(jdbc -> jdbc.update("""
            update contract_clock set due_at = ?, leased_until = '-infinity'
             where desk = ? and number = ? and leased_until > '-infinity'
            """, Columns.time(next), contract.desk(), contract.number()));
    }
}
