package dev.parley.mail.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.mail.auth.DkimCheck.Signature;
import dev.parley.mail.read.MailCorpus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;

/** Signatures others made: the example of RFC 8463, and real mails with the keys of their time. */
class SignatureVectorsTest {
    /** RFC 8463, appendix A. */
    private static final String EXAMPLE = """
        DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
         d=football.example.com; i=@football.example.com;
         q=dns/txt; s=brisbane; t=1528637909; h=from : to :
         subject : date : message-id : from : subject : date;
         bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
         b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
         Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
        From: Joe SixPack <joe@football.example.com>
        To: Suzie Q <suzie@shopping.example.net>
        Subject: Is dinner ready?
        Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
        Message-ID: <20030712040037.46341.5F8J@football.example.com>

        Hi.

        We lost the game.  Are you hungry yet?

        Joe.
        """;

    private static final Instant NOW = Instant.parse("2022-11-08T12:00:00Z");

    @Test
    void anEd25519SignatureProvesItsDomain() throws Exception {
        try (NameServer names = new NameServer()
                .text(
                        "brisbane._domainkey.football.example.com",
                        "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")) {
            assertThat(signatures(names, EXAMPLE.replace("\n", "\r\n")))
                    .containsExactly(new Signature("pass", "football.example.com", "brisbane"));
            assertThat(signatures(names, EXAMPLE))
                    .as("lines end in LF alone")
                    .allMatch(s -> s.result().equals("pass"));
            for (String changed : List.of(
                    EXAMPLE.replace("lost", "won"),
                    EXAMPLE.replace("Is dinner", "Was dinner"),
                    EXAMPLE.replace("Joe SixPack", "Jim SixPack"),
                    EXAMPLE.replace("From: Joe", "From: mallory@evil.example\nFrom: Joe"),
                    EXAMPLE.replace("b=/gCr", "b=/gCs"),
                    EXAMPLE.replace("b=/gCr", "b="))) {
                assertThat(signatures(names, changed.replace("\n", "\r\n")))
                        .noneMatch(signature -> signature.result().equals("pass"));
            }
        }
    }

    @Test
    void signaturesOfRealMailsHold() throws Exception {
        for (Path file : files("mail-auth/dkim")) {
            try (NameServer names = new NameServer()) {
                String mail = named(file, names);
                assertThat(signatures(names, mail))
                        .as(file.toString())
                        .isNotEmpty()
                        .allSatisfy(signature -> assertThat(signature.result())
                                .as(file + " " + signature.domain())
                                .isEqualTo("pass"));
            }
        }
    }

    @Test
    void chainsOfRealMailsHoldAndBreak() throws Exception {
        for (Path file : files("mail-auth/arc")) {
            try (NameServer names = new NameServer()) {
                String mail = named(file, names);
                SignatureCheck check = new SignatureCheck(resolver(names), NOW);
                SignedMail signed = read(mail);
                String sealer = Tags.of(signed.all("arc-seal").getFirst().value())
                        .orElseThrow()
                        .get("d");
                assertThat(new ArcCheck(check).holds(signed))
                        .as(file.toString())
                        .isTrue();
                assertThat(new ArcCheck(check).holds(read(mail + "more\r\n"))).isFalse();
                assertThat(new ArcCheck(check).vouches(signed, "elsewhere.example", Set.of(sealer)))
                        .isEmpty();
            }
        }
    }

    private static List<Signature> signatures(NameServer names, String mail) throws IOException {
        return new DkimCheck(new SignatureCheck(resolver(names), NOW)).signatures(read(mail));
    }

    private static SignedMail read(String mail) throws IOException {
        return SignedMail.read(new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static Resolver resolver(NameServer names) {
        SimpleResolver resolver = new SimpleResolver(names.address());
        resolver.setTimeout(Duration.ofSeconds(2));
        return resolver;
    }

    private static List<Path> files(String folder) throws IOException {
        Optional<MailCorpus> corpus = MailCorpus.find();
        assumeTrue(corpus.isPresent(), "there is no folder shared/corpus/mail beside the project");
        return corpus.orElseThrow().files().stream()
                .filter(file -> file.startsWith(corpus.orElseThrow().folder().resolve(folder)))
                .toList();
    }

    /** Tells the name server the keys above the mail; the mail itself. */
    private static String named(Path file, NameServer names) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        int end = text.indexOf("\n\n");
        text.substring(0, end).lines().forEach(line -> {
            int blank = line.indexOf(' ');
            names.text(line.substring(0, blank), line.substring(blank + 1));
        });
        return text.substring(end + 2).replace("\n", "\r\n");
    }
}
