package dev.parley.app.bot;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** A bot with its HTTP side, started from a settings file or from values. */
public final class RunningBot implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningBot(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts with the settings in {@code file}, and tells in the log what it does. */
    public static RunningBot startFrom(Path file) {
        return start(
                Map.of("spring.config.additional-location", file.toUri().toString()),
                Map.of(
                        "logging.config", "classpath:logback-run.xml",
                        "logging.structured.format.console", "ecs"));
    }

    /** Providers bring whole mails in forms; a form is taken apart only once somebody may send it. */
    private static final Map<String, String> FORMS = Map.of(
            "spring.servlet.multipart.max-file-size", "100MB",
            "spring.servlet.multipart.max-request-size", "100MB",
            "spring.servlet.multipart.resolve-lazily", "true",
            "server.tomcat.max-http-form-post-size", "100MB");

    /** Starts with {@code values}, named as in a settings file. */
    public static RunningBot start(Map<String, ?> values) {
        return start(values, Map.of());
    }

    private static RunningBot start(Map<String, ?> values, Map<String, String> moreDefaults) {
        Map<String, Object> defaults = new HashMap<>(Map.of(
                "spring.main.banner-mode", "off",
                "spring.threads.virtual.enabled", "true",
                "management.endpoints.web.exposure.include", "health,prometheus",
                "management.endpoint.health.probes.enabled", "true",
                "management.endpoint.health.show-details", "always",
                "server.address", "127.0.0.1",
                "server.port", "8080",
                "server.shutdown", "graceful"));
        defaults.putAll(FORMS);
        defaults.putAll(moreDefaults);
        SpringApplication application = new SpringApplication(BotApplication.class);
        application.addInitializers(
                context -> GatheredDesks.in(context.getEnvironment()),
                context -> KnownSettings.check(context.getEnvironment()));
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setLazyInitialization(true);
        application.setDefaultProperties(defaults);
        String[] arguments = values.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        try {
            return new RunningBot(application.run(arguments));
        } catch (RuntimeException e) {
            throw StartFailure.ofBot(e);
        }
    }

    /** The port of its HTTP side. */
    public int port() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("the bot has no HTTP side");
        }
        return server.getPort();
    }

    /** A part of it. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
