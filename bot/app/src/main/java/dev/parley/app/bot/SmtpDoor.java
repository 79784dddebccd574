package dev.parley.app.bot;

import dev.parley.core.port.Inbox;
import dev.parley.mail.auth.SenderCheck;
import dev.parley.mail.wire.SmtpListener;
import dev.parley.mail.wire.SmtpListener.Target;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Listens for mail from a mail server of ours while the bot runs, if the settings say where. */
final class SmtpDoor implements SmartLifecycle {
    private final BotSettings.Smtp settings;
    private final Desks desks;
    private final Inbox inbox;
    private final Supplier<SenderCheck> senders;
    private final InstantSource clock;
    private volatile @Nullable SmtpListener listener;

    SmtpDoor(BotSettings.Smtp settings, Desks desks, Inbox inbox, Supplier<SenderCheck> senders, InstantSource clock) {
        this.settings = settings;
        this.desks = desks;
        this.inbox = inbox;
        this.senders = senders;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (settings.port() == 0) {
            return;
        }
        try {
            InetSocketAddress at = new InetSocketAddress(InetAddress.getByName(settings.address()), settings.port());
            Optional<SenderCheck> check = settings.checkSenders() ? Optional.of(senders.get()) : Optional.empty();
            listener = SmtpListener.open(at, this::target, inbox, check, clock);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Mail to a person or the form is taken too: its sender is shown the way (T05). */
    private Optional<Target> target(String address) {
        String plain = address.replaceFirst("\\+[^@]*(?=@)", "");
        return desks.entries().stream()
                .filter(entry -> entry.desk().addresses().makesTickets(plain)
                        || entry.desk().addresses().getsPointer(plain))
                .findFirst()
                .map(entry -> new Target(
                        entry.name(),
                        entry.channel(),
                        entry.settings().mailbox().authservId(),
                        entry.bytesMax()));
    }

    @Override
    public void stop() {
        SmtpListener open = listener;
        listener = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }
}
