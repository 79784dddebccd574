package dev.parley.app.bot;

import dev.parley.app.desk.Desk;
import dev.parley.app.intake.MailDoors;
import dev.parley.core.port.Checkpoints;
import dev.parley.mail.auth.Belief;
import dev.parley.mail.auth.MailSignature;
import dev.parley.mail.auth.SenderCheck;
import dev.parley.mail.oauth.AccessTokens;
import dev.parley.mail.wire.MailboxSettings;
import dev.parley.mail.wire.Restoring;
import dev.parley.mail.wire.Server;
import dev.parley.mail.wire.TrustedCertificates;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The configured desks with their mailboxes. */
record Desks(List<Entry> entries) {
    Desks {
        entries = List.copyOf(entries);
    }

    /** A desk and how it is reached. */
    record Entry(BotSettings.DeskSettings settings, Desk desk) {
        String name() {
            return desk.policy().desk();
        }

        String channel() {
            return "mail:" + settings.mailbox().name();
        }

        /** Tokens for reading and sending; null: both log in by password. */
        @Nullable
        AccessTokens tokens(Checkpoints checkpoints, InstantSource clock) {
            OAuthSettings oauth = settings.mailbox().oauth();
            return oauth == null ? null : new AccessTokens(oauth.client(), channel(), checkpoints, clock);
        }

        MailboxSettings mailboxSettings(@Nullable AccessTokens tokens, Supplier<SenderCheck> senders) {
            BotSettings.Mailbox mailbox = settings.mailbox();
            return new MailboxSettings(
                    name(),
                    channel(),
                    server(mailbox.incoming(), tokens),
                    mailbox.protocol(),
                    mailbox.folder(),
                    mailbox.firstRead(),
                    mailbox.poll(),
                    bytesMax(),
                    mailbox.lease(),
                    Restoring.by(senders, belief()));
        }

        /** Whom it believes about senders. */
        Belief belief() {
            BotSettings.Mailbox mailbox = settings.mailbox();
            return new Belief(mailbox.authservId(), Set.copyOf(mailbox.arcSealers()));
        }

        /** No mail may be longer. */
        int bytesMax() {
            return Math.toIntExact(settings.mailbox().sizeMax().toBytes());
        }

        /** Where others may bring mail, if they may. */
        Optional<MailDoors.Door> door() {
            BotSettings.Mailbox mailbox = settings.mailbox();
            BotSettings.Intake intake = mailbox.intake();
            return intake.secret().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new MailDoors.Door(
                            mailbox.name(),
                            belief(),
                            intake.secret(),
                            new MailDoors.ProviderKeys(intake.mailgunKey(), intake.sendgridKey(), intake.sesTopic()),
                            bytesMax()));
        }

        Server smtp(@Nullable AccessTokens tokens) {
            return server(settings.mailbox().smtp(), tokens);
        }

        /** Null where the mail server signs. */
        @Nullable
        MailSignature signature() {
            DkimSettings dkim = settings.mailbox().dkim();
            return dkim == null ? null : dkim.signature(desk.addresses().desk());
        }

        private static Server server(BotSettings.ServerSettings server, @Nullable AccessTokens tokens) {
            return new Server(
                    server.host(),
                    server.port(),
                    server.security(),
                    server.user(),
                    server.password(),
                    tokens,
                    server.timeout(),
                    trusted(server.trust()));
        }

        private static List<X509Certificate> trusted(String file) {
            try {
                return file.isBlank() ? List.of() : TrustedCertificates.read(Path.of(file));
            } catch (IllegalArgumentException e) {
                throw new BadSettings("trust of a mail server: " + e.getMessage());
            }
        }
    }
}
