package dev.parley.testkit;

import dev.parley.core.customer.ContactId;
import dev.parley.core.port.Sessions;
import dev.parley.core.review.Session;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is logged in, in memory. */
final class InMemorySessions implements Sessions {
    private final Memory memory;

    InMemorySessions(Memory memory) {
        this.memory = memory;
    }

    record Opened(ContactId contact, Instant at, @Nullable Instant ended) {}

    @Override
    public long open(ContactId contact, Instant at) {
        long number = memory.nextId();
        memory.sessions.insert(number, new Opened(contact, at, null));
        return number;
    }

    @Override
    public Optional<Session> find(long number, ContactId contact) {
        return memory.sessions
                .find(number)
                .filter(opened -> opened.contact.equals(contact))
                .map(opened -> new Session(
                        number, memory.contacts.get(contact), opened.at, opened.at.plus(Session.LASTS), opened.ended));
    }

    @Override
    public void end(long number, ContactId contact, Instant at) {
        find(number, contact)
                .filter(session -> session.endedAt() == null)
                .ifPresent(session -> memory.sessions.put(number, new Opened(contact, session.openedAt(), at)));
    }
}
