package dev.parley.app.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Mails a second parsed, stored and turned into tickets: on one core and on all, bot and database together. */
final class RatesRun {
    private RatesRun() {}

    static void run(Bench bench, int seconds, PrintWriter out) throws IOException, InterruptedException {
        out.println(Rates.HEAD);
        out.flush();
        Path config = bench.settings("server.port=0", "parley.work.inbox=0", "parley.work.outbox=0");
        int all = Cores.all();
        try {
            for (int cores : all == 1 ? List.of(1) : List.of(1, all)) {
                Cores.limit(cores);
                Bench.fork(
                        "bench-bot",
                        "--rates",
                        "--config=" + config,
                        "--postmaster=" + bench.postmaster(),
                        "--together=16",
                        "--seconds=" + seconds,
                        "--warm-up=" + seconds * 2,
                        "--at-once=8",
                        "--ahead=16");
            }
        } finally {
            Cores.limit(all);
        }
    }
}
