package dev.parley.app.bot;

import dev.parley.core.message.InboundMessage;
import dev.parley.core.port.RawMessage;
import dev.parley.mail.MailIntake;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Understands raw mail by its desk's settings. */
final class MailParser implements Function<RawMessage, InboundMessage> {
    private final Map<String, MailIntake> byDesk;

    MailParser(Desks desks) {
        byDesk = desks.entries().stream().collect(Collectors.toUnmodifiableMap(Desks.Entry::name, MailParser::intake));
    }

    @Override
    public InboundMessage apply(RawMessage message) {
        MailIntake intake = byDesk.get(message.desk());
        if (intake == null) {
            throw new IllegalArgumentException("no desk is called " + message.desk());
        }
        return intake.understand(message);
    }

    private static MailIntake intake(Desks.Entry entry) {
        var addresses = entry.desk().addresses();
        String address = addresses.desk();
        Set<String> authServers = entry.settings().mailbox().authservId().isBlank()
                ? Set.of()
                : Set.of(entry.settings().mailbox().authservId().toLowerCase(Locale.ROOT));
        return new MailIntake(address, addresses.also(), authServers);
    }
}
