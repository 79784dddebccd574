package dev.parley.mail.wire;

/** What is read of a mailbox that was never read before. */
public enum FirstRead {
    /** What comes from now on; what lies there already was somebody else's work. */
    NEW,
    /** Everything, oldest first. */
    ALL
}
