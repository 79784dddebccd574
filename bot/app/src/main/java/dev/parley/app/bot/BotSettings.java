package dev.parley.app.bot;

import dev.parley.app.intake.MailDoors;
import dev.parley.mail.wire.FirstRead;
import dev.parley.mail.wire.Protocol;
import dev.parley.mail.wire.Server.Security;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bot's settings, from the file given to {@code ./parley run --config} and the environment. Every key with its
 * default and reason: docs/operating.md.
 *
 * @param signingKey secret of the reply addresses and message ids, base 64 of at least 32 bytes; changing it unbinds
 *     every open quote's mails
 * @param publicUrl where customers reach the bot's pages, such as {@code https://support.desk.example}; "" if they do
 *     not, and then no mail has a link to buy credits
 * @param smtp where a mail server of ours may bring mail, for all desks
 * @param dns who is asked about the domains of senders
 * @param worker this process's name among several on one database; by default host and process id
 */
@ConfigurationProperties(prefix = "parley")
public record BotSettings(
        Database database,
        String signingKey,
        @DefaultValue("") String worker,
        @DefaultValue("") String publicUrl,
        @DefaultValue Work work,
        @DefaultValue Smtp smtp,
        @DefaultValue Smtp lmtp,
        @DefaultValue Dns dns,
        List<DeskSettings> desks) {

    /** A shorter lease would end while its holder is merely slow. */
    private static final Duration LEASE_MIN = Duration.ofSeconds(1);

    public BotSettings {
        given("parley.database", database);
        given("parley.signing-key", signingKey);
        given("parley.desks", desks);
    }

    /** The PostgreSQL that holds everything. */
    public record Database(
            String url,
            String user,
            @DefaultValue("") String password,
            @DefaultValue("8") int pool) {
        public Database {
            given("parley.database.url", url);
            given("parley.database.user", user);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    /**
     * How much is done at once in this process, and how long what it works on stays its own if it dies.
     *
     * @param together how many messages one loop takes at most and decides in one transaction, 1 to 64
     * @param lease of messages being worked on and of tickets whose time has come
     * @param sendLease of messages being sent; longer than a batch takes with every connection timing out
     */
    public record Work(
            @DefaultValue("4") int inbox,
            @DefaultValue("2") int outbox,
            @DefaultValue("16") int together,
            @DefaultValue("2m") Duration lease,
            @DefaultValue("10m") Duration sendLease) {
        private static final int TOGETHER_MAX = 64;

        public Work {
            if (together < 1 || together > TOGETHER_MAX) {
                throw new BadSettings("parley.work.together is " + together + ": 1 to " + TOGETHER_MAX + " is right");
            }
            leaseOf("parley.work.lease", lease);
            leaseOf("parley.work.send-lease", sendLease);
        }
    }

    /**
     * Listening for mail from a mail server of ours, by SMTP or LMTP.
     *
     * @param port 0: nobody listens
     * @param address only that mail server may reach it: it asks for no log-in
     * @param checkSenders true if that mail server does not check who a mail is from
     */
    public record Smtp(
            @DefaultValue("0") int port,
            @DefaultValue("127.0.0.1") String address,
            @DefaultValue("false") boolean checkSenders) {}

    /**
     * Who is asked about the domains of senders, where the bot checks them itself.
     *
     * @param servers as {@code 127.0.0.1} or {@code 127.0.0.1:53}; none: those of the machine
     * @param timeout of one question
     */
    public record Dns(
            @DefaultValue List<String> servers,
            @DefaultValue("3s") Duration timeout) {
        private static final int PORT = 53;

        public Dns {
            servers.forEach(Dns::address);
        }

        List<InetSocketAddress> addresses() {
            return servers.stream().map(Dns::address).toList();
        }

        private static InetSocketAddress address(String server) {
            try {
                URI uri = new URI("dns://" + server);
                int port = uri.getPort() < 0 ? PORT : uri.getPort();
                InetSocketAddress address = new InetSocketAddress(Objects.requireNonNullElse(uri.getHost(), ""), port);
                if (uri.getHost() != null && !address.isUnresolved()) {
                    return address;
                }
            } catch (URISyntaxException e) {
                // told below
            }
            throw new BadSettings("parley.dns.servers has \"" + server
                    + "\"; give the address of a name server, with its port if that is not 53: 127.0.0.1:5353");
        }
    }

    /**
     * One desk: its policy file, named from the working directory, and its mailbox.
     *
     * @param slack where its people do triage; null: not in Slack
     */
    public record DeskSettings(
            String file,
            Mailbox mailbox,
            @DefaultValue Stripe stripe,
            @Nullable WorkspaceSettings slack) {
        public DeskSettings {
            given("parley.desks[n].file", file);
            given("parley.desks[n].mailbox", mailbox);
        }

        Path path() {
            return Path.of(file);
        }
    }

    /**
     * A desk's account at Stripe, where customers pay credits online; without a secret key they do not.
     *
     * @param webhookSecret by which messages are proven to come from Stripe; without it nobody would learn of a payment
     * @param apiBase the API's root; another one only for a test server
     */
    public record Stripe(
            @DefaultValue("") String secretKey,
            @DefaultValue("") String webhookSecret,
            @DefaultValue("https://api.stripe.com") String apiBase,
            @DefaultValue("20s") Duration timeout) {
        public Stripe {
            if (secretKey.isBlank() != webhookSecret.isBlank()) {
                throw new BadSettings("parley.desks[n].stripe has "
                        + (secretKey.isBlank()
                                ? "a webhook-secret and no secret-key"
                                : "a secret-key and no webhook-secret")
                        + "; give both, or neither: without the webhook's messages no payment would ever be noticed");
            }
        }

        /** True if customers can pay online. */
        boolean used() {
            return !secretKey.isBlank();
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return used() ? "Stripe at " + apiBase : "no Stripe";
        }
    }

    /**
     * A desk's mailbox.
     *
     * @param name part of the channel's name, {@code mail:NAME}; never change it while mail is on its way
     * @param imap where it is read; null: by {@code pop3}
     * @param pop3Leave whether what was stored stays there
     * @param firstRead what is read of mail that lay there before the mailbox was read for the first time
     * @param lease how long a process that died keeps others from reading it
     * @param intake further ways in, for mail servers and providers that bring mail
     * @param oauth log-in by token in place of the servers' passwords; null: by password
     * @param dkim how outgoing mail is signed; null: the mail server does it
     * @param authservId whose Authentication-Results are believed (RFC 8601); without one no mail can confirm a quote
     * @param arcSealers domains whose ARC seals are believed where handing a mail on broke its proof (RFC 8617)
     */
    public record Mailbox(
            String name,
            @Nullable ServerSettings imap,
            @Nullable ServerSettings pop3,
            @DefaultValue("false") boolean pop3Leave,
            ServerSettings smtp,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("new") FirstRead firstRead,
            @DefaultValue("") String authservId,
            @DefaultValue List<String> arcSealers,
            @DefaultValue("60s") Duration poll,
            @DefaultValue("25MB") DataSize sizeMax,
            @DefaultValue("45s") Duration lease,
            @Nullable OAuthSettings oauth,
            @Nullable DkimSettings dkim,
            @DefaultValue Intake intake) {
        public Mailbox {
            given("parley.desks[n].mailbox.name", name);
            if (imap != null && pop3 != null) {
                throw new BadSettings("parley.desks[n].mailbox has imap and pop3; a mailbox is read by one of them");
            }
            given("parley.desks[n].mailbox.imap", imap == null ? pop3 : imap);
            given("parley.desks[n].mailbox.smtp", smtp);
            leaseOf("parley.desks[n].mailbox.lease", lease);
            if (!arcSealers.isEmpty() && authservId.isBlank()) {
                throw new BadSettings("parley.desks[n].mailbox has arc-sealers and no authserv-id; give both");
            }
        }

        Protocol protocol() {
            if (imap != null) {
                return Protocol.IMAP;
            }
            return pop3Leave ? Protocol.POP3_LEAVING : Protocol.POP3;
        }

        /** Where it is read, by whichever protocol. */
        ServerSettings incoming() {
            return Objects.requireNonNull(imap == null ? pop3 : imap);
        }
    }

    /**
     * Ways in besides the mailbox; without a secret there are none.
     *
     * @param secret who knows it may bring mail: at least {@value #SECRET_CHARS_MIN} characters
     * @param mailgunKey Mailgun's key for signing webhooks
     * @param sendgridKey SendGrid's public key for its signed webhooks
     * @param sesTopic the ARN of the SNS topic by which SES hands on mail
     */
    public record Intake(
            @DefaultValue("") String secret,
            @DefaultValue("") String mailgunKey,
            @DefaultValue("") String sendgridKey,
            @DefaultValue("") String sesTopic) {
        private static final int SECRET_CHARS_MIN = 16;

        public Intake {
            if (!secret.isEmpty() && secret.length() < SECRET_CHARS_MIN) {
                throw new BadSettings("parley.desks[n].mailbox.intake.secret has " + secret.length()
                        + " characters; give " + SECRET_CHARS_MIN + " or more: openssl rand -hex 32");
            }
            if (secret.isEmpty() && !(mailgunKey + sendgridKey + sesTopic).isEmpty()) {
                throw new BadSettings(
                        "parley.desks[n].mailbox.intake has a key of a provider and no secret; give both");
            }
            String wrong = MailDoors.wrong(new MailDoors.ProviderKeys(mailgunKey, sendgridKey, sesTopic));
            if (!wrong.isEmpty()) {
                throw new BadSettings("parley.desks[n].mailbox.intake." + wrong);
            }
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return secret.isEmpty() ? "no further ways in" : "further ways in";
        }
    }

    /** What has no default has to be there; the framework hands in null where it is not. */
    private static void given(String key, @Nullable Object value) {
        if (value == null) {
            throw new BadSettings(key + " is missing; docs/operating.md shows a whole file");
        }
    }

    private static void leaseOf(String key, Duration lease) {
        if (lease.compareTo(LEASE_MIN) < 0) {
            throw new BadSettings(key + " is " + lease.toMillis() + " ms; give 1s or more");
        }
    }

    /**
     * How to reach a mail server.
     *
     * @param trust a PEM file with the certificates that vouch for it, named from the working directory; "": those the
     *     Java runtime trusts
     */
    public record ServerSettings(
            String host,
            int port,
            @DefaultValue("tls") Security security,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("30s") Duration timeout,
            @DefaultValue("") String trust) {
        /** This machine, where nobody listens on the way. */
        private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

        public ServerSettings {
            given("host of a mail server (parley.desks[n].mailbox.imap.host and .smtp.host)", host);
            if (security == Security.NONE && !LOOPBACK.matcher(host).matches()) {
                throw new BadSettings("security of " + host + " is none, which is for this machine alone; give tls or"
                        + " starttls, or passwords and mail go over the network for everybody to read");
            }
        }

        /** Without the password. */
        @Override
        public String toString() {
            return user + " at " + host + ":" + port;
        }
    }
}
