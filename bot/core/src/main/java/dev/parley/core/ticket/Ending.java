package dev.parley.core.ticket;

/** Why a ticket was closed without a charge. */
public enum Ending {
    /** A question about prices or balances: Customer Support answers it (T04, P-21). */
    ROUTED,
    /** An approver said no (T27, T42). */
    DECLINED,
    /** Nobody said yes in time (T34). */
    EXPIRED,
    /** Agreed, but the money did not come in time (T58). */
    NOT_FUNDED,
    /** The customer took the request back (T16, T67). */
    CANCELLED,
    /** Our question stayed unanswered (T16). */
    NO_INFORMATION,
    /** The specialist found the modification not feasible (T15, C-10). */
    REFUSED,
    /** Staff could not do it after all (T70). */
    TAKEN_BACK
}
