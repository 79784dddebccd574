package dev.parley.slack.loopback;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tokens, codes and refresh tokens given out. Guarded by the {@link World}'s lock. */
final class Tokens {

    /** How long a rotating access token lives. */
    static final Duration ACCESS_LIFE = Duration.ofHours(12);
    /** How long a code of the authorize page can be exchanged. */
    static final Duration CODE_LIFE = Duration.ofMinutes(10);

    /** A code of the authorize page. */
    record Code(String teamId, String userId, Instant until) {}

    private final Map<String, Token> all = new LinkedHashMap<>();
    private final Map<String, Code> codes = new LinkedHashMap<>();
    private int count;

    Tokens(String appToken) {
        all.put(appToken, new Token(appToken, Token.Kind.APP, "", Set.of("connections:write"), Instant.MAX, false));
    }

    static String botToken(String teamId) {
        return "xoxb-" + teamId + "-loopback";
    }

    Token install(String teamId, Set<String> scopes) {
        return keep(new Token(botToken(teamId), Token.Kind.BOT, teamId, new TreeSet<>(scopes), Instant.MAX, false));
    }

    Token rotating(String teamId, Set<String> scopes, Instant now) {
        String value = "xoxe.xoxb-1-" + teamId + "-" + ++count;
        return keep(new Token(value, Token.Kind.BOT, teamId, new TreeSet<>(scopes), now.plus(ACCESS_LIFE), false));
    }

    Token refresh(String teamId) {
        String value = "xoxe-1-" + teamId + "-" + ++count;
        return keep(new Token(value, Token.Kind.REFRESH, teamId, Set.of(), Instant.MAX, false));
    }

    private Token keep(Token token) {
        all.put(token.value(), token);
        return token;
    }

    Optional<Token> find(String value) {
        return Optional.ofNullable(all.get(value));
    }

    void revoke(String value) {
        all.computeIfPresent(value, (_, token) -> token.asRevoked());
    }

    void revokeAll(String teamId) {
        all.replaceAll((_, token) -> token.teamId().equals(teamId) ? token.asRevoked() : token);
    }

    void grant(String teamId, Set<String> scopes) {
        all.replaceAll((_, token) -> token.teamId().equals(teamId) && token.kind() == Token.Kind.BOT
                ? token.withScopes(new TreeSet<>(scopes))
                : token);
    }

    /** The bot token in use in a workspace. */
    Optional<Token> ofTeam(String teamId, Instant now) {
        return all.values().stream()
                .filter(token ->
                        token.kind() == Token.Kind.BOT && token.teamId().equals(teamId))
                .filter(token -> !token.revoked() && now.isBefore(token.until()))
                .reduce((_, later) -> later);
    }

    String code(String teamId, String userId, Instant now) {
        String code = "code-" + teamId + "-" + ++count;
        codes.put(code, new Code(teamId, userId, now.plus(CODE_LIFE)));
        return code;
    }

    Optional<Code> redeem(String code, Instant now) {
        return Optional.ofNullable(codes.remove(code)).filter(found -> now.isBefore(found.until()));
    }
}
