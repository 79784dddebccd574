package dev.parley.app.bot;

import dev.parley.app.desk.Desk;
import dev.parley.app.intake.MailDoors;
import dev.parley.mail.wire.MailboxSettings;
import dev.parley.mail.wire.Server;
import dev.parley.mail.wire.TrustedCertificates;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

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

        MailboxSettings mailboxSettings() {
            BotSettings.Mailbox mailbox = settings.mailbox();
            return new MailboxSettings(
                    name(),
                    channel(),
                    server(mailbox.imap()),
                    mailbox.folder(),
                    mailbox.firstRead(),
                    mailbox.poll(),
                    Math.toIntExact(mailbox.sizeMax().toBytes()),
                    mailbox.lease());
        }

        /** Where others may bring mail, if they may. */
        Optional<MailDoors.Door> door() {
            BotSettings.Mailbox mailbox = settings.mailbox();
            BotSettings.Intake intake = mailbox.intake();
            return intake.secret().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new MailDoors.Door(
                            mailbox.name(),
                            intake.secret(),
                            intake.mailgunKey(),
                            Math.toIntExact(mailbox.sizeMax().toBytes())));
        }

        Server smtp() {
            return server(settings.mailbox().smtp());
        }

        private static Server server(BotSettings.ServerSettings server) {
            return new Server(
                    server.host(),
                    server.port(),
                    server.security(),
                    server.user(),
                    server.password(),
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
