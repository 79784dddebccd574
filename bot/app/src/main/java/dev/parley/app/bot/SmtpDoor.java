package dev.parley.app.bot;

import dev.parley.core.port.Inbox;
import dev.parley.mail.auth.SenderCheck;
import dev.parley.mail.wire.Inspection;
import dev.parley.mail.wire.LmtpListener;
import dev.parley.mail.wire.SmtpListener;
import dev.parley.mail.wire.SmtpListener.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Listens for mail from a mail server of ours, by SMTP and LMTP, while the bot runs, if the settings say where. */
final class SmtpDoor implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpDoor.class);

    private final BotSettings settings;
    private final Desks desks;
    private final Inbox inbox;
    private final Supplier<SenderCheck> senders;
    private final InstantSource clock;
    private final List<AutoCloseable> listeners = new CopyOnWriteArrayList<>();

    SmtpDoor(BotSettings settings, Desks desks, Inbox inbox, Supplier<SenderCheck> senders, InstantSource clock) {
        this.settings = settings;
        this.desks = desks;
        this.inbox = inbox;
        this.senders = senders;
        this.clock = clock;
    }

    @Override
    public void start() {
        open("parley.smtp", settings.smtp(), (at, check) -> SmtpListener.open(at, this::target, inbox, check, clock));
        open("parley.lmtp", settings.lmtp(), (at, check) -> LmtpListener.open(at, this::target, inbox, check, clock));
    }

    private interface Opener {
        AutoCloseable open(InetSocketAddress at, Inspection inspection) throws IOException;
    }

    private void open(String named, BotSettings.Smtp where, Opener opener) {
        if (where.port() == 0) {
            return;
        }
        try {
            InetSocketAddress at = new InetSocketAddress(InetAddress.getByName(where.address()), where.port());
            listeners.add(opener.open(at, new Inspection(senders, where.checkSenders())));
        } catch (IOException e) {
            throw failed(named, where, new UncheckedIOException(e));
        } catch (RuntimeException e) {
            throw failed(named, where, e);
        }
    }

    private RuntimeException failed(String named, BotSettings.Smtp where, RuntimeException e) {
        stop();
        return CannotListen.at(named, where, e);
    }

    /** Mail to a person or the form is taken too: its sender is shown the way (T05). */
    private Optional<Target> target(String address) {
        String plain = address.replaceFirst("\\+[^@]*(?=@)", "");
        return desks.entries().stream()
                .filter(entry -> entry.desk().addresses().makesTickets(plain)
                        || entry.desk().addresses().getsPointer(plain))
                .findFirst()
                .map(entry -> new Target(entry.name(), entry.channel(), entry.belief(), entry.bytesMax()));
    }

    @Override
    public void stop() {
        for (AutoCloseable listener : listeners) {
            try {
                listener.close();
            } catch (Exception e) {
                LOG.info("While a listener was closed: {}", e.toString());
            }
        }
        listeners.clear();
    }

    @Override
    public boolean isRunning() {
        return !listeners.isEmpty();
    }
}
