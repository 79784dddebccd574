package dev.parley.app.intake;

import dev.parley.core.message.MessageKey;
import dev.parley.core.port.Inbox;
import dev.parley.mail.auth.Belief;
import dev.parley.mail.auth.SenderCheck;
import dev.parley.mail.wire.Arriving;
import dev.parley.mail.wire.Inspection;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Records mail that others bring: stored first, and only then is anybody told that it was taken. */
public final class MailDoors {
    private static final int RECIPIENTS_MAX = 100;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,]{1,200}@[^\\s<>,@]{1,200}");

    private final Map<String, Door> doors;
    private final Inbox inbox;
    private final SenderCheck senders;
    private final InstantSource clock;

    /**
     * The door of a desk.
     *
     * @param mailbox the name of its mailbox: the same mail that comes there too is known by its key
     * @param secret who knows it may bring mail
     * @param belief in whose name senders are checked, and whose seals are believed
     * @param keys what providers prove themselves by
     * @param bytesMax longer mail is refused, so that who brings it tells its sender
     */
    public record Door(String mailbox, Belief belief, String secret, ProviderKeys keys, int bytesMax) {
        /** Without the secrets. */
        @Override
        public String toString() {
            return "door of " + mailbox;
        }
    }

    /**
     * What providers prove themselves by; "" for one that brings nothing.
     *
     * @param mailgun its signing key
     * @param sendgrid its public key; without one the desk's secret proves it
     * @param sesTopic the ARN of the topic by which SES hands on mail
     */
    public record ProviderKeys(String mailgun, String sendgrid, String sesTopic) {
        /** Without the keys. */
        @Override
        public String toString() {
            return "keys of providers";
        }
    }

    /** Who brings a mail. */
    enum Bringer {
        /** A mail server of ours, whose results of checking the sender are believed. */
        OURS,
        /** The same, for mail that was sent to a person or a form (T05). */
        OURS_REDIRECTED,
        /** A provider that takes mail from anybody: what the mail says of its own sender proves nothing. */
        PROVIDER
    }

    /** A mail as it was brought. */
    record Brought(Content mail, List<String> recipients, Bringer by) {}

    /** The bytes of a mail, handed on as they come. */
    interface Content {
        void writeTo(OutputStream to) throws IOException;
    }

    /** Those of the desks that have one, by desk. */
    public MailDoors(Map<String, Door> doors, Inbox inbox, SenderCheck senders, InstantSource clock) {
        this.doors = Map.copyOf(doors);
        this.inbox = inbox;
        this.senders = senders;
        this.clock = clock;
    }

    /** What is wrong with the keys, beginning with the setting's name; "" if nothing is. */
    public static String wrong(ProviderKeys keys) {
        try {
            if (!keys.sendgrid.isEmpty()) {
                var _ = SendGridSignature.key(keys.sendgrid);
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return "sendgrid-key is no public key; copy the whole line SendGrid shows for its signed webhook";
        }
        return keys.sesTopic.isEmpty() || SnsMessage.isTopic(keys.sesTopic)
                ? ""
                : "ses-topic is no topic; it begins with arn:aws:sns: and names region, account and topic";
    }

    Optional<Door> of(String desk) {
        return Optional.ofNullable(doors.get(desk));
    }

    /** Durable when this returns; the same mail again is left as it is. {@code mail} is all there. */
    void record(String desk, Door door, Arriving mail, Brought brought) {
        String channel = (brought.by == Bringer.OURS_REDIRECTED ? MessageKey.REDIRECT : "mail:") + door.mailbox;
        List<String> recipients = brought.recipients.stream()
                .map(String::strip)
                .filter(address -> ADDRESS.matcher(address).matches())
                .distinct()
                .limit(RECIPIENTS_MAX)
                .toList();
        byte[] found = found(door, mail, brought.by);
        int _ = inbox.record(List.of(mail.message(desk, channel, clock.instant(), recipients, found)));
    }

    /** What is found of its sender, to be put on top. */
    private byte[] found(Door door, Arriving mail, Bringer by) {
        boolean byUs = by == Bringer.PROVIDER;
        return mail.check(new Inspection(() -> senders, byUs), door.belief, Optional.empty());
    }

    /** Takes as long for a nearly right secret as for a wrong one. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
