package dev.parley.app.bot;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One bot, killed after each step and started again. */
final class OneBot implements Crew {
    private final Stage stage;
    private final Runnable pause;
    private final List<BotProcess> lives = new ArrayList<>();
    private BotProcess bot;

    OneBot(Stage stage, Runnable pause) {
        this.stage = stage;
        this.pause = pause;
        this.bot = start();
        URI ignored = bot.url();
    }

    private BotProcess start() {
        BotProcess next = BotProcess.start(stage.config(), "alone", Map.of());
        lives.add(next);
        return next;
    }

    /** What it said in all its lives. */
    List<String> log() {
        return lives.stream().flatMap(life -> life.log().stream()).toList();
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
