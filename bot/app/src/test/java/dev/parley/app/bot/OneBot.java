package dev.parley.app.bot;

import java.net.URI;
import java.util.Map;

/** One bot, killed after each step and started again. */
final class OneBot implements Crew {
    private final Stage stage;
    private final Runnable pause;
    private BotProcess bot;

    OneBot(Stage stage, Runnable pause) {
        this.stage = stage;
        this.pause = pause;
        this.bot = start();
        URI ignored = bot.url();
    }

    private BotProcess start() {
        return BotProcess.start(stage.config(), "alone", Map.of());
    }

    @Override
    public URI url() {
        return bot.url();
    }

    @Override
    public void after(String step) {
        pause.run();
        bot.kill();
        System.out.println("  killed: " + step);
        bot = start();
    }

    @Override
    public void close() {
        bot.close();
    }
}
