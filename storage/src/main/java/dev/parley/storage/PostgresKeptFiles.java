package dev.parley.storage;

import dev.parley.core.port.Enclosures.Enclosure;
import dev.parley.core.port.KeptFiles;
import dev.parley.core.port.Leftovers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables {@code kept_file}, {@code kept_file_piece} and {@code kept_file_of}. */
final class PostgresKeptFiles implements KeptFiles, Leftovers {
    /** Bytes in one row: what is in memory of a file at any time. */
    private static final int PIECE_BYTES = 512 * 1024;

    private final Transactions transactions;

    PostgresKeptFiles(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Keeps the file unless the desk has it. Who keeps the same one at the same time waits for the other. */
    static void keep(JdbcTemplate jdbc, String desk, Enclosure file) {
        while (!isKept(jdbc, desk, file.sha256())) {
            int fresh = jdbc.update(
                    "insert into kept_file (desk, sha256, size) values (?, ?, ?) on conflict do nothing",
                    desk,
                    file.sha256(),
                    file.size());
            if (fresh == 1) {
                write(jdbc, desk, file);
                return;
            }
        }
    }

    /** Brought again it is young again: whoever is about to collect it waits, looks anew, and leaves it alone. */
    private static boolean isKept(JdbcTemplate jdbc, String desk, String sha256) {
        return jdbc.update(
                        "update kept_file set kept_at = clock_timestamp() where desk = ? and sha256 = ?", desk, sha256)
                == 1;
    }

    /** Says in which message it stands. */
    static void refer(JdbcTemplate jdbc, String desk, String key, Enclosure file) {
        jdbc.update(
                "insert into kept_file_of (desk, key, sha256) values (?, ?, ?) on conflict do nothing",
                desk,
                key,
                file.sha256());
    }

    private static void write(JdbcTemplate jdbc, String desk, Enclosure file) {
        try (InputStream in = file.source().open()) {
            int n = 0;
            for (byte[] piece = in.readNBytes(PIECE_BYTES); piece.length > 0; piece = in.readNBytes(PIECE_BYTES)) {
                jdbc.update("insert into kept_file_piece values (?, ?, ?, ?)", desk, file.sha256(), n++, piece);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int collect(Instant before, int max) {
        return transactions.run(jdbc -> jdbc.update("""
            delete from kept_file f using (
              select desk, sha256 from kept_file k
               where kept_at < ? and not exists (
                 select from kept_file_of o where o.desk = k.desk and o.sha256 = k.sha256)
               order by kept_at limit ? for update skip locked) as free
             where f.desk = free.desk and f.sha256 = free.sha256
            """, Columns.time(before), max));
    }

    @Override
    public boolean write(String desk, String sha256, OutputStream to) throws IOException {
        List<Integer> pieces = transactions.run(jdbc -> jdbc.queryForList("""
            select count(p.n)::integer from kept_file f left join kept_file_piece p using (desk, sha256)
             where f.desk = ? and f.sha256 = ? group by f.desk, f.sha256
            """, Integer.class, desk, sha256));
        for (int n = 0; !pieces.isEmpty() && n < pieces.getFirst(); n++) {
            to.write(piece(desk, sha256, n));
        }
        return !pieces.isEmpty();
    }

    private byte[] piece(String desk, String sha256, int n) {
        return transactions.run(jdbc -> jdbc.query(
                        "select bytes from kept_file_piece where desk = ? and sha256 = ? and n = ?",
                        (row, _) -> row.getBytes("bytes"),
                        desk,
                        sha256,
                        n)
                .getFirst());
    }
}
