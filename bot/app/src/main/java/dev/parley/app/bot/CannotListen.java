package dev.parley.app.bot;

import java.net.BindException;
import org.jspecify.annotations.Nullable;

/** A port that is taken, or an address that is not this machine's. */
final class CannotListen extends RuntimeException {
    private static final long serialVersionUID = 1;

    private CannotListen(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says so, and which settings to mend, if that is what is behind {@code e}; else {@code e} itself. */
    static RuntimeException at(String settings, BotSettings.Smtp where, RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new CannotListen(told(settings, where, cause.getMessage()), e);
            }
        }
        return e;
    }

    private static String told(String settings, BotSettings.Smtp where, @Nullable String why) {
        return "Nothing can listen at port " + where.port() + " of " + where.address() + ": " + why
                + "; stop the program that has the port, perhaps another Parley, or mend " + settings + ".port or "
                + settings + ".address.";
    }
}
