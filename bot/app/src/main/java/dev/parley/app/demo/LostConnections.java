package dev.parley.app.demo;

import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps still about connections that ended while the demo's IMAP server was writing to them: it throws out of its own
 * thread then, which nobody can catch, and a mail program that hangs up is no fault. All else goes where it went.
 */
final class LostConnections implements UncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LostConnections.class);

    private static final String SERVER = "com.icegreen.greenmail.";

    private final @Nullable UncaughtExceptionHandler before;

    private LostConnections(@Nullable UncaughtExceptionHandler before) {
        this.before = before;
    }

    /** From now on, for this process. */
    static void ignore() {
        UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        if (!(before instanceof LostConnections)) {
            Thread.setDefaultUncaughtExceptionHandler(new LostConnections(before));
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (isLost(thrown)) {
            return;
        }
        if (before != null) {
            before.uncaughtException(thread, thrown);
        } else {
            LOG.error("Thread {} ended", thread.getName(), thrown);
        }
    }

    /** Thrown by that server, because of the connection. */
    static boolean isLost(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return trace.length > 0
                && trace[0].getClassName().startsWith(SERVER)
                && thrown.getCause() instanceof IOException;
    }
}
