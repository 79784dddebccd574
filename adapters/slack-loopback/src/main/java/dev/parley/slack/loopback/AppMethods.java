package dev.parley.slack.loopback;

import dev.parley.slack.loopback.RateLimits.Tier;
import java.time.Duration;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** {@code api.test}, {@code auth.*}, {@code apps.*} and {@code oauth.*}. */
final class AppMethods {

    private final World world;
    private final Events events;
    private final Supplier<String> socketUrl;

    AppMethods(World world, Events events, Supplier<String> socketUrl) {
        this.world = world;
        this.events = events;
        this.socketUrl = socketUrl;
    }

    void addTo(Methods methods) {
        methods.add("api.test", Tier.FOUR, "", (_, _) -> Json.object());
        methods.add("auth.test", Tier.SPECIAL, "", this::who);
        methods.add("auth.revoke", Tier.THREE, "", this::revoke);
        methods.add("apps.connections.open", Tier.TWO, "connections:write", this::connect);
        methods.add("apps.uninstall", Tier.ONE, "", this::uninstall);
    }

    private ObjectNode who(Session session, Args args) {
        Team team = session.team;
        ObjectNode answer = Json.object()
                .put("url", "https://" + team.domain + ".slack.com/")
                .put("team", team.name)
                .put("user", world.app.name().toLowerCase(java.util.Locale.ROOT))
                .put("team_id", team.id)
                .put("user_id", team.botUser)
                .put("bot_id", team.botId)
                .put("is_enterprise_install", false);
        if (!team.enterpriseId.isEmpty()) {
            answer.put("enterprise_id", team.enterpriseId);
        }
        return answer;
    }

    private ObjectNode revoke(Session session, Args args) {
        boolean test = args.flag("test");
        if (!test) {
            revoke(session.team, session.token.value());
        }
        return Json.object().put("revoked", !test);
    }

    /** Revokes a token and tells the app. */
    void revoke(Team team, String token) {
        ObjectNode event = Json.object().put("type", "tokens_revoked");
        ObjectNode tokens = event.putObject("tokens");
        tokens.putArray("oauth");
        tokens.putArray("bot").add(team.botUser);
        events.inTeam("tokens_revoked", team, event);
        world.tokens.revoke(token);
    }

    private ObjectNode uninstall(Session session, Args args) {
        if (!args.text("client_id").equals(world.app.clientId())
                || !args.text("client_secret").equals(world.app.clientSecret())) {
            throw new SlackError("bad_client_secret");
        }
        remove(session.team);
        return Json.object();
    }

    /** Removes the app from a workspace and tells it. */
    void remove(Team team) {
        events.inTeam("app_uninstalled", team, Json.object().put("type", "app_uninstalled"));
        revoke(team, "");
        world.tokens.revokeAll(team.id);
        team.installed = false;
    }

    private ObjectNode connect(Session session, Args args) {
        if (!world.usesSocket()) {
            throw new SlackError("forbidden_team");
        }
        return Json.object().put("url", socketUrl.get());
    }

    /** {@code oauth.v2.access}: a code or a refresh token for a token. */
    ObjectNode access(Args args) {
        if (!args.text("client_id").equals(world.app.clientId())) {
            throw new SlackError("invalid_client_id");
        }
        if (!args.text("client_secret").equals(world.app.clientSecret())) {
            throw new SlackError("bad_client_secret");
        }
        return args.text("grant_type").equals("refresh_token") ? refreshed(args) : exchanged(args);
    }

    private ObjectNode exchanged(Args args) {
        Tokens.Code code =
                world.tokens.redeem(args.text("code"), world.now()).orElseThrow(() -> new SlackError("invalid_code"));
        Team team = world.team(code.teamId());
        ObjectNode answer = granted(team, world.install(team));
        answer.putObject("authed_user").put("id", code.userId());
        return answer;
    }

    private ObjectNode refreshed(Args args) {
        if (!world.app.rotatesTokens()) {
            throw new SlackError("token_rotation_not_enabled");
        }
        Token refresh = world.tokens
                .find(args.text("refresh_token"))
                .filter(token -> token.kind() == Token.Kind.REFRESH && !token.revoked())
                .orElseThrow(() -> new SlackError("invalid_refresh_token"));
        Team team = world.team(refresh.teamId());
        world.tokens.revoke(refresh.value());
        return granted(team, world.install(team));
    }

    private ObjectNode granted(Team team, Token token) {
        ObjectNode answer = Json.object()
                .put("app_id", world.app.id())
                .put("scope", String.join(",", token.scopes()))
                .put("token_type", "bot")
                .put("access_token", token.value())
                .put("bot_user_id", team.botUser)
                .put("is_enterprise_install", false);
        if (world.app.rotatesTokens()) {
            Duration left = Duration.between(world.now(), token.until());
            answer.put("expires_in", left.toSeconds())
                    .put("refresh_token", world.tokens.refresh(team.id).value());
        }
        answer.putObject("team").put("id", team.id).put("name", team.name);
        if (team.enterpriseId.isEmpty()) {
            answer.putNull("enterprise");
        } else {
            answer.putObject("enterprise").put("id", team.enterpriseId).put("name", team.enterpriseId);
        }
        return answer;
    }
}
