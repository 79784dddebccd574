package dev.parley.slack.loopback;

import dev.parley.slack.loopback.RateLimits.Tier;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** The table of the Web API's methods, and the checks every call goes through. */
final class Methods {

    /** The answer of a method, or why there is none yet. */
    record Answer(int status, ObjectNode body, OptionalLong retryAfterSeconds) {

        static Answer ok(ObjectNode body) {
            return new Answer(200, body, OptionalLong.empty());
        }
    }

    private final World world;
    private final Map<String, Method> table = new TreeMap<>();
    private final AppMethods app;

    Methods(World world, Events events, AppMethods app) {
        this.world = world;
        this.app = app;
        Messages messages = new Messages(world, events);
        app.addTo(this);
        new ChatMethods(messages).addTo(this);
        new ConversationMethods(events).addTo(this);
        new PeopleMethods().addTo(this);
        new ReactionMethods(events).addTo(this);
        new ViewMethods().addTo(this);
        new FileMethods(messages).addTo(this);
    }

    void add(String name, Tier tier, String scope, Method.Handler handler) {
        table.put(name, new Method(tier, scope, handler));
    }

    /** The team of a call's token, empty when it has none. */
    String team(String token) {
        return world.tokens.find(token).map(Token::teamId).orElse("");
    }

    /** The scopes of a call's token, empty when it has none. */
    String scopes(String token) {
        synchronized (world) {
            return world.tokens
                    .find(token)
                    .map(found -> String.join(",", found.scopes()))
                    .orElse("");
        }
    }

    Answer call(String name, String tokenValue, Args args) {
        synchronized (world) {
            try {
                return answer(name, tokenValue, args);
            } catch (SlackError refused) {
                return Answer.ok(refused.answer());
            } finally {
                world.changed();
            }
        }
    }

    private Answer answer(String name, String tokenValue, Args args) {
        if (name.equals("oauth.v2.access")) {
            return Answer.ok(done(app.access(args)));
        }
        Method method = Optional.ofNullable(table.get(name)).orElseThrow(() -> new SlackError("unknown_method"));
        Token token = token(tokenValue);
        boolean forApp = name.equals("apps.connections.open");
        if (forApp != (token.kind() == Token.Kind.APP)) {
            throw new SlackError("not_allowed_token_type");
        }
        OptionalLong wait = world.limits.take(token.teamId(), name, tier(name, method));
        if (wait.isPresent()) {
            return limited(wait);
        }
        if (!method.scope().isEmpty() && !token.scopes().contains(method.scope())) {
            throw SlackError.missingScope(method.scope(), token.scopes());
        }
        try {
            Team team = forApp ? world.teams.values().iterator().next() : world.team(token.teamId());
            return Answer.ok(done(method.handler().handle(new Session(world, team, token), args)));
        } catch (TooFast tooFast) {
            return limited(OptionalLong.of(tooFast.seconds));
        }
    }

    private Tier tier(String name, Method method) {
        boolean reads = name.equals("conversations.history") || name.equals("conversations.replies");
        return reads && world.app.commercial() ? Tier.ONE : method.tier();
    }

    private static Answer limited(OptionalLong wait) {
        return new Answer(429, Json.object().put("ok", false).put("error", "ratelimited"), wait);
    }

    private Token token(String value) {
        if (value.isEmpty()) {
            throw new SlackError("not_authed");
        }
        Token token = world.tokens.find(value).orElseThrow(() -> new SlackError("invalid_auth"));
        if (token.revoked()) {
            throw new SlackError("token_revoked");
        }
        if (!world.now().isBefore(token.until())) {
            throw new SlackError("token_expired");
        }
        if (token.kind() == Token.Kind.REFRESH) {
            throw new SlackError("not_allowed_token_type");
        }
        return token;
    }

    private static ObjectNode done(ObjectNode answer) {
        ObjectNode all = Json.object().put("ok", true);
        return all.setAll(answer);
    }

    /** A limit only the method itself can know of: one channel's. */
    static final class TooFast extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final long seconds;

        TooFast(long seconds) {
            super("ratelimited");
            this.seconds = seconds;
        }
    }
}
