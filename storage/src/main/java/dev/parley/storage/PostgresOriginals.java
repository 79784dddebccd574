package dev.parley.storage;

import dev.parley.core.message.Attachment;
import dev.parley.core.port.Originals;
import dev.parley.core.port.RawMessage;
import java.util.List;
import java.util.Optional;

/** Rows of {@code inbox} by the message that was made of them. */
final class PostgresOriginals implements Originals {
    private final Transactions transactions;

    PostgresOriginals(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Original> find(String desk, long ticket, long message) {
        return transactions.run(jdbc -> {
            List<RawMessage> raw = jdbc.query("""
                select i.* from message m join inbox i on i.desk = m.desk and i.key = m.evidence
                 where m.desk = ? and m.id = ? and coalesce(m.ticket, 0) = ? and m.direction = 'IN'
                """, (row, _) -> PostgresInbox.message(row), desk, message, ticket);
            List<Attachment> files = jdbc.query(
                    "select * from attachment where desk = ? and message = ? order by place",
                    (row, _) -> PostgresReads.attachment(row),
                    desk,
                    message);
            return raw.stream().findFirst().map(one -> new Original(one, files));
        });
    }
}
