package dev.parley.app.bot;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Refuses keys below {@code parley} that nobody reads. Spring Boot's own check lets everything pass within a list, and
 * comes only after a key that is missing because it was mistyped.
 */
final class KnownSettings {
    private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("parley");

    private KnownSettings() {}

    /** Reads files, arguments and gathered desks; other variables of the environment may belong to the launcher. */
    static void check(ConfigurableEnvironment environment) {
        UnboundElementsSourceFilter ours = new UnboundElementsSourceFilter();
        Map<ConfigurationPropertyName, String> problems = new LinkedHashMap<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource known && ours.apply(source)) {
                known.stream().filter(ROOT::isAncestorOf).forEach(name -> check(known, name, problems));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadSettings(String.join("\n", problems.values()));
        }
    }

    /** Walks down the settings' records along {@code name}; all that is below an unknown key is one problem. */
    private static void check(
            ConfigurationPropertySource source,
            ConfigurationPropertyName name,
            Map<ConfigurationPropertyName, String> problems) {
        Type type = BotSettings.class;
        for (int i = ROOT.getNumberOfElements(); i < name.getNumberOfElements(); i++) {
            Type below = below(type, name, i);
            if (below == null) {
                problems.putIfAbsent(name.chop(i + 1), told(name, i, type, source.getConfigurationProperty(name)));
                return;
            }
            type = below;
        }
    }

    private static @Nullable Type below(Type type, ConfigurationPropertyName name, int element) {
        if (type instanceof ParameterizedType list) {
            return name.isNumericIndex(element) ? list.getActualTypeArguments()[0] : null;
        }
        return Arrays.stream(components(type))
                .filter(component -> component.getName().equalsIgnoreCase(name.getElement(element, Form.UNIFORM)))
                .findFirst()
                .map(RecordComponent::getGenericType)
                .orElse(null);
    }

    private static RecordComponent[] components(Type type) {
        return type instanceof Class<?> settings && settings.isRecord()
                ? settings.getRecordComponents()
                : new RecordComponent[0];
    }

    private static String told(
            ConfigurationPropertyName name, int element, Type above, @Nullable ConfigurationProperty property) {
        return name.chop(element + 1) + StartFailure.place(property) + " is no setting of Parley; " + name.chop(element)
                + right(above) + " (docs/operating.md).";
    }

    private static String right(Type type) {
        if (type instanceof ParameterizedType) {
            return " is a list, so begin each part with a dash";
        }
        String keys = Arrays.stream(components(type))
                .map(component -> DataObjectPropertyName.toDashedForm(component.getName()))
                .collect(Collectors.joining(", "));
        return keys.isEmpty() ? " is a single value" : " has " + keys;
    }
}
