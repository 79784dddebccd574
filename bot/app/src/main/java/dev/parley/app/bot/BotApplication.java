package dev.parley.app.bot;

import dev.parley.app.api.ApiConfiguration;
import dev.parley.app.api.PaperWords;
import dev.parley.app.desk.Desk;
import dev.parley.app.desk.HourDefaults;
import dev.parley.app.intake.IntakeConfiguration;
import dev.parley.app.intake.MailDoors;
import dev.parley.app.shop.ShopConfiguration;
import dev.parley.app.shop.StripeController;
import dev.parley.app.shop.StripeDesks;
import dev.parley.app.slack.SlackDesks;
import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Seal;
import dev.parley.core.desk.AssessRequest;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.DeskProfile;
import dev.parley.core.desk.Shops;
import dev.parley.core.desk.UseCases;
import dev.parley.core.policy.DeskPolicy;
import dev.parley.core.port.ChannelSender;
import dev.parley.core.port.Contracts;
import dev.parley.core.port.Customers;
import dev.parley.core.port.Evidence;
import dev.parley.core.port.Features;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.LedgerChain;
import dev.parley.core.port.Outbox;
import dev.parley.core.port.Staff;
import dev.parley.core.port.Store;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Wallets;
import dev.parley.mail.auth.SenderCheck;
import dev.parley.mail.oauth.AccessTokens;
import dev.parley.mail.wire.MailboxSettings;
import dev.parley.mail.wire.SmtpSender;
import dev.parley.storage.PostgresSettings;
import dev.parley.storage.PostgresStorage;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

