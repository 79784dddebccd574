package dev.parley.app.demo;

import java.util.Locale;

/**
 * Somebody with a mailbox on the demo's mail server. The address is the log-in for IMAP and SMTP too.
 *
 * @param address such as {@code alice@customer.example}; mail to {@code alice+anything@customer.example} arrives
 * here too
 */
public record DemoAccount(String address, String password) {

    public DemoAccount {
        if (address.indexOf('@') < 1
                || address.indexOf('+') >= 0
                || !address.equals(address.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not a plain lower-case mail address: " + address);
        }
    }

    /** What follows the {@code @}. */
    public String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    /** Whether mail to this address belongs into this mailbox (RFC 5233: what follows a plus is a detail). */
    boolean receives(String recipient) {
        return withoutDetail(recipient.strip().toLowerCase(Locale.ROOT)).equals(address);
    }

    private static String withoutDetail(String recipient) {
        var plus = recipient.indexOf('+');
        var at = recipient.lastIndexOf('@');
        return plus > 0 && plus < at ? recipient.substring(0, plus) + recipient.substring(at) : recipient;
    }
}
