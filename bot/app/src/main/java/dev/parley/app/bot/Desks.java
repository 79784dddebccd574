package dev.parley.app.bot;

import dev.parley.app.desk.Desk;
import dev.parley.mail.wire.MailboxSettings;
import dev.parley.mail.wire.Server;
import java.util.List;

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
                    mailbox.poll(),
                    Math.toIntExact(mailbox.sizeMax().toBytes()),
                    mailbox.lease());
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
                    server.timeout());
        }
    }
}
