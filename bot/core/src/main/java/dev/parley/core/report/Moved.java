package dev.parley.core.report;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Unit;

/**
 * How one wallet went through a month; all amounts in its unit, none negative but {@code other} and {@code overage}.
 * {@code opening + granted - used + returned - expired + other = closing}.
 *
 * @param site "" if the wallet is for all sites
 * @param granted bought, or given by a contract
 * @param used charged, overage not included
 * @param returned given back after a charge
 * @param expired what was left when its time was over
 * @param other money refunds and charge-backs, signed
 * @param held the part of {@code closing} that agreed work holds at the end
 * @param overage used beyond what there was; negative where earlier overage was taken back
 */
public record Moved(
        CustomerId customer,
        Unit unit,
        String site,
        long opening,
        long granted,
        long used,
        long returned,
        long expired,
        long other,
        long closing,
        long held,
        long overage) {}
