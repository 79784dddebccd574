package dev.parley.core.port;

import dev.parley.core.contract.ContractId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Contracts whose cycles are to be looked at: one begins, or one is to be invoiced. */
public interface ContractClocks {
    /** Claims up to {@code max} contracts that are due and nobody works on, for {@code lease}. */
    List<ContractId> claim(int max, Duration lease, Instant now);

    /** Until when nothing of the contract is left to do; empty if nothing was ever done. */
    Optional<Instant> done(ContractId contract);

    /**
     * All that was due is done; the contract is looked at again at {@code next}, or as soon as it is changed.
     *
     * @param done nothing that ended by then needs a look any more; null if that is not known
     */
    void wind(ContractId contract, Instant next, @Nullable Instant done);
}
