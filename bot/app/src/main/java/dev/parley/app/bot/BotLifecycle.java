package dev.parley.app.bot;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Starts the bot when everything is wired, and stops it before anything is taken apart. */
public final class BotLifecycle implements SmartLifecycle {
    private final Supplier<Bot> start;
    private volatile @Nullable Bot bot;

    BotLifecycle(Supplier<Bot> start) {
        this.start = start;
    }

    /** The running bot; throws while there is none. */
    public Bot bot() {
        Bot running = bot;
        if (running == null) {
            throw new IllegalStateException("the bot is not running");
        }
        return running;
    }

    @Override
    public void start() {
        bot = start.get();
    }

    @Override
    public void stop() {
        Bot running = bot;
        bot = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean isRunning() {
        return bot != null;
    }
}
