package dev.parley.mail.auth;

import dev.parley.mail.mime.Headers;
import dev.parley.mail.mime.Limits;
import dev.parley.mail.mime.MimeReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;

/**
 * Parley's own check of who a mail is from, where no mail server of ours has done it: SPF (RFC 7208), DKIM (RFC 6376)
 * and DMARC (RFC 7489, its record searched upwards from the domain in From), and ARC (RFC 8617) where handing the mail
 * on has broken those. What it finds is written on top of the mail as Authentication-Results (RFC 8601), as a mail
 * server does, and read from there like that of any other. An unreachable DNS proves nothing and never delays a mail
 * beyond ten seconds. Thread-safe.
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

    /**
     * The header field that says what was found, in the name of the server the desk believes, to be put on top of the
     * mail.
     *
     * @param head the mail at least as far as its header goes
     * @param whole all of it, read once
     * @param hop how it came; without one SPF is not asked
     */
    public byte[] field(byte[] head, InputStream whole, Belief belief, Optional<Hop> hop) throws IOException {
        SignedMail mail = SignedMail.read(whole);
        return field(belief, examination().results(head, mail, hop, belief.sealers()));
    }

    /**
     * The same of a mail that a server of ours has examined: nothing, unless its proof was lost on the way and a
     * sealer the desk trusts vouches for it (RFC 8617).
     */
    public byte[] restored(byte[] head, InputStream whole, Belief belief) throws IOException {
        SignedMail mail = SignedMail.read(whole);
        List<String> results = examination().restored(head, mail, belief.sealers());
        return results.isEmpty() ? new byte[0] : field(belief, results);
    }

    /** Whether {@link #restored} could find anything: such a mail is sealed, and not proven. */
    public static boolean mayBeRestored(byte[] head, Belief belief) {
        Headers headers = new MimeReader(Limits.DEFAULT).headers(head);
        return !belief.sealers().isEmpty()
                && headers.first("ARC-Seal") != null
                && new AuthReader(Set.of(belief.authservId()))
                                .read(headers, new ArrayList<>())
                                .verdict()
                        != AuthResult.Verdict.PASS;
    }

    private Examination examination() {
        return new Examination(new Lookups(resolver, clock), clock.instant());
    }

    private static byte[] field(Belief belief, List<String> results) {
        String field =
                "Authentication-Results: " + belief.authservId() + ";\r\n " + String.join(";\r\n ", results) + "\r\n";
        return field.getBytes(StandardCharsets.US_ASCII);
    }
}
