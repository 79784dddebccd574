package dev.parley.storage;

import dev.parley.core.port.ChatInstallations;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The table {@code chat_installation}. */
final class PostgresChatInstallations implements ChatInstallations {
    private final Transactions transactions;

    PostgresChatInstallations(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void save(String desk, String workspace, byte[] sealed, Instant at) {
        transactions.run(jdbc -> jdbc.update("""
            insert into chat_installation (desk, workspace, sealed, installed_at) values (?, ?, ?, ?)
            on conflict (desk, workspace) do update set sealed = excluded.sealed
            """, desk, workspace, sealed, Columns.time(at)));
    }

    @Override
    public Optional<byte[]> find(String desk, String workspace) {
        return transactions.run(jdbc -> jdbc
                .query(
                        "select sealed from chat_installation where desk = ? and workspace = ?",
                        (row, _) -> Objects.requireNonNull(row.getBytes("sealed")),
                        desk,
                        workspace)
                .stream()
                .findFirst());
    }

    @Override
    public void delete(String desk, String workspace) {
        transactions.run(
                jdbc -> jdbc.update("delete from chat_installation where desk = ? and workspace = ?", desk, workspace));
    }
}
