package dev.parley.mail.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProviderIdsTest {
    private static final String OURS = "q.1@vendor.example";

    private static String of(String answer, String host) {
        return ProviderIds.of(answer, host, OURS);
    }

    @Test
    void pitfall13AmazonsAnswerTellsTheMessageIdAMailLeavesWith() {
        String answer = "250 Ok 0102018c1234abcd-1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d-000000";

        assertThat(of(answer, "email-smtp.eu-west-1.amazonaws.com"))
                .isEqualTo("0102018c1234abcd-1a2b3c4d-5e6f-7a8b-9c0d-1e2f3a4b5c6d-000000@eu-west-1.amazonses.com");
        assertThat(of(answer, "email-smtp.us-east-1.amazonaws.com")).endsWith("@email.amazonses.com");
        assertThat(of(answer, "mx.vendor.example")).isEmpty();
    }

    @Test
    void pitfall13AnIdInBracketsIsTakenUnlessItIsOurs() {
        assertThat(of("250 2.0.0 OK <AM0.1@eur.prod.example> [Hostname=AM0]", "smtp.vendor.example"))
                .isEqualTo("AM0.1@eur.prod.example");
        assertThat(of("250 2.0.0 OK <" + OURS + ">", "smtp.vendor.example")).isEmpty();
    }

    @Test
    void theNumberOfAQueueIsNoMessageId() {
        for (String answer :
                new String[] {"250 2.0.0 Ok: queued as 4ABCDEF", "250 OK id=1a2B3c-000001-AB", "250", ""}) {
            assertThat(of(answer, "mx.vendor.example")).as(answer).isEmpty();
        }
    }
}
