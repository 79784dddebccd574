package dev.parley.mail.wire;

import dev.parley.core.port.Checkpoints;
import java.util.Optional;

/**
 * The mail a reader of this folder failed at, and how often. Kept in the database, so that it counts the tries of all
 * readers together; there is never more than one, because a reader does not go past it.
 */
record Stumble(Checkpoint mail, int tries) {
    /** Tries until a mail is set aside. With the reader's pauses about a quarter of a minute. */
    static final int TRIES_MAX = 5;

    /** The last one; what came before it and after was handed over. */
    static Optional<Stumble> last(Checkpoints checkpoints, MailboxSettings settings) {
        return checkpoints.read(name(settings)).map(Stumble::of);
    }

    /** One try more at {@code mail}, written down. */
    static Stumble again(Checkpoint mail, Checkpoints checkpoints, MailboxSettings settings) {
        int before = last(checkpoints, settings)
                .filter(last -> last.mail.equals(mail))
                .map(Stumble::tries)
                .orElse(0);
        Stumble stumble = new Stumble(mail, before + 1);
        checkpoints.write(name(settings), stumble.mail + " " + stumble.tries);
        return stumble;
    }

    boolean isEnough() {
        return tries >= TRIES_MAX;
    }

    private static Stumble of(String text) {
        int space = text.indexOf(' ');
        return new Stumble(Checkpoint.of(text.substring(0, space)), Integer.parseInt(text.substring(space + 1)));
    }

    private static String name(MailboxSettings settings) {
        return settings.place() + " stumble";
    }
}
