package dev.parley.app.api;

import dev.parley.core.port.Staff;
import dev.parley.core.port.Store;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The staff API's parts. */
@Configuration(proxyBeanMethods = false)
@Import({
    TicketController.class,
    ReadController.class,
    OriginalController.class,
    QuarantineController.class,
    FeatureController.class,
    ReviewsController.class,
    TriageController.class,
    LevelController.class,
    ReportController.class,
    CustomerController.class,
    CalendarController.class,
    OrderController.class,
    RefundController.class,
    StandingController.class,
    ContractController.class,
    TimeController.class,
    OverageController.class,
    PlanningController.class,
    InvoiceController.class,
    DecisionController.class,
    PaperController.class,
    LedgerController.class,
    OpenApiController.class,
    Problems.class
})
public class ApiConfiguration {
    @Bean
    WebMvcConfigurer tokenGate(Staff staff, Store store, InstantSource clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new TokenGate(staff))
                        .addPathPatterns("/api/v1/**")
                        .excludePathPatterns(
                                "/api/v1/desks/*/decisions",
                                "/api/v1/desks/*/reviews",
                                "/api/v1/desks/*/mail/**",
                                "/api/v1/stripe/*",
                                "/api/v1/slack/*",
                                "/api/v1/openapi.yaml");
                registry.addInterceptor(new RefusalAudit(store, clock)).addPathPatterns("/api/v1/**");
            }
        };
    }
}
