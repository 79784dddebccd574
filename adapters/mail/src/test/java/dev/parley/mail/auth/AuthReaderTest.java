package dev.parley.mail.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.mail.auth.AuthResult.Verdict;
import dev.parley.mail.mime.HeaderField;
import dev.parley.mail.mime.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthReaderTest {

    private static final String FROM = "Alice <alice@customer.example>";

    private final AuthReader reader = new AuthReader(Set.of("mx.vendor.example"));
    private final List<String> warnings = new ArrayList<>();

    private AuthResult read(String from, String... results) {
        List<HeaderField> fields = new ArrayList<>();
        for (String result : results) {
            fields.add(new HeaderField("Authentication-Results", result));
        }
        fields.add(new HeaderField("From", from));
        return reader.read(new Headers(fields), warnings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dmarc=pass header.from=customer.example | PASS",
                "dmarc=fail (p=none) header.from=customer.example; dkim=pass header.d=other.example | FAIL",
                "dkim=pass header.d=customer.example header.s=a | PASS",
                "dkim=pass header.i=@mail.customer.example | PASS",
                "dkim=pass header.d=other.example; spf=pass smtp.mailfrom=a@other.example | NONE",
                "dkim=pass header.d=evilcustomer.example | NONE",
                "dkim=pass header.d=example | NONE",
                "spf=pass smtp.mailfrom=bounce@customer.example | PASS",
                "spf=softfail smtp.mailfrom=customer.example; dkim=none; dmarc=none | NONE",
                "none | NONE",
                "dkim=fail (dmarc=pass; dmarc=pass) header.d=customer.example | NONE"
            })
    void pitfall22TheDetailsComeToAVerdict(String results, Verdict verdict) {
        assertThat(read(FROM, "mx.vendor.example; " + results).verdict()).isEqualTo(verdict);
    }

    @Test
    void pitfall21AServerWeDoNotKnowIsNotBelieved() {
        assertThat(read(FROM, "mx.evil.example; dmarc=pass").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(read(FROM).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void pitfall21OnlyTheTopmostHeaderCounts() {
        String pass = "mx.vendor.example; dmarc=pass";
        assertThat(read(FROM, "mx.vendor.example; dmarc=fail", pass).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(read(FROM, "mx.other.example; dmarc=fail", pass).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void detailsAreKept() {
        AuthResult result = read(
                FROM,
                "mx.vendor.example 1; spf=pass (sender ok) smtp.mailfrom=x@news.customer.example;"
                        + " dkim=pass header.d=Customer.example; dkim=fail header.d=other.example");
        assertThat(result.server()).isEqualTo("mx.vendor.example");
        assertThat(result.spf()).isEqualTo("pass");
        assertThat(result.spfAligned()).isTrue();
        assertThat(result.dkim())
                .containsExactly(
                        new AuthResult.Dkim("pass", "customer.example", true),
                        new AuthResult.Dkim("fail", "other.example", false));
    }

    @Test
    void pitfall20TwoAuthorsNeverPass() {
        Headers headers = new Headers(List.of(
                new HeaderField("Authentication-Results", "mx.vendor.example; dmarc=pass"),
                new HeaderField("From", FROM),
                new HeaderField("From", "mallory@evil.example")));
        assertThat(reader.read(headers, warnings).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(warnings).containsExactly("more than one From header");
    }

    @Test
    void pitfall20ANameThatIsAnotherAddressNeverPasses() {
        String from = "\"boss@customer.example\" <mallory@evil.example>";
        assertThat(read(from, "mx.vendor.example; dmarc=pass").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(warnings).anyMatch(warning -> warning.contains("boss@customer.example"));
        warnings.clear();
        String same = "\"alice@customer.example\" <Alice@customer.example>";
        assertThat(read(same, "mx.vendor.example; dmarc=pass").verdict()).isEqualTo(Verdict.PASS);
        assertThat(warnings).isEmpty();
    }
}
