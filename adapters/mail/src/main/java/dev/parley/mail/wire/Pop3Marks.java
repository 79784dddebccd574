package dev.parley.mail.wire;

import dev.parley.core.port.Checkpoints;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What is remembered of the mails of a POP3 mailbox, by UIDL: what is not looked at again, and what failed. */
final class Pop3Marks {
    /** Where a mail that was set aside lies: this, then its UIDL. */
    static final String WHERE = "POP3 ";

    private static final String SEEN = "seen";

    private final Checkpoints checkpoints;
    private final MailboxSettings settings;
    private final Map<String, String> known = new HashMap<>();
    private boolean pruned;

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
            case ALL -> known.clear();
        }
        checkpoints.write(settings.channel() + " pop3", "read");
    }

    /**
     * Only these lie there now; what was noted of others is forgotten. A server that lists nothing at all may be in
     * trouble: then nothing is, because what lay there at first sight would look new.
     */
    void present(Collection<String> uidls) {
        boolean gone = known.keySet().retainAll(uidls);
        if ((gone || !pruned) && !uidls.isEmpty()) {
            checkpoints.retain(name(""), uidls.stream().map(this::name).collect(Collectors.toSet()));
            pruned = true;
        }
    }

    boolean isSeen(String uidl) {
        return known(uidl).equals(SEEN);
    }

    void see(String uidl) {
        note(uidl, SEEN);
    }

    /** How often it failed. */
    int tries(String uidl) {
        String value = known(uidl);
        return value.isEmpty() || value.equals(SEEN) ? 0 : Integer.parseInt(value);
    }

    int failedAgain(String uidl) {
        int tries = tries(uidl) + 1;
        note(uidl, Integer.toString(tries));
        return tries;
    }

    /** Read once: nobody else reads this mailbox meanwhile, and what is brought again is known to the inbox. */
    private String known(String uidl) {
        return known.computeIfAbsent(uidl, one -> checkpoints.read(name(one)).orElse(""));
    }

    private void note(String uidl, String value) {
        checkpoints.write(name(uidl), value);
        known.put(uidl, value);
    }

    private String name(String uidl) {
        return settings.channel() + " pop3 " + uidl;
    }
}
