package dev.parley.app.intake;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Mail by HTTP. */
@Configuration(proxyBeanMethods = false)
@Import(MailController.class)
public class IntakeConfiguration {
    @Bean
    SnsMessage.Certificates certificates(InstantSource clock) {
        return new FetchedCertificates(clock);
    }
}
