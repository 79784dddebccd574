package dev.parley.app.bot;

import dev.parley.mail.auth.MailSignature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * How outgoing mail is signed, where the mail server does not (RFC 6376).
 *
 * @param domain in whose name; that of the desk's address, or one above it
 * @param selector names the record {@code SELECTOR._domainkey.DOMAIN}
 * @param key a PEM file with the private RSA key, named from the working directory
 */
public record DkimSettings(
        @DefaultValue("") String domain,
        @DefaultValue("") String selector,
        @DefaultValue("") String key) {
    public DkimSettings {
        domain = domain.toLowerCase(Locale.ROOT);
        if (domain.isBlank() || selector.isBlank() || key.isBlank()) {
            throw new BadSettings("parley.desks[n].mailbox.dkim needs a domain, a selector and a key;"
                    + " make a key with: openssl genrsa -out dkim.pem 2048");
        }
    }

    /** For mail from this address. */
    MailSignature signature(String from) {
        String of = from.substring(from.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        if (!of.equals(domain) && !of.endsWith("." + domain)) {
            throw new BadSettings("parley.desks[n].mailbox.dkim.domain is " + domain + ", and mail goes out from "
                    + from + ": such a signature proves nothing; give " + of);
        }
        try {
            return new MailSignature(domain, selector, read());
        } catch (IllegalArgumentException e) {
            throw new BadSettings(wrongKey(e.getMessage()));
        }
    }

    private PrivateKey read() {
        try {
            PrivateKey found = PemContent.load(Path.of(key)).getPrivateKey();
            if (found != null) {
                return found;
            }
        } catch (IOException | UncheckedIOException e) {
            throw new BadSettings(wrongKey("cannot be read"));
        } catch (IllegalStateException e) {
            throw new BadSettings(wrongKey("holds no key that can be read"));
        }
        throw new BadSettings(wrongKey("holds no private key"));
    }

    private String wrongKey(@Nullable String why) {
        return "parley.desks[n].mailbox.dkim.key: " + key + " " + why
                + "; make one with: openssl genrsa -out dkim.pem 2048";
    }
}
