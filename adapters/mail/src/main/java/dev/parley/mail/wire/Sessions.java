package dev.parley.mail.wire;

import jakarta.mail.Session;
import java.util.Properties;

/** Jakarta Mail sessions with every default that matters written out. */
final class Sessions {
    /** How much of a mail one FETCH asks for. */
    static final int FETCH_BYTES = 1 << 20;

    private Sessions() {}

    static Session imap(Server server) {
        Properties properties = common("imap", server);
        properties.put("mail.imap.peek", "true");
        properties.put("mail.imap.fetchsize", Integer.toString(FETCH_BYTES));
        properties.put("mail.imap.partialfetch", "true");
        properties.put("mail.imap.connectionpoolsize", "1");
        return Session.getInstance(properties);
    }

    static Session pop3(Server server) {
        Properties properties = common("pop3", server);
        properties.put("mail.pop3.auth.xoauth2.two.line.authentication.format", "true");
        return Session.getInstance(properties);
    }

    static Session smtp(Server server) {
        Properties properties = common("smtp", server);
        properties.put("mail.smtp.auth", Boolean.toString(!server.user().isEmpty()));
        properties.put("mail.smtp.sendpartial", "false");
        properties.put("mail.smtp.quitwait", "true");
        return Session.getInstance(properties);
    }

    private static Properties common(String protocol, Server server) {
        String timeout = Long.toString(server.timeout().toMillis());
        String prefix = "mail." + protocol + '.';
        Properties properties = new Properties();
        properties.put("mail.store.protocol", "imap");
        properties.put("mail.transport.protocol", "smtp");
        properties.put(prefix + "host", server.host());
        properties.put(prefix + "port", Integer.toString(server.port()));
        properties.put(prefix + "connectiontimeout", timeout);
        properties.put(prefix + "timeout", timeout);
        properties.put(prefix + "writetimeout", timeout);
        properties.put(prefix + "ssl.enable", Boolean.toString(server.security() == Server.Security.TLS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", "TLSv1.2 TLSv1.3");
        if (!server.trusted().isEmpty()) {
            properties.put(prefix + "ssl.socketFactory", TrustedCertificates.only(server.trusted()));
            properties.put(prefix + "socketFactory.fallback", "false");
        }
        if (server.tokens() != null) {
            properties.put(prefix + "auth.mechanisms", "XOAUTH2");
        }
        boolean startTls = server.security() == Server.Security.STARTTLS;
        properties.put(prefix + "starttls.enable", Boolean.toString(startTls));
        properties.put(prefix + "starttls.required", Boolean.toString(startTls));
        return properties;
    }
}
