package dev.parley.core.port;

import dev.parley.core.contract.ContractId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Contracts whose cycles are to be looked at: one begins, or one is to be invoiced. */
public interface ContractClocks {
    /** Claims up to {@code max} contracts that are due and nobody works on, for {@code lease}. */
    List<ContractId> claim(int max, Duration lease, Instant now);

    /** All that was due is done; the contract is looked at again at {@code next}, or as soon as it is changed. */
    void wind(ContractId contract, Instant next);
}
