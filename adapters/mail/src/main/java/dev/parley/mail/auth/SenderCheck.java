package dev.parley.mail.auth;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;

/**
 * Parley's own check of who a mail is from, where no mail server of ours has done it: SPF (RFC 7208), DKIM (RFC 6376)
 * and DMARC (RFC 7489, its record searched upwards from the domain in From). What it finds is written on top of the
 * mail as Authentication-Results (RFC 8601), as a mail server does, and read from there like that of any other. An
 * unreachable DNS proves nothing and never delays a mail beyond ten seconds. Thread-safe.
 */
public final class SenderCheck {
    private final Resolver resolver;
    private final InstantSource clock;

    private SenderCheck(Resolver resolver, InstantSource clock) {
        this.resolver = resolver;
        this.clock = clock;
    }

    /**
     * Asks these name servers; none means those of the machine.
     *
     * @param timeout of one question
     */
    public static SenderCheck asking(List<InetSocketAddress> servers, Duration timeout, InstantSource clock) {
        Resolver resolver = servers.isEmpty()
                ? new ExtendedResolver()
                : new ExtendedResolver(servers.stream().map(SimpleResolver::new).toArray(Resolver[]::new));
        resolver.setTimeout(timeout);
        return new SenderCheck(resolver, clock);
    }

    /** The mail with what was found on top, in the name of {@code authservId}; without a hop SPF is not asked. */
    public byte[] stamp(byte[] raw, String authservId, Optional<Hop> hop) {
        return stamped(raw, field(raw, new ByteArrayInputStream(raw), authservId, hop));
    }

    /**
     * What {@link #stamp} puts on top of a mail.
     *
     * @param head the mail at least as far as its header goes
     * @param whole all of it, read once
     */
    public byte[] field(byte[] head, InputStream whole, String authservId, Optional<Hop> hop) {
        return field(authservId, new Examination(new Lookups(resolver, clock)).results(head, whole, hop));
    }

    /** The mail with nothing found on top: what further down claims to be a result is not believed then. */
    public static byte[] unproven(byte[] raw, String authservId) {
        return stamped(raw, field(authservId, List.of("none")));
    }

    private static byte[] field(String authservId, List<String> results) {
        String field = "Authentication-Results: " + authservId + ";\r\n " + String.join(";\r\n ", results) + "\r\n";
        return field.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] stamped(byte[] raw, byte[] top) {
        byte[] all = new byte[top.length + raw.length];
        System.arraycopy(top, 0, all, 0, top.length);
        System.arraycopy(raw, 0, all, top.length, raw.length);
        return all;
    }
}
