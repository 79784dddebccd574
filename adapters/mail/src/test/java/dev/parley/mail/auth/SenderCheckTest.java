package dev.parley.mail.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.mail.mime.Limits;
import dev.parley.mail.mime.MimeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a name server on loopback, with signatures made apart from the library that checks them. */
class SenderCheckTest {
    private static final String ID = "mx.desk.example";
    private static final String BODY = "Yes, please.\r\n";
    private static final Signer SIGNER = new Signer(2048);

    private final NameServer names;
    private final SenderCheck check;

    SenderCheckTest() throws IOException {
        names = new NameServer();
        check = SenderCheck.asking(List.of(names.address()), Duration.ofMillis(500), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        names.close();
    }

    @Test
    void aSignatureOfTheSendersDomainProvesTheSender() {
        key("a1.example").text("_dmarc.a1.example", "v=DMARC1; p=reject");

        AuthResult found = read(signed("a1.example"), Optional.empty());

        assertThat(found.verdict()).isEqualTo(AuthResult.Verdict.PASS);
        assertThat(found.dmarc()).isEqualTo("pass");
        assertThat(found.dkim()).containsExactly(new AuthResult.Dkim("pass", "a1.example", true));
    }

    @Test
    void aMailThatVouchesForItselfIsNotBelieved() {
        names.text("_dmarc.a2.example", "v=DMARC1; p=reject");
        String mail =
                "Authentication-Results: " + ID + "; dmarc=pass header.from=a2.example\r\n" + plain("alice@a2.example");

        assertThat(read(mail, Optional.empty()).verdict()).isEqualTo(AuthResult.Verdict.FAIL);
        assertThat(reader(bytes(mail)).verdict())
                .as("where a mail server of ours stands before us")
                .isEqualTo(AuthResult.Verdict.PASS);
    }

    @Test
    void aChangedBodyASignatureOfAnotherDomainAndNoneAtAllProveNothing() {
        key("a3.example").text("_dmarc.a3.example", "v=DMARC1; p=none");
        key("other3.example");

        assertThat(read(signed("a3.example").replace("Yes", "No!"), Optional.empty())
                        .dmarc())
                .isEqualTo("fail");
        assertThat(read(SIGNER.sign("other3.example", "", "alice@a3.example", BODY), Optional.empty())
                        .dmarc())
                .isEqualTo("fail");
        assertThat(read(plain("alice@a3.example"), Optional.empty()).dmarc()).isEqualTo("fail");
    }

    @Test
    void withoutAPolicyAnAlignedSignatureIsEnoughAndNothingIsNothing() {
        key("a4.example");

        assertThat(read(signed("a4.example"), Optional.empty()).verdict()).isEqualTo(AuthResult.Verdict.PASS);
        assertThat(read(plain("alice@a4.example"), Optional.empty()).verdict()).isEqualTo(AuthResult.Verdict.NONE);
    }

    @Test
    void aPartOfTheBodyAShortKeyAnOldHashAndATestingDomainProveNothing() {
        key("a5.example");
        Signer weak = new Signer(512);
        names.text("key._domainkey.weak5.example", weak.record());
        names.text("key._domainkey.testing5.example", SIGNER.record() + "; t=y");

        List<String> mails = List.of(
                SIGNER.sign("a5.example", " l=" + BODY.length() + ";", "alice@a5.example", BODY),
                SIGNER.sign("a5.example", "", "alice@a5.example", BODY, "SHA-1"),
                weak.sign("weak5.example", "", "alice@weak5.example", BODY),
                SIGNER.sign("testing5.example", "", "alice@testing5.example", BODY));

        assertThat(mails).allSatisfy(mail -> {
            assertThat(read(mail, Optional.empty()).dkim())
                    .singleElement()
                    .satisfies(one -> assertThat(one.result()).isNotEqualTo("pass"));
            assertThat(read(mail, Optional.empty()).verdict()).isEqualTo(AuthResult.Verdict.NONE);
        });
    }

    @Test
    void aSecondFromProvesNothingHoweverFarDownItHides() {
        key("a6.example");
        String second = "From: victim@a6.example\r\n" + signed("a6.example");
        String far = "From: victim@a6.example\r\n" + "X-Padding: x\r\n".repeat(2_000) + signed("a6.example");

        assertThat(read(second, Optional.empty()).verdict()).isEqualTo(AuthResult.Verdict.NONE);
        assertThat(read(far, Optional.empty()).verdict()).isEqualTo(AuthResult.Verdict.NONE);
        assertThat(reader(bytes("Authentication-Results: " + ID + "; dmarc=pass\r\n" + far))
                        .verdict())
                .isEqualTo(AuthResult.Verdict.FAIL);
        assertThat(read(signed("a6.example"), Optional.empty()).verdict()).isEqualTo(AuthResult.Verdict.PASS);
    }

    @Test
    void aServerTheDomainNamesProvesItBySpf() {
        names.text("a7.example", "v=spf1 ip4:192.0.2.7 a:relay.a7.example -all")
                .host("relay.a7.example", "192.0.2.8")
                .text("_dmarc.a7.example", "v=DMARC1; p=reject; aspf=s");

        assertThat(spf("192.0.2.7", "alice@a7.example").dmarc()).isEqualTo("pass");
        assertThat(spf("192.0.2.8", "alice@a7.example").spf()).isEqualTo("pass");
        AuthResult elsewhere = spf("192.0.2.9", "alice@a7.example");
        assertThat(elsewhere.spf()).isEqualTo("fail");
        assertThat(elsewhere.verdict()).isEqualTo(AuthResult.Verdict.FAIL);
    }

    @Test
    void anEnvelopeOfASubdomainIsNotEnoughForAStrictDomain() {
        names.text("sub.a8.example", "v=spf1 ip4:192.0.2.7 -all")
                .text("_dmarc.a8.example", "v=DMARC1; p=reject; aspf=s")
                .text("sub.b8.example", "v=spf1 ip4:192.0.2.7 -all")
                .text("_dmarc.b8.example", "v=DMARC1; p=reject");

        assertThat(read(plain("alice@a8.example"), hop("192.0.2.7", "x@sub.a8.example"))
                        .dmarc())
                .isEqualTo("fail");
        assertThat(read(plain("alice@b8.example"), hop("192.0.2.7", "x@sub.b8.example"))
                        .dmarc())
                .isEqualTo("pass");
    }

    @Test
    void thePolicyOfTheDomainAboveHolds() {
        names.text("_dmarc.a9.example", "v=DMARC1; p=reject");

        assertThat(read(plain("alice@mail.shop.a9.example"), Optional.empty()).dmarc())
                .isEqualTo("fail");
    }

    @Test
    void nothingOfTheEnvelopeCanBeWrittenIntoTheResults() {
        String mail = stamped(plain("alice@a10.example"), hop("192.0.2.7", "x@y.example; dmarc=pass"));

        assertThat(mail.substring(0, mail.indexOf("From:"))).doesNotContain("dmarc=pass");
    }

    @Test
    void aSilentNameServerProvesNothingAndIsWaitedForBriefly() {
        key("a11.example").text("_dmarc.a11.example", "v=DMARC1; p=reject");
        names.fallSilent();

        assertThat(read(signed("a11.example"), Optional.empty()).verdict()).isEqualTo(AuthResult.Verdict.NONE);
    }

    @Test
    void manySignaturesAreNotChecked() {
        StringBuilder mail = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            mail.append("DKIM-Signature: v=1; a=rsa-sha256; d=d")
                    .append(i)
                    .append(".example; s=key; h=from; bh=x; b=x\r\n");
        }

        AuthResult found = read(mail + plain("alice@a12.example"), Optional.empty());

        assertThat(found.verdict()).isEqualTo(AuthResult.Verdict.NONE);
        assertThat(names.asked()).isLessThan(10);
    }

