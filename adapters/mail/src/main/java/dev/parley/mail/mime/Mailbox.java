package dev.parley.mail.mime;

import java.util.Locale;

/**
 * One address of a mail.
 *
 * @param name display name, decoded, maybe empty
 * @param address {@code local@domain} as written, maybe without a domain or empty when nothing else was there
 */
public record Mailbox(String name, String address) {

    /** The domain in lower case, or the empty string. */
    public String domain() {
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1).toLowerCase(Locale.ROOT);
    }

    /** What stands before the last {@code @}, as written. */
    public String local() {
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }
}
