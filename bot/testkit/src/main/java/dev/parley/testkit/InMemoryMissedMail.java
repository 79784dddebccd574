package dev.parley.testkit;

import dev.parley.core.port.Inbox.Quarantined;
import dev.parley.core.port.MissedMail;
import dev.parley.testkit.Memory.Absent;
import dev.parley.testkit.Memory.Arrival;
import java.util.List;

/** Missed mail in memory. */
final class InMemoryMissedMail implements MissedMail {
    private final Memory memory;

    InMemoryMissedMail(Memory memory) {
        this.memory = memory;
    }

    @Override
    public void setAside(Missed mail) {
        memory.atomically(() -> {
            Arrival arrival = new Arrival(mail.desk(), mail.key());
            if (!memory.arrivals.has(arrival)) {
                long id = memory.nextId();
                memory.arrivals.insert(arrival, id);
                memory.missed.insert(id, new Absent(id, mail, false, false));
            }
            return arrival;
        });
    }

    @Override
    public List<Quarantined> wanted(String desk, String channel, int max) {
        return memory.atomically(() -> memory.missed
                .rows()
                .filter(row -> row.wanted() && row.mail().desk().equals(desk))
                .filter(row -> row.mail().key().channel().equals(channel))
                .limit(max)
                .map(InMemoryMissedMail::shown)
                .toList());
    }

    @Override
    public void came(String desk, long id) {
        memory.atomically(() -> {
            Absent row = memory.missed.get(id);
            if (row.wanted() && row.mail().desk().equals(desk)) {
                memory.missed.put(id, new Absent(id, row.mail(), false, true));
            }
            return row;
        });
    }

    @Override
    public void missedAgain(String desk, long id, String why) {
        memory.atomically(() -> {
            Absent row = memory.missed.get(id);
            if (row.wanted() && row.mail().desk().equals(desk)) {
                Missed m = row.mail();
                Missed again = new Missed(desk, m.key(), m.at(), m.tries() + 1, why);
                memory.missed.put(id, new Absent(id, again, false, false));
            }
            return row;
        });
    }

    static Quarantined shown(Absent row) {
        Missed m = row.mail();
        return new Quarantined(row.id(), m.key(), m.at(), m.tries(), m.why());
    }
}
