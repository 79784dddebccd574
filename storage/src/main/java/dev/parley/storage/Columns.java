package dev.parley.storage;

import dev.parley.core.message.Party;
import dev.parley.core.port.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How values of the core stand in columns. */
final class Columns {
    /** Longest id (Message-ID, message key) kept as it is; a longer one is cut and told apart by its hash. */
    static final int ID_LENGTH_MAX = 500;

    private static final int ID_HEAD = 400;

    private Columns() {}

    /** PostgreSQL would round to the next microsecond, which might be the one at which a quote expires. */
    static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column), column);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static String string(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    /** PostgreSQL has no NUL in texts; real mail does. */
    static String text(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    static @Nullable String textOrNull(@Nullable String text) {
        return text == null ? null : text(text);
    }

    /** At most {@code max} characters of it. */
    static String cut(String text, int max) {
        String clean = text(text);
        return clean.length() <= max ? clean : clean.substring(0, max);
    }

    /** An id that fits an index, and is another one for another id. */
    static String id(String id) {
        String clean = text(id);
        return clean.length() <= ID_LENGTH_MAX ? clean : clean.substring(0, ID_HEAD) + " sha256:" + sha256Hex(clean);
    }

    static @Nullable String idOrNull(@Nullable String id) {
        return id == null ? null : id(id);
    }

    private static String sha256Hex(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String[] array(List<String> values) {
        return values.stream().map(Columns::text).toArray(String[]::new);
    }

    static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    static String[] names(List<Party> parties) {
        return array(parties.stream().map(Party::name).toList());
    }

    static String[] addresses(List<Party> parties) {
        return array(parties.stream().map(Party::address).toList());
    }

    static List<Party> parties(ResultSet row, String names, String addresses) throws SQLException {
        List<String> name = strings(row, names);
        List<String> address = strings(row, addresses);
        List<Party> parties = new ArrayList<>();
        for (int i = 0; i < name.size(); i++) {
            parties.add(new Party(name.get(i), address.get(i)));
        }
        return parties;
    }

    static String actorKind(Actor actor) {
        return switch (actor) {
            case Actor.Staff _ -> "STAFF";
            case Actor.Customer _ -> "CUSTOMER";
            case Actor.Desk _ -> "DESK";
        };
    }

    static String actorName(Actor actor) {
        return switch (actor) {
            case Actor.Staff staff -> id(staff.login());
            case Actor.Customer customer -> id(customer.address());
            case Actor.Desk _ -> "";
        };
    }

    static Actor actor(ResultSet row) throws SQLException {
        String name = string(row, "actor");
        String kind = string(row, "actor_kind");
        return switch (kind) {
            case "STAFF" -> new Actor.Staff(name);
            case "CUSTOMER" -> new Actor.Customer(name);
            case "DESK" -> new Actor.Desk();
            default -> throw new IllegalStateException("actor of kind " + kind);
        };
    }
}
