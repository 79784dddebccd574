package dev.parley.core.ticket;

import java.util.List;

/** What the rules answer to an event. */
public sealed interface Decision {
    /** The row of the conversation table that decided. */
    Row row();

    /** What is to be said. */
    List<Outgoing> outgoing();

    /** The ticket changes; saved with postings and messages in one transaction. */
    record Transition(Row row, Ticket next, List<Posting> postings, List<Outgoing> outgoing) implements Decision {
        public Transition {
            postings = List.copyOf(postings);
            outgoing = List.copyOf(outgoing);
        }
    }

    /** An expected no: the ticket stays as it is, somebody is told why. */
    record Refused(Row row, String reason, List<Outgoing> outgoing) implements Decision {
        public Refused {
            outgoing = List.copyOf(outgoing);
        }
    }

    /** Nothing happens; only recorded and counted. */
    record Ignored(Row row, String reason) implements Decision {
        @Override
        public List<Outgoing> outgoing() {
            return List.of();
        }
    }
}
