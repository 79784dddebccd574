package dev.parley.mail;

import dev.parley.core.message.Attachment;
import dev.parley.core.message.AuthVerdict;
import dev.parley.core.message.Content;
import dev.parley.core.message.DeliveryFailure;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.message.MessageKind;
import dev.parley.core.message.Party;
import dev.parley.core.port.RawMessage;
import dev.parley.mail.auth.AuthResult;
import dev.parley.mail.kind.Bounce;
import dev.parley.mail.kind.BounceRecipient;
import dev.parley.mail.kind.MailKind;
import dev.parley.mail.mime.Addresses;
import dev.parley.mail.mime.Limits;
import dev.parley.mail.mime.MailAttachment;
import dev.parley.mail.mime.Mailbox;
import dev.parley.mail.read.MailReadSettings;
import dev.parley.mail.read.MailReader;
import dev.parley.mail.read.ReadMail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes an inbound message of a raw mail, as one desk sees it. Thread-safe. */
public final class MailIntake {
    private final MailReader reader;

    /**
     * Reads for the desk with this address.
     *
     * @param also its further addresses; mail from any of them is its own
     * @param authServers whose Authentication-Results are believed
     */
    public MailIntake(String address, List<String> also, Set<String> authServers) {
        Set<String> own = new HashSet<>(also);
        own.add(address);
        this.reader = new MailReader(new MailReadSettings(own, Set.of(), Set.of(), authServers, Limits.DEFAULT));
    }

    /** Understands {@code raw}; a broken mail is understood as far as it goes. */
    public InboundMessage understand(RawMessage raw) {
        ReadMail mail = reader.read(raw.raw(), raw.enclosures().mark());
        Mailbox author = author(mail);
        return new InboundMessage(
                raw.desk(),
                raw.key(),
                raw.receivedAt(),
                kind(mail.kind()),
                party(author),
                recipients(raw, mail),
                mail.subject(),
                mail.messageId(),
                relatesTo(mail),
                new Content(mail.text(), mail.newText(), mail.elided(), mail.signature()),
                mail.attachments().stream().map(MailIntake::attachment).toList(),
                Objects.equals(author, mail.from()) ? verdict(mail.auth()) : AuthVerdict.NONE,
                failures(mail.bounce()),
                raw.enclosures().cutOff(),
                Forwards.in(mail, reader));
    }

    /**
     * From, or Reply-To where a list has put its own address into From and names whom it replaced (requirement 19).
     * What was proven is then the list's address, not the author's.
     */
    private static @Nullable Mailbox author(ReadMail mail) {
        Mailbox from = mail.from();
        if (from == null || mail.replyTo().size() != 1) {
            return from;
        }
        Mailbox replyTo = mail.replyTo().getFirst();
        boolean replaced = Stream.of("X-Original-From", "X-Original-Sender")
                .flatMap(name -> mail.headers().all(name).stream())
                .flatMap(value -> Addresses.parse(value, 1).stream())
                .anyMatch(original -> original.address().equalsIgnoreCase(replyTo.address()));
        return replaced && !replyTo.address().equalsIgnoreCase(from.address()) ? replyTo : from;
    }

    private static @Nullable Party party(@Nullable Mailbox from) {
        return from == null || from.address().isEmpty() ? null : new Party(name(from), lower(from.address()));
    }

    private static String name(Mailbox mailbox) {
        return mailbox.name().isBlank() ? mailbox.address() : mailbox.name();
    }

    /** Envelope first: there a signed reply address survives that a forwarder took out of To (RFC 9228). */
    private static List<String> recipients(RawMessage raw, ReadMail mail) {
        Set<String> recipients = new LinkedHashSet<>();
        raw.recipients().forEach(recipient -> recipients.add(lower(recipient)));
        Stream.of(mail.envelopeRecipients(), mail.to(), mail.cc())
                .flatMap(List::stream)
                .forEach(mailbox -> recipients.add(lower(mailbox.address())));
        return List.copyOf(recipients);
    }

    private static List<String> relatesTo(ReadMail mail) {
        Set<String> ids = new LinkedHashSet<>();
        Bounce bounce = mail.bounce();
        if (bounce != null && bounce.messageId() != null) {
            ids.add(bounce.messageId());
        }
        ids.addAll(mail.inReplyTo());
        ids.addAll(new ArrayList<>(mail.references()).reversed());
        return List.copyOf(ids);
    }

    private static Attachment attachment(MailAttachment file) {
        return new Attachment(file.name(), file.type(), file.size(), file.sha256(), file.inline(), file.cid());
    }

    private static List<DeliveryFailure> failures(@Nullable Bounce bounce) {
        return bounce == null
                ? List.of()
                : bounce.recipients().stream().map(MailIntake::failure).toList();
    }

    private static DeliveryFailure failure(BounceRecipient recipient) {
        return new DeliveryFailure(
                lower(recipient.address()), recipient.status(), recipient.hard(), recipient.reason());
    }

    private static AuthVerdict verdict(AuthResult auth) {
        return switch (auth.verdict()) {
            case PASS -> AuthVerdict.PASS;
            case FAIL -> AuthVerdict.FAIL;
            case NONE -> AuthVerdict.NONE;
            case UNKNOWN -> AuthVerdict.NONE;
        };
    }

    private static MessageKind kind(MailKind kind) {
        return switch (kind) {
            case HUMAN -> MessageKind.HUMAN;
            case BOUNCE -> MessageKind.BOUNCE;
            case DELAYED -> MessageKind.DELAYED;
            case DELIVERED -> MessageKind.DELIVERED;
            case AUTO_REPLY -> MessageKind.AUTO_REPLY;
            case OUT_OF_OFFICE -> MessageKind.OUT_OF_OFFICE;
            case LIST -> MessageKind.LIST;
            case MDN -> MessageKind.MDN;
            case ABUSE_REPORT -> MessageKind.ABUSE_REPORT;
            case CALENDAR -> MessageKind.CALENDAR;
            case OWN -> MessageKind.OWN;
        };
    }

    private static String lower(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
