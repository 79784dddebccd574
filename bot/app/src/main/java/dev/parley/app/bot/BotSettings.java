package dev.parley.app.bot;

import dev.parley.mail.wire.Server.Security;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bot's settings, from the file given to {@code ./parley run --config} and the environment. Every key with its
 * default and reason: docs/operating.md.
 *
 * @param signingKey secret of the reply addresses and message ids, base 64 of at least 32 bytes; changing it unbinds
 *     every open quote's mails
 * @param worker this process's name among several on one database; by default host and process id
 */
@ConfigurationProperties("parley")
public record BotSettings(
        Database database,
        String signingKey,
        @DefaultValue("") String worker,
        @DefaultValue Work work,
        List<DeskSettings> desks) {

    /** The PostgreSQL that holds everything. */
    public record Database(
            String url,
            String user,
            @DefaultValue("") String password,
            @DefaultValue("8") int pool) {
        /** Without the password. */
        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    /** How much is done at once in this process. */
    public record Work(
            @DefaultValue("4") int inbox, @DefaultValue("2") int outbox) {}

    /** One desk: its policy file and its mailbox. */
    public record DeskSettings(Path file, Mailbox mailbox) {}

    /**
     * A desk's mailbox.
     *
     * @param name part of the channel's name, {@code mail:NAME}; never change it while mail is on its way
     * @param authservId whose Authentication-Results are believed (RFC 8601); without one no mail can confirm a quote
     */
    public record Mailbox(
            String name,
            ServerSettings imap,
            ServerSettings smtp,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("") String authservId,
            @DefaultValue("60s") Duration poll,
            @DefaultValue("25MB") DataSize sizeMax) {}

    /** How to reach a mail server. */
    public record ServerSettings(
            String host,
            int port,
            @DefaultValue("tls") Security security,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("30s") Duration timeout) {
        /** Without the password. */
        @Override
        public String toString() {
            return user + " at " + host + ":" + port;
        }
    }
}