    @Test
    void aMailThatIsNoneIsStampedAllTheSame() {
        for (String junk : List.of("", "\r\n\r\n", "no header at all", "\u0000\u0001\u0002", "From:\r\n\r\n")) {
            assertThat(read(junk, hop("not an address", "")).verdict()).isEqualTo(AuthResult.Verdict.NONE);
        }
    }

    private NameServer key(String domain) {
        return names.text("key._domainkey." + domain, SIGNER.record());
    }

    private static String signed(String domain) {
        return SIGNER.sign(domain, "", "alice@" + domain, BODY);
    }

    private static String plain(String from) {
        return "From: " + from + "\r\nSubject: Re: Quote\r\n\r\n" + BODY;
    }

    private AuthResult spf(String address, String sender) {
        return read(plain(sender), hop(address, sender));
    }

    private static Optional<Hop> hop(String address, String sender) {
        return Optional.of(new Hop(address, "helo.example", sender));
    }

    private AuthResult read(String mail, Optional<Hop> hop) {
        return reader(bytes(stamped(mail, hop)));
    }

    private String stamped(String mail, Optional<Hop> hop) {
        byte[] raw = bytes(mail);
        try {
            byte[] field = check.field(raw, new ByteArrayInputStream(raw), Belief.in(ID), hop);
            return new String(field, StandardCharsets.US_ASCII) + mail;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AuthResult reader(byte[] raw) {
        return new AuthReader(Set.of(ID)).read(new MimeReader(Limits.DEFAULT).headers(raw), new ArrayList<>());
    }

    private static byte[] bytes(String mail) {
        return mail.getBytes(StandardCharsets.ISO_8859_1);
    }
}
