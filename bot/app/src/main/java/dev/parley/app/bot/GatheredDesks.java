package dev.parley.app.bot;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Lets the environment add to a desk of the settings file. Spring Boot takes a list from one source alone, so a
 * password from the environment would hide the whole list in the file; here all sources are put together, key by key,
 * before anything is read.
 */
final class GatheredDesks {
    private static final ConfigurationPropertyName DESKS = ConfigurationPropertyName.of("parley.desks");

    private GatheredDesks() {}

    static void in(ConfigurableEnvironment environment) {
        Map<ConfigurationPropertyName, Object> gathered = new LinkedHashMap<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource known) {
                known.stream().filter(DESKS::isAncestorOf).forEach(name -> add(gathered, known, name));
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        gathered.forEach((name, value) -> values.put(name.toString(), value));
        environment.getPropertySources().addFirst(new OriginTrackedMapPropertySource("parley desks", values));
    }

    private static void add(
            Map<ConfigurationPropertyName, Object> gathered,
            ConfigurationPropertySource source,
            ConfigurationPropertyName name) {
        var property = source.getConfigurationProperty(name);
        if (property != null) {
            gathered.putIfAbsent(name, OriginTrackedValue.of(property.getValue(), property.getOrigin()));
        }
    }
}