/** The wiring: every part made once, by hand, so that one page shows what the bot is made of. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(BotSettings.class)
@Import({
    ApiConfiguration.class,
    LevelConfiguration.class,
    ShopConfiguration.class,
    CycleConfiguration.class,
    PurchaseConfiguration.class,
    OriginalsConfiguration.class,
    IntakeConfiguration.class,
    SlackConfiguration.class
})
public class BotApplication {

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    PostgresStorage storage(BotSettings settings, InstantSource clock) {
        BotSettings.Database database = settings.database();
        return PostgresStorage.open(
                PostgresSettings.of(database.url(), database.user(), database.password())
                        .withConnections(database.pool()),
                clock);
    }

    @Bean
    Store store(PostgresStorage storage) {
        return storage.store();
    }

    @Bean
    Inbox inbox(PostgresStorage storage) {
        return storage.inbox();
    }

    @Bean
    Outbox outbox(PostgresStorage storage) {
        return storage.outbox();
    }

    @Bean
    TicketReads ticketReads(PostgresStorage storage) {
        return storage.tickets();
    }

    @Bean
    Features features(PostgresStorage storage) {
        return storage.features();
    }

    @Bean
    Wallets wallets(PostgresStorage storage) {
        return storage.wallets();
    }

    @Bean
    Evidence evidence(PostgresStorage storage) {
        return storage.evidence();
    }

    @Bean
    LedgerChain ledgerChain(PostgresStorage storage) {
        return storage.ledgerChain();
    }

    @Bean
    Customers customers(PostgresStorage storage) {
        return storage.customers();
    }

    @Bean
    Contracts contracts(PostgresStorage storage) {
        return storage.contracts();
    }

    @Bean
    Staff staff(PostgresStorage storage) {
        return storage.staff();
    }

    @Bean
    Marks marks(BotSettings settings) {
        return new Marks(seal(settings.signingKey()));
    }

    @Bean
    Desks desks(BotSettings settings) {
        return new Desks(settings.desks().stream()
                .map(desk -> new Desks.Entry(desk, Profiles.load(desk.path())))
                .toList());
    }

    @Bean
    DeskBook deskBook(Desks desks, PostgresStorage storage, InstantSource clock) {
        List<DeskProfile> profiles = desks.entries().stream()
                .map(entry -> Profiles.profile(entry.desk(), entry.channel()))
                .toList();
        profiles.forEach(profile -> register(storage, profile.policy(), clock.instant()));
        return new DeskBook(profiles);
    }

    private static void register(PostgresStorage storage, DeskPolicy policy, Instant now) {
        try {
            storage.register(policy, now);
        } catch (IllegalArgumentException other) {
            throw new BadSettings(String.valueOf(other.getMessage()));
        }
    }

    @Bean
    AssessRequest assessRequest(Desks desks, DeskBook profiles, UseCases useCases) {
        return new AssessRequest(
                profiles,
                desks.entries().stream()
                        .collect(Collectors.toMap(Desks.Entry::name, entry -> Profiles.kinds(entry.desk()))),
                useCases);
    }

    @Bean
    Shops shops(BotSettings settings, Desks desks) {
        return Profiles.shops(desks, settings.publicUrl());
    }

    @Bean
    StripeDesks stripeDesks(Desks desks, InstantSource clock) {
        return Profiles.stripeDesks(desks, clock);
    }

    @Bean
    MailDoors mailDoors(Desks desks, Inbox inbox, SenderCheck senders, InstantSource clock) {
        return new MailDoors(
                desks.entries().stream()
                        .filter(entry -> entry.door().isPresent())
                        .collect(Collectors.toMap(
                                Desks.Entry::name, entry -> entry.door().orElseThrow())),
                inbox,
                senders,
                clock);
    }

    @Bean
    SenderCheck senderCheck(BotSettings settings, InstantSource clock) {
        return SenderCheck.asking(settings.dns().addresses(), settings.dns().timeout(), clock);
    }

    @Bean
    SmtpDoor smtpDoor(
            BotSettings settings, Desks desks, Inbox inbox, ObjectProvider<SenderCheck> senders, InstantSource clock) {
        return new SmtpDoor(settings, desks, inbox, senders::getObject, clock);
    }

    @Bean
    UseCases useCases(DeskBook desks, Shops shops, Store store, Marks marks) {
        return UseCases.over(desks, shops, store, marks);
    }

    @Bean
    PaperWords paperWords(Desks desks) {
        return new PaperWords(
                desks.entries().stream().collect(Collectors.toMap(Desks.Entry::name, entry -> words(entry.desk()))));
    }

    private static PaperWords.OfDesk words(Desk desk) {
        return new PaperWords.OfDesk(
                desk.texts().categoryTitles(),
                desk.hours().map(HourDefaults::onDemand).orElse(null));
    }

    @Bean
    Work work(
            UseCases useCases,
            List<Chore> chores,
            StripeDesks stripe,
            SlackDesks slack,
            ObjectProvider<SenderCheck> senders) {
        return new Work(useCases, chores, stripe, slack, senders);
    }

    @Bean
    BotLifecycle bot(BotSettings settings, Desks desks, PostgresStorage storage, Work work, MeterRegistry registry) {
        return new BotLifecycle(() -> start(settings, desks, storage, work, registry));
    }

    @Bean
    BotHealth botHealth(
            BotLifecycle bot, Outbox outbox, SlackDesks slack, PostgresStorage storage, InstantSource clock) {
        return new BotHealth(bot, outbox, slack, storage, clock);
    }

    @Bean
    @Lazy(false)
    OutboxGauge outboxGauge(Outbox outbox, InstantSource clock, MeterRegistry registry) {
        return new OutboxGauge(outbox, clock, registry);
    }

    /** All that the bot does. */
    record Work(
            UseCases useCases,
            List<Chore> chores,
            StripeDesks stripe,
            SlackDesks slack,
            ObjectProvider<SenderCheck> senders) {
        /** Who works on what is no mail, by channel. */
        Map<String, BiConsumer<Inbox.Claim, Instant>> others() {
            Map<String, BiConsumer<Inbox.Claim, Instant>> others = new LinkedHashMap<>(slack.work());
            others.put(StripeController.CHANNEL, this::hear);
            return others;
        }

        /** Understands and works on what a payment provider told. */
        void hear(Inbox.Claim claim, Instant now) {
            useCases.purchases().hear().hear(claim, stripe.read(claim.message()), now);
        }
    }

    private static Bot start(
            BotSettings settings, Desks desks, PostgresStorage storage, Work work, MeterRegistry registry) {
        Bot.Ports ports = new Bot.Ports(
                storage.inbox(),
                storage.missedMail(),
                storage.outbox(),
                storage.dueWork(),
                storage.leases(),
                storage.checkpoints());
        Map<String, ChannelSender> senders = new LinkedHashMap<>();
        List<MailboxSettings> mailboxes = new ArrayList<>();
        for (Desks.Entry entry : desks.entries()) {
            AccessTokens tokens = entry.tokens(storage.checkpoints(), Clock.systemUTC());
            senders.put(entry.channel(), new SmtpSender(entry.smtp(tokens), entry.signature(), Clock.systemUTC()));
            mailboxes.add(entry.mailboxSettings(tokens, work.senders()::getObject));
        }
        Bot.Parts parts =
                new Bot.Parts(work.useCases(), new MailParser(desks), senders, mailboxes, work.chores(), work.others());
        Bot.Pace pace = new Bot.Pace(
                Workers.name(settings.worker()),
                settings.work().inbox(),
                settings.work().outbox(),
                settings.work().together(),
                settings.work().lease(),
                settings.work().sendLease());
        return Bot.start(ports, parts, pace, Clock.systemUTC(), registry);
    }

    private static Seal seal(String base64) {
        try {
            return new Seal(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException e) {
            throw new BadSettings("parley.signing-key is not " + Seal.KEY_BYTES_MIN
                    + " bytes or more in base 64; make one with: openssl rand -base64 32");
        }
    }
}
