package dev.parley.mail.wire;

/** How a mailbox is read. */
public enum Protocol {
    /** By UID, with IDLE where the server has it; nothing is deleted (RFC 9051). */
    IMAP,
    /** What was stored is deleted (RFC 1939). */
    POP3,
    /** What was stored stays on the server, and is known by its UIDL. */
    POP3_LEAVING
}
