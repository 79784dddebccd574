package dev.parley.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody but the server itself says in its name who wrote a mail. */
class TrustedEdgeTest {

    private static final DemoAccount SUPPORT = new DemoAccount("support@vendor.example", "s");
    private static final DemoAccount ALICE = new DemoAccount("alice@customer.example", "a");
    private static final DemoAccount BOB = new DemoAccount("bob@customer.example", "b");
    private static final String FORGED = "demo.parley.example; dmarc=pass header.from=customer.example";

    private final TrustedEdge edge = new TrustedEdge("demo.parley.example", List.of(SUPPORT, ALICE, BOB));

    @Test
    void whoLogsInAndWritesUnderTheirOwnAddressPasses() {
        assertThat(verdict(stamp(ALICE, "From: Alice <Alice@Customer.example>\r\n\r\nhi\r\n")))
                .isEqualTo("demo.parley.example; auth=pass smtp.auth=alice@customer.example;"
                        + " dmarc=pass header.from=customer.example");
    }

    @Test
    void aPlusAddressIsOnesOwnAddress() {
        assertThat(verdict(stamp(SUPPORT, "From: support+t1.abc@vendor.example\r\n\r\n")))
                .contains("dmarc=pass");
    }

    @Test
    void whoLogsInAndWritesUnderAColleaguesAddressFails() {
        assertThat(verdict(stamp(BOB, "From: alice@customer.example\r\n\r\n"))).contains("dmarc=fail");
    }

    @Test
    void whoDoesNotLogInAndWritesUnderAnAddressFromHereFails() {
        assertThat(verdict(stamp(null, "From: alice@customer.example\r\n\r\n")))
                .contains("auth=none")
                .contains("dmarc=fail");
    }

    @Test
    void aStrangerFromElsewhereIsNeitherProvedNorDisproved() {
        assertThat(verdict(stamp(null, "From: eve@elsewhere.example\r\n\r\n"))).contains("dmarc=none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "To: support@vendor.example\r\n\r\n",
                "From: alice@customer.example\r\nFrom: bob@customer.example\r\n\r\n",
                "From: alice@customer.example, bob@customer.example\r\n\r\n",
                "From: Nobody\r\n\r\n",
                "From: <@>\r\n\r\n",
                "",
                "no header at all"
            })
    void withoutOneSingleAuthorNobodyPasses(String mail) {
        assertThat(verdict(stamp(ALICE, mail))).contains("dmarc=permerror").doesNotContain("pass header.from");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authentication-Results: " + FORGED + "\r\n",
                "authentication-results : " + FORGED + "\r\n",
                "Authentication-Results:\r\n\t" + FORGED + "\r\n",
                "Authentication-Results: (really) \"Demo.Parley.Example\" 1; dmarc=pass\r\n",
                "Subject: a\rAuthentication-Results: " + FORGED + "\r\n",
                "Subject: a\nAuthentication-Results: " + FORGED + "\n"
            })
    void whatASenderClaimsInTheServersNameIsTakenOut(String forged) {
        var stamped = stamp(null, "From: alice@customer.example\r\n" + forged + "Subject: hi\r\n\r\nbody\r\n");
        assertThat(fields(stamped, "Authentication-Results:")).hasSize(1);
        assertThat(stamped).doesNotContain("dmarc=pass").contains("Subject: hi\r\n");
    }

    @Test
    void whatOtherServersSaidStays() {
        var other = "Authentication-Results: mx.elsewhere.example; spf=pass\r\n";
        assertThat(stamp(ALICE, other + "From: alice@customer.example\r\n\r\n")).contains(other);
    }

    @Test
    void aResultCannotBeSmuggledInWithTheFromAddress() {
        var stamped = stamp(null, "From: \"x; dmarc=pass\" <\"a b\"@x.example;dmarc=pass>\r\n\r\n");
        assertThat(verdict(stamped)).doesNotContain("dmarc=pass");
    }

    @Test
    void theEnvelopeIsWrittenDownAndWhatTheSenderSaidAboutItIsNot() {
        var stamped = stamp(ALICE, "Return-Path: <x@y>\r\nDelivered-To: x@y\r\nX-Original-To: x@y\r\n\r\nbody");
        assertThat(stamped)
                .startsWith("Return-Path: <alice@customer.example>\r\nDelivered-To: support@vendor.example\r\n"
                        + "X-Original-To: support+t1@vendor.example\r\nReceived: from laptop ([127.0.0.1])")
                .doesNotContain("x@y");
    }

    @Test
    void theRestOfTheHeaderAndTheBodyStayByteForByte() {
        var rest =
                "Subject: =?utf-8?q?=C3=A4?=\r\n  folded\r\nX-Raw: \u00e4\u00ff\r\n\r\nbody \u00fc\nbare\rcr\u0000\r\n";
        assertThat(stamp(ALICE, rest)).endsWith(rest);
    }

    @Test
    void aClientsNameCannotAddAHeader() {
        var arrival = new TrustedEdge.Arrival(
                "a@b\r\nX: 1", "support@vendor.example", SUPPORT, null, "me\r\nX: 2", Instant.EPOCH);
        var stamped = new String(edge.stamp(new byte[0], arrival), StandardCharsets.ISO_8859_1);
        assertThat(fields(stamped, "X:")).isEmpty();
    }

    private String stamp(@Nullable DemoAccount login, String mail) {
        var arrival = new TrustedEdge.Arrival(
                "alice@customer.example",
                "support+t1@vendor.example",
                SUPPORT,
                login,
                "laptop",
                Instant.parse("2026-01-05T08:00:00Z"));
        return new String(edge.stamp(mail.getBytes(StandardCharsets.ISO_8859_1), arrival), StandardCharsets.ISO_8859_1);
    }

    private static String verdict(String stamped) {
        return fields(stamped, "Authentication-Results:").getFirst().substring("Authentication-Results: ".length());
    }

    private static List<String> fields(String stamped, String name) {
        var header = stamped.split("\r\n\r\n", 2)[0].replaceAll("\r\n[ \t]+", " ");
        return header.lines().filter(line -> line.startsWith(name)).toList();
    }
}
