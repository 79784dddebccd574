package dev.parley.core.port;

import dev.parley.core.message.Attachment;
import java.util.List;
import java.util.Optional;

/** Messages as they came, for staff who want to see more than their text. */
public interface Originals {
    /**
     * The message with this id, if it came in and belongs to this ticket of the desk.
     *
     * @param ticket its number, 0 for a message of no ticket
     */
    Optional<Original> find(String desk, long ticket, long message);

    /**
     * A message as it came.
     *
     * @param files that came with it, as they are counted on the ticket
     */
    record Original(RawMessage message, List<Attachment> files) {}
}
