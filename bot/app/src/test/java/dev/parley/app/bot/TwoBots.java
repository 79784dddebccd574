package dev.parley.app.bot;

import java.net.URI;
import java.util.Map;

/** Two bots on one database; whoever reads the mailbox is killed after each step, and comes back later. */
final class TwoBots implements Crew {
    private final Stage stage;
    private BotProcess reader;
    private BotProcess other;
    private int births;

    TwoBots(Stage stage) {
        this.stage = stage;
        this.reader = start();
        URI ignored = reader.url();
        this.other = start();
    }

    private BotProcess start() {
        return BotProcess.start(stage.config(), "bot-" + ++births, Map.of());
    }

    @Override
    public URI url() {
        return other.url();
    }

    @Override
    public void after(String step) {
        URI ignored = other.url();
        if (stage.reader().equals(other.worker())) {
            BotProcess swapped = reader;
            reader = other;
            other = swapped;
        }
        URI alive = other.url();
        reader.kill();
        System.out.println("  killed: " + step + ", " + reader.worker() + "; going on at " + alive);
        reader = other;
        other = start();
    }

    @Override
    public void close() {
        reader.close();
        other.close();
    }
}
