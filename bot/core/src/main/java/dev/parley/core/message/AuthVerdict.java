package dev.parley.core.message;

/** Whether the sender is who the message says, by the trusted edge's word (G3, RFC 8601). */
public enum AuthVerdict {
    /** Aligned DMARC or DKIM pass, a linked chat identity, or a portal session. */
    PASS,
    /** Checked and found forged or unaligned. */
    FAIL,
    /** Nobody trusted has checked. */
    NONE
}
