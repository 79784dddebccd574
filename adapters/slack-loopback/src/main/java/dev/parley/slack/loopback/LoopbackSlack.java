package dev.parley.slack.loopback;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Slack on loopback: one app, one or more workspaces, Slack's wire formats and Slack's refusals.
 *
 * <p>Time is handed in: trigger ids, retries, rate limits and tokens follow that clock, so a test moves it. What waits
 * for the app waits in real time and gives up after a while.
 */
public final class LoopbackSlack implements AutoCloseable {

    /** What the drivers work with. */
    record Parts(World world, Messages messages, Events events, Interactions interactions) {}

    private final World world;
    private final HttpServer http;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Timers timers;
    private final SocketMode socket;
    private final Requests requests;
    private final Deliveries deliveries;
    private final AppMethods appMethods;
    private final Api api;
    private final Parts parts;

    private LoopbackSlack(SlackApp app, InstantSource clock, int port, List<Workspace> workspaces)
            throws IOException, InterruptedException {
        world = new World(app, clock, workspaces);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        world.base(URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/"));
        timers = new Timers(clock);
        socket = new SocketMode(world);
        requests = new Requests(world);
        deliveries = new Deliveries(world, timers, socket, requests);
        Events events = new Events(world, deliveries);
        Messages messages = new Messages(world, events);
        ResponseUrls responses = new ResponseUrls(world, messages);
        appMethods = new AppMethods(world, events, socket::url);
        api = new Api(world, new Methods(world, events, appMethods));
        parts = new Parts(world, messages, events, new Interactions(world, deliveries, responses));
        FilesOnline filesOnline = new FilesOnline(world);
        http.createContext("/api/", api);
        http.createContext("/upload/", filesOnline::upload);
        http.createContext("/files-pri/", filesOnline::download);
        http.createContext("/", new Web(parts));
        http.createContext("/response/", new ResponsesOnline(world, responses));
        http.setExecutor(executor);
        http.start();
        socket.startAndWait();
    }

    /** Starts on a free port of 127.0.0.1, in Socket Mode unless the app has a request URL. */
    public static LoopbackSlack start(SlackApp app, InstantSource clock, Workspace... workspaces) {
        return startOn(0, app, clock, workspaces);
    }

    /** Starts on this port of 127.0.0.1. */
    public static LoopbackSlack startOn(int port, SlackApp app, InstantSource clock, Workspace... workspaces) {
        try {
            return new LoopbackSlack(app, clock, port, List.of(workspaces));
        } catch (IOException e) {
            throw new UncheckedIOException("port " + port + " of 127.0.0.1 cannot be used", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting", e);
        }
    }

    /** The prefix of the Web API's methods, with a slash at its end. */
    public String apiUrl() {
        return world.url("api/");
    }

    /** The page to try it by hand. */
    public String webUrl() {
        return world.url("");
    }

    /** The app's settings. */
    public SlackApp app() {
        return world.app;
    }

    /** The bot token in use in a workspace. */
    public String botToken(String teamId) {
        synchronized (world) {
            return world.tokens
                    .ofTeam(teamId, world.now())
                    .orElseThrow(() -> new IllegalStateException("the app has no token for " + teamId))
                    .value();
        }
    }

    /** The user id of the app's bot in a workspace. */
    public String botUser(String teamId) {
        return world.team(teamId).botUser;
    }

    /** From now on HTTP mode with this request URL; whether it answered the challenge. */
    public boolean requestUrl(URI url) {
        boolean verified = requests.verifies(url);
        synchronized (world) {
            world.requestUrl = Optional.of(url);
        }
        return verified;
    }

    /** Somebody to act as. */
    public Visitor as(String userId) {
        return new Visitor(userId, parts);
    }

    /** A channel's messages outside of threads, oldest first. */
    public List<Message> messages(String channelId) {
        synchronized (world) {
            return shown(channelId, world.channel(channelId).top());
        }
    }

    /** A thread with its first message, oldest first. */
    public List<Message> thread(String channelId, String ts) {
        synchronized (world) {
            return shown(channelId, world.channel(channelId).thread(ts));
        }
    }

    private static List<Message> shown(String channelId, List<ObjectNode> messages) {
        return messages.stream()
                .map(each -> new Message(channelId, Json.copy(each)))
                .toList();
    }

    /** Waits for a message, in the channel or one of its threads. */
    public Message awaitMessage(String channelId, Predicate<Message> wanted) {
        return world.await("a message in " + channelId, Visitor.PATIENCE, () -> {
            List<Message> all = shown(channelId, world.channel(channelId).all());
            return all.stream().filter(wanted).findFirst();
        });
    }

    /** Waits until something is so. */
    public void await(String what, java.util.function.BooleanSupplier so) {
        world.await(what, Visitor.PATIENCE, () -> so.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Waits until every delivery that was sent is acknowledged, or given up for now. */
    public void awaitQuiet() {
        await("the deliveries to be answered", () -> deliveries.underWay() == 0);
    }

    /** Every call of the Web API so far. */
    public List<Call> calls() {
        return world.journal.calls();
    }

    /** The calls of one method so far. */
    public List<Call> calls(String method) {
        return calls().stream().filter(call -> call.method().equals(method)).toList();
    }

    /** Every attempt to deliver something so far, once it was answered or given up. */
    public List<Delivery> deliveries() {
        return world.journal.deliveries();
    }

    /** Forgets the calls and deliveries so far. */
    public void forget() {
        world.journal.clear();
    }

    /** What goes wrong on purpose. */
    public Faults faults() {
        return world.faults;
    }

    /** Open Socket Mode connections. */
    public int connections() {
        return socket.connections();
    }

    /** Socket Mode connections accepted so far: a reconnect storm shows here. */
    public int connectionsOpened() {
        return socket.openedSoFar();
    }

    /** Sends {@code disconnect}: {@code warning} leaves connections open, {@code refresh_requested} closes them. */
    public void disconnect(String reason) {
        socket.announceEnd(reason);
    }

    /** Cuts all Socket Mode connections without a word. */
    public void cutConnections() {
        socket.cut();
    }

    /** Ends the Socket Mode connections again and again, by turns with and without a word. */
    public void flap(Duration every, int times) {
        if (times > 0) {
            timers.after(every, () -> {
                if (times % 2 == 0) {
                    socket.announceEnd("refresh_requested");
                } else {
                    socket.cut();
                }
                flap(every, times - 1);
            });
        }
    }

    /** Changes the scopes the app was given in a workspace, as a reinstallation would. */
    public void grant(String teamId, Set<String> scopes) {
        synchronized (world) {
            world.tokens.grant(teamId, scopes);
        }
    }

    /** Revokes the bot token of a workspace; the app is told. */
    public void revoke(String teamId) {
        synchronized (world) {
            appMethods.revoke(world.team(teamId), botToken(teamId));
        }
    }

    /** Removes the app from a workspace; it is told. */
    public void uninstall(String teamId) {
        synchronized (world) {
            appMethods.remove(world.team(teamId));
        }
    }

    /** Somebody agrees on the authorize page; the code the app's redirect URL gets. */
    public String authorize(String userId) {
        synchronized (world) {
            return world.tokens.code(world.teamOf(userId).id, userId, world.now());
        }
    }

    /** Archives a channel; the app is told. */
    public void archive(String channelId) {
        synchronized (world) {
            Channel channel = world.channel(channelId);
            channel.archived = true;
            String name = channel.kind == Channel.Kind.PRIVATE ? "group_archive" : "channel_archive";
            ObjectNode event = Json.object().put("type", name).put("channel", channelId);
            parts.events().inChannel(name, channel, event.put("user", "USLACKBOT"));
        }
    }

    @Override
    public void close() {
        timers.close();
        api.close();
        deliveries.close();
        socket.shutDown();
        requests.close();
        http.stop(0);
        executor.shutdownNow();
    }
}
