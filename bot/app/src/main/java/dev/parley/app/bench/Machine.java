package dev.parley.app.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** What the numbers were measured on. */
final class Machine {
    private static final int WRITES = 300;
    private static final int WRITE_BYTES = 8192;
    private static final long COMMITS_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int CONNECTIONS = 8;

    private Machine() {}

    static void describe(PrintWriter out) {
        out.println("Date        " + Clock.systemUTC().instant());
        out.println("Processor   " + Runtime.getRuntime().availableProcessors() + " × " + processor());
        out.println("System      " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", JDK "
                + System.getProperty("java.version"));
        out.println("Load        " + String.join("", Usage.lines(Path.of("/proc/loadavg"))));
    }

    /** The bare disk and the bare database, which no bot can be faster than. */
    static void database(Path directory, String jdbcUrl, PrintWriter out) throws IOException, SQLException {
        out.printf(Locale.ROOT, "Disk        fdatasync of 8 KB: %s%n", syncs(directory));
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            out.println("PostgreSQL  " + connection.getMetaData().getDatabaseProductVersion());
            statement.execute("drop schema if exists bench cascade");
            statement.execute("create schema bench create table commit (n int)");
        }
        out.printf(
                Locale.ROOT,
                "Commits     one row each: %.0f/s alone, %.0f/s from %d connections%n",
                commits(jdbcUrl, 1),
                commits(jdbcUrl, CONNECTIONS),
                CONNECTIONS);
        out.flush();
    }

    private static String processor() {
        return Usage.lines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 2))
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private static String syncs(Path directory) throws IOException {
        Path file = directory.resolve("sync.probe");
        double[] millis = new double[WRITES];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < WRITES; i++) {
                long start = System.nanoTime();
                int ignored = channel.write(ByteBuffer.allocate(WRITE_BYTES), (long) i * WRITE_BYTES);
                channel.force(false);
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
        } finally {
            Files.deleteIfExists(file);
        }
        Arrays.sort(millis);
        return String.format(
                Locale.ROOT, "median %.2f ms, 95th percentile %.2f ms", millis[WRITES / 2], millis[WRITES * 95 / 100]);
    }

    /** Commits a second of one row each; the table was made by {@link #database}. */
    static double commits(String jdbcUrl, int connections) throws SQLException {
        try (ExecutorService workers = Executors.newFixedThreadPool(connections)) {
            List<Future<Integer>> counts = IntStream.range(0, connections)
                    .mapToObj(_ -> workers.submit(() -> committed(jdbcUrl)))
                    .toList();
            double all = 0;
            for (Future<Integer> count : counts) {
                all += count.get();
            }
            return all / TimeUnit.NANOSECONDS.toSeconds(COMMITS_NANOS);
        } catch (ExecutionException | InterruptedException problem) {
            throw new SQLException(problem);
        }
    }

    private static int committed(String jdbcUrl) throws SQLException {
        int count = 0;
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                var insert = connection.prepareStatement("insert into bench.commit values (1)")) {
            for (long end = System.nanoTime() + COMMITS_NANOS; System.nanoTime() < end; count++) {
                int ignored = insert.executeUpdate();
            }
        }
        return count;
    }
}
