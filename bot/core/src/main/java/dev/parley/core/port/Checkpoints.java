package dev.parley.core.port;

import java.util.Collection;
import java.util.Optional;

/** How far a reader has come in something that only grows, such as the UIDs of a mailbox. */
public interface Checkpoints {
    /** The last value written under {@code name}. */
    Optional<String> read(String name);

    /** Remembers {@code value}, at most 8,000 characters, in place of the last one. */
    void write(String name, String value);

    /** Forgets what was written under names that begin with {@code prefix}, but for those among {@code names}. */
    void retain(String prefix, Collection<String> names);
}
