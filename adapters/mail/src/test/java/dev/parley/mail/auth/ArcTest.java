package dev.parley.mail.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.port.RawMessage;
import dev.parley.mail.auth.AuthResult.Verdict;
import dev.parley.mail.mime.Limits;
import dev.parley.mail.mime.MimeReader;
import dev.parley.mail.wire.Arriving;
import dev.parley.mail.wire.Restoring;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mail that was handed on: whom is believed that its sender was proven before (RFC 8617). */
class ArcTest {
    private static final String ID = "mx.desk.example";
    private static final Belief BELIEF = new Belief(ID, Set.of("lists.example", "Forward.example", "quiet.example"));
    private static final String PASSED =
            "dkim=pass header.d=shop.example; dmarc=pass (p=reject) header.from=shop.example";
    private static final String FAILED = "dmarc=fail (p=reject) header.from=shop.example";
    private static final String MAIL = "From: alice@shop.example\r\nSubject: [list] Re: Quote\r\n\r\nYes, please.\r\n";
    private static final Signer SIGNER = new Signer(2048);

    private final ArcSealer sealer = new ArcSealer(SIGNER);
    private final NameServer names;
    private final SenderCheck check;

    ArcTest() throws IOException {
        names = new NameServer().text("_dmarc.shop.example", "v=DMARC1; p=reject");
        for (String domain : List.of("lists.example", "forward.example", "stranger.example")) {
            names.text("key._domainkey." + domain, SIGNER.record());
        }
        check = SenderCheck.asking(List.of(names.address()), Duration.ofSeconds(1), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        names.close();
    }

    @Test
    void pitfall22WhatATrustedSealerSawBeforeHoldsAgain() {
        AuthResult found = read(sealer.seal(MAIL, "lists.example", PASSED));

        assertThat(found.verdict()).isEqualTo(Verdict.PASS);
        assertThat(found.dmarc()).isEqualTo("pass");
        assertThat(read(MAIL).verdict()).as("without it").isEqualTo(Verdict.FAIL);
    }

    @Test
    void pitfall22ASealerNobodyTrustsIsNotBelieved() {
        assertFails(sealer.seal(MAIL, "stranger.example", PASSED));
    }

    @Test
    void pitfall22ATrustedOneVouchesForNothingASealerBeforeItSaw() {
        String first = sealer.seal(MAIL, "stranger.example", PASSED);
        assertFails(sealer.seal(first, "lists.example", FAILED));
    }

    @Test
    void pitfall22WhatTheFirstOfTwoTrustedSawHoldsThoughTheSecondFoundItBroken() {
        String first = sealer.seal(MAIL, "forward.example", PASSED);
        assertThat(read(sealer.seal(first, "lists.example", FAILED)).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void pitfall22WhoeverHandsItOnAfterATrustedOneMayHaveChangedIt() {
        String first = sealer.seal(MAIL, "lists.example", PASSED);
        assertFails(sealer.seal(first, "stranger.example", PASSED));
    }

    @Test
    void pitfall22AProofOfAnotherDomainIsNone() {
        assertFails(sealer.seal(MAIL, "lists.example", "dmarc=pass header.from=other.example"));
        assertFails(new ArcSealer(SIGNER).seal(MAIL, "lists.example", "spf=pass smtp.mailfrom=x@other.example"));
        assertFails(new ArcSealer(SIGNER).seal(MAIL, "lists.example", "dmarc=pass"));
    }

    @Test
    void pitfall22WhatWasChangedAfterTheSealIsNotBelieved() {
        String sealed = sealer.seal(MAIL, "lists.example", PASSED);
        String failed = new ArcSealer(SIGNER).seal(MAIL, "lists.example", FAILED);

        assertFails(sealed.replace("Yes, please.", "Yes, at once."));
        assertFails(sealed.replace("[list] Re: Quote", "[list] Re: Other"));
        assertFails(sealed.replace("alice@shop.example", "mallory@shop.example"));
        assertFails(failed.replace(FAILED, PASSED));
        assertFails(sealed.replaceFirst("(?s)ARC-Seal: .*?\r\n", ""));
        assertFails(sealed.replaceFirst("(?s)(ARC-Seal: .*?\r\n)", "$1$1"));
        assertFails(sealed.replaceFirst("ARC-Message-Signature: i=1", "ARC-Message-Signature: i=2"));
        assertFails(sealed.replace("cv=none", "cv=pass"));
    }

    @Test
    void pitfall22AKeyOfSomebodyElseSealsNothing() {
        assertFails(new ArcSealer(new Signer(2048)).seal(MAIL, "lists.example", PASSED));
    }

    @Test
    void pitfall22AChainThatWasBrokenBeforeStaysBroken() {
        String first = sealer.seal(MAIL, "forward.example", PASSED);
        assertFails(sealer.seal(first, "lists.example", FAILED, "fail"));
    }

    @Test
    void pitfall22ASilentNameServerRestoresNothing() {
        String sealed = sealer.seal(MAIL, "quiet.example", PASSED);
        names.text("key._domainkey.quiet.example", SIGNER.record()).fallSilent();
        assertThat(read(sealed).verdict()).isNotEqualTo(Verdict.PASS);
    }

    @Test
    void pitfall22AnUpstreamThatSaysArcPassedIsNotEnough() {
        String told = "Authentication-Results: " + ID
                + "; arc=pass (i=1 dmarc=pass); dmarc=fail header.from=shop.example\r\n";
        assertThat(reader(told + MAIL).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void pitfall22MailOfAMailboxIsRestoredToo() {
        String examined = "Authentication-Results: " + ID + "; " + FAILED + "\r\n";
        String sealed = examined + sealer.seal(MAIL, "lists.example", PASSED);
        String stranger = examined + new ArcSealer(SIGNER).seal(MAIL, "stranger.example", PASSED);

        assertThat(reader(sealed).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(reader(fetched(sealed)).verdict()).isEqualTo(Verdict.PASS);
        assertThat(fetched(sealed)).endsWith(sealed);
        assertThat(fetched(stranger)).isEqualTo(stranger);
        int asked = names.asked();
        String proven = sealed.replace("dmarc=fail (p=reject)", "dmarc=pass (p=reject)");
        assertThat(fetched(proven)).isEqualTo(proven);
        assertThat(fetched(examined + MAIL)).isEqualTo(examined + MAIL);
        assertThat(names.asked())
                .as("nobody is asked about a mail that needs nothing")
                .isEqualTo(asked);
    }

    @Test
    void pitfall20ATrickInTheSendersNameIsNotMendedByASeal() {
        String trick = MAIL.replace("alice@shop.example", "\"boss@desk.example\" <alice@shop.example>");
        assertFails(sealer.seal(trick, "lists.example", PASSED));
    }

    private String fetched(String mail) {
        try (Arriving arriving = new Arriving(1 << 20)) {
            byte[] raw = bytes(mail);
            arriving.write(raw, 0, raw.length);
            byte[] found = Restoring.by(() -> check, BELIEF).of(arriving);
            RawMessage message = arriving.message("support", "mail:support", Instant.EPOCH, List.of(), found);
            return new String(message.raw(), StandardCharsets.ISO_8859_1);
        }
    }

    private void assertFails(String mail) {
        assertThat(read(mail).verdict()).as(mail).isEqualTo(Verdict.FAIL);
    }

    private AuthResult read(String mail) {
        try {
            byte[] raw = bytes(mail);
            byte[] field = check.field(raw, new ByteArrayInputStream(raw), BELIEF, Optional.empty());
            return reader(new String(field, StandardCharsets.US_ASCII) + mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AuthResult reader(String mail) {
        return new AuthReader(Set.of(ID)).read(new MimeReader(Limits.DEFAULT).headers(bytes(mail)), new ArrayList<>());
    }

    private static byte[] bytes(String mail) {
        return mail.getBytes(StandardCharsets.ISO_8859_1);
    }
}
