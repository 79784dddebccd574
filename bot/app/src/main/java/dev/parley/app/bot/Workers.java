package dev.parley.app.bot;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Names for processes that share a database. */
final class Workers {
    private Workers() {}

    /** {@code configured}, or host and process id where nothing is configured. */
    static String name(String configured) {
        return configured.isBlank() ? host() + "-" + ProcessHandle.current().pid() : configured.strip();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "bot";
        }
    }
}
