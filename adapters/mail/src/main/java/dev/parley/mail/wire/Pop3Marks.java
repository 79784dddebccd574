package dev.parley.mail.wire;

import dev.parley.core.port.Checkpoints;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What is remembered of the mails of a POP3 mailbox, by UIDL: what is not looked at again, and what failed. */
final class Pop3Marks {
    /** Where a mail that was set aside lies: this, then its UIDL. */
    static final String WHERE = "POP3 ";

    private static final String SEEN = "seen";

    private final Checkpoints checkpoints;
    private final MailboxSettings settings;
    private final Set<String> seen = new HashSet<>();

    Pop3Marks(Checkpoints checkpoints, MailboxSettings settings) {
        this.checkpoints = checkpoints;
        this.settings = settings;
    }

    /** True until {@link #firstSight}. */
    boolean isFirstSight() {
        return checkpoints.read(settings.channel() + " pop3").isEmpty();
    }

    /** These lay there before the mailbox was read for the first time. */
    void firstSight(Collection<String> uidls) {
        switch (settings.firstRead()) {
            case NEW -> uidls.forEach(this::see);
            case ALL -> seen.clear();
        }
        checkpoints.write(settings.channel() + " pop3", "read");
    }

    boolean isSeen(String uidl) {
        if (seen.contains(uidl)) {
            return true;
        }
        return SEEN.equals(checkpoints.read(name(uidl)).orElse("")) && seen.add(uidl);
    }

    void see(String uidl) {
        checkpoints.write(name(uidl), SEEN);
        seen.add(uidl);
    }

    /** How often it failed. */
    int tries(String uidl) {
        String value = checkpoints.read(name(uidl)).orElse("0");
        return value.equals(SEEN) ? 0 : Integer.parseInt(value);
    }

    int failedAgain(String uidl) {
        int tries = tries(uidl) + 1;
        checkpoints.write(name(uidl), Integer.toString(tries));
        return tries;
    }

    private String name(String uidl) {
        return settings.channel() + " pop3 " + uidl;
    }
}
