package dev.parley.mail.kind;

import java.util.Locale;

/** What wrote a mail and why. Only a {@link #HUMAN} mail may decide, reopen or be acknowledged (rule G2). */
public enum MailKind {
    /** Written by a person. */
    HUMAN,
    /** A message of ours, or one somebody claims is ours, could not be delivered. */
    BOUNCE,
    /** Not delivered yet; the server goes on trying. */
    DELAYED,
    /** A server says that it delivered, relayed or expanded. */
    DELIVERED,
    /** Sent by a program: an acknowledgement, a notification, a robot. */
    AUTO_REPLY,
    /** An automatic answer that says that somebody is away. */
    OUT_OF_OFFICE,
    /** Came through a mailing list or is a bulk mailing. */
    LIST,
    /** A read receipt (RFC 8098). */
    MDN,
    /** A feedback report (RFC 5965). */
    ABUSE_REPORT,
    /** An invitation or the answer to one (RFC 6047). */
    CALENDAR,
    /** Our own mail that came back to us. */
    OWN;

    /** The word used in JSON and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
