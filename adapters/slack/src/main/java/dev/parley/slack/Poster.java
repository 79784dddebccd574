package dev.parley.slack;

import com.google.gson.JsonObject;
import com.slack.api.model.Conversation;
import dev.parley.core.desk.ReadCard;
import dev.parley.core.desk.ReadCard.Card;
import dev.parley.core.port.ChatCards;
import dev.parley.core.port.ChatCards.Entry;
import dev.parley.core.port.Leases;
import dev.parley.core.port.TicketReads.Direction;
import dev.parley.core.port.TicketReads.Said;
import dev.parley.core.port.TicketReads.View;
import dev.parley.core.port.Transaction.Visibility;
import dev.parley.core.ticket.StateName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the cards as their tickets are, one call of Slack at a time. What is to be posted follows from the ticket and
 * from what stands already, so that nothing is lost; before anything is posted it is noted that it is about to be, and
 * whoever finds such a note looks in Slack first, so that nothing is posted twice.
 */
final class Poster {
    private static final Logger LOG = LoggerFactory.getLogger(Poster.class);

    /** How long Slack's word on a channel holds: whether people of other companies are in it. */
    private static final Duration CHECKED = Duration.ofMinutes(5);

    /** Cards looked at together: those that stand are changed at once, however many wait to be posted. */
    private static final int BATCH = 40;

    /** So many new tickets at once are shown as one list, until somebody takes one up. */
    private static final int BURST = 10;

    private static final String LIST = "list ";

    private static final Duration RETRY = Duration.ofSeconds(30);
    private static final String CARD = "card";
    private static final String MESSAGE = "message ";

    private final SlackSettings settings;
    private final ChatCards cards;
    private final ReadCard read;
    private final Leases leases;
    private final SlackApi api;
    private final Pace pace = new Pace();
    private volatile String problem = "";
    private volatile Instant checkedUntil = Instant.MIN;

    Poster(SlackSettings settings, SlackPorts ports, SlackApi api) {
        this.settings = settings;
        this.cards = ports.cards();
        this.read = ports.read();
        this.leases = ports.leases();
        this.api = api;
    }

    /** What keeps cards from being shown, "" if nothing does. */
    String problem() {
        return problem;
    }

    /** Takes one step, if there is one to take; true if there may be more at once. */
    boolean step(String worker, Duration lease, Instant now) {
        if (!pace.awake(now)
                || !leases.hold("posting to " + settings.channel(), worker, lease, now)
                || !internal(now)) {
            return false;
        }
        List<Entry> claimed = cards.claim(settings.desk(), BATCH, lease, now);
        List<Entry> fresh = claimed.stream().filter(Poster::isFresh).toList();
        boolean burst = fresh.size() >= BURST;
        if (burst) {
            list(fresh, now);
        }
        for (Entry entry : claimed) {
            if (burst && isFresh(entry)) {
                continue;
            }
            if (pace.awake(now)) {
                step(entry, now);
            } else {
                cards.later(entry, problem, pace.next());
            }
        }
        return !claimed.isEmpty();
    }

    /** Nothing of ours is ever shown where other companies read (D3). */
    private boolean internal(Instant now) {
        if (now.isBefore(checkedUntil)) {
            return true;
        }
        Outcome<Conversation> found = api.room(settings.room());
        problem = switch (found) {
            case Outcome.Done<Conversation>(var room) ->
                shared(room)
                        ? "the channel " + settings.room()
                                + " is shared with another company; cards are not shown there"
                        : "";
            case Outcome.Later<Conversation>(var why, var _) -> why;
            case Outcome.Never<Conversation>(var why) -> why + " (the channel " + settings.room() + ")";
        };
        if (problem.isEmpty()) {
            checkedUntil = now.plus(CHECKED);
            return true;
        }
        pace.rest(now.plus(RETRY));
        return false;
    }

    private static boolean shared(Conversation room) {
        return room.isExtShared() || room.isPendingExtShared();
    }

    private static boolean isFresh(Entry entry) {
        return !entry.posted() && !entry.isListed() && entry.begun().isEmpty();
    }

    /** Many new tickets as one message. */
    private void list(List<Entry> fresh, Instant now) {
        if (now.isBefore(pace.next())) {
            fresh.forEach(entry -> cards.later(entry, "", pace.next()));
            return;
        }
        List<View> views = fresh.stream()
                .flatMap(entry -> read.of(entry.ticket(), now).stream())
                .map(Card::view)
                .toList();
        String what = LIST + fresh.getFirst().ticket().number();
        List<Entry> begun = fresh.stream()
                .map(entry -> entry.begins(what, now))
                .filter(cards::save)
                .toList();
        var post = new SlackApi.Post(
                settings.room(),
                "",
                views.size() + " new tickets",
                Block.message(Cards.list(views)),
                id(fresh.getFirst().ticket().desk(), what));
        switch (api.post(post)) {
            case Outcome.Done<String>(var ts) -> {
                pace.posted(now);
                begun.forEach(entry -> again(entry.listed(ts), now));
            }
            case Outcome.Later<String>(var why, var pause) -> begun.forEach(entry -> rest(entry, why, pause, now));
            case Outcome.Never<String>(var why) -> begun.forEach(entry -> never(entry, why, now));
        }
    }

    private void step(Entry entry, Instant now) {
        Optional<Card> found = read.of(entry.ticket(), now);
        if (found.isEmpty()) {
            cards.done(entry);
        } else if (!entry.begun().isEmpty()) {
            look(entry, now);
        } else if (!entry.posted()) {
            first(entry, found.get(), now);
        } else {
            next(entry, found.get(), now);
        }
    }

    /** Something was about to be posted when whoever did it was last heard of. */
    private void look(Entry entry, Instant now) {
        Instant since = entry.begunAt() == null ? now : entry.begunAt();
        String thread = entry.begun().startsWith(MESSAGE) ? entry.ts() : "";
        String id =
                entry.begun().startsWith(LIST) ? id(entry.ticket().desk(), entry.begun()) : id(entry, entry.begun());
        switch (api.posted(entry.room(), thread, id, since)) {
            case Outcome.Done<Optional<String>>(var ts) -> {
                Entry after = ts.map(there -> stands(entry, there)).orElseGet(() -> unbegun(entry));
                again(after, now);
            }
            case Outcome.Later<Optional<String>>(var why, var pause) -> rest(entry, why, pause, now);
            case Outcome.Never<Optional<String>>(var why) -> never(entry, why, now);
        }
    }

    private static Entry stands(Entry entry, String ts) {
        if (entry.begun().startsWith(LIST)) {
            return entry.listed(ts);
        }
        return entry.begun().equals(CARD)
                ? entry.shows(ts, "")
                : entry.mirrors(Long.parseLong(entry.begun().substring(MESSAGE.length())));
    }

    private static Entry unbegun(Entry entry) {
        return entry.mirrors(entry.mirrored());
    }

    private void first(Entry entry, Card card, Instant now) {
        View view = card.view();
        boolean idle = entry.isListed() && !Cards.isTakenUp(view);
        if (idle || !StateName.of(view.ticket().state()).open()) {
            cards.done(entry);
            return;
        }
        if (waits(entry, now)) {
            return;
        }
        String blocks = Block.message(Cards.blocks(card));
        Entry begun = entry.begins(CARD, now);
        if (!cards.save(begun)) {
            return;
        }
        post(begun, new SlackApi.Post(entry.room(), "", Cards.text(view), blocks, id(entry, CARD)), now)
                .ifPresent(ts -> again(begun.shows(ts, print(blocks)), now));
    }

    /** One new message a second: it is not its turn yet. */
    private boolean waits(Entry entry, Instant now) {
        boolean early = now.isBefore(pace.next());
        if (early) {
            cards.later(entry, "", pace.next());
        }
        return early;
    }

    private void next(Entry entry, Card card, Instant now) {
        View view = card.view();
        String blocks = Block.message(Cards.blocks(card));
        Optional<Said> unsaid = view.messages().stream()
                .filter(said -> said.id() > entry.mirrored() && isMirrored(said))
                .findFirst();
        if (!print(blocks).equals(entry.shown())) {
            update(entry, view, blocks, now);
        } else if (unsaid.isPresent()) {
            mirror(entry, unsaid.get(), now);
        } else {
            cards.done(entry);
        }
    }

    private void update(Entry entry, View view, String blocks, Instant now) {
        switch (api.update(entry.room(), entry.ts(), Cards.text(view), blocks)) {
            case Outcome.Done<String> _ -> {
                again(entry.shows(entry.ts(), print(blocks)), now);
            }
            case Outcome.Later<String>(var why, var pause) -> rest(entry, why, pause, now);
            case Outcome.Never<String>(var why) -> {
                boolean gone = why.endsWith("message_not_found") || why.endsWith("cant_update_message");
                if (gone) {
                    again(entry.shows("", ""), now);
                } else {
                    never(entry, why, now);
                }
            }
        }
    }

    /** What staff say in the thread stands there already; everything else of the conversation is mirrored. */
    private static boolean isMirrored(Said said) {
        return said.direction() != Direction.REMARK || said.visibility() == Visibility.PUBLIC;
    }

    private void mirror(Entry entry, Said said, Instant now) {
        if (waits(entry, now)) {
            return;
        }
        String what = MESSAGE + said.id();
        Entry begun = entry.begins(what, now);
        if (!cards.save(begun)) {
            return;
        }
        List<JsonObject> blocks = Transcript.mirrored(said);
        var post = new SlackApi.Post(
                entry.room(), entry.ts(), Transcript.head(said), Block.message(blocks), id(entry, what));
        post(begun, post, now).ifPresent(_ -> again(begun.mirrors(said.id()), now));
    }

    private Optional<String> post(Entry begun, SlackApi.Post post, Instant now) {
        return switch (api.post(post)) {
            case Outcome.Done<String>(var ts) -> {
                pace.posted(now);
                yield Optional.of(ts);
            }
            case Outcome.Later<String>(var why, var pause) -> {
                rest(begun, why, pause, now);
                yield Optional.empty();
            }
            case Outcome.Never<String>(var why) -> {
                never(begun, why, now);
                yield Optional.empty();
            }
        };
    }

    /** Keeps what was done, and comes back for what is still to do. */
    private void again(Entry after, Instant now) {
        problem = "";
        if (cards.save(after)) {
            cards.later(after, "", now);
        }
    }

    private void rest(Entry entry, String why, Duration pause, Instant now) {
        problem = why;
        LOG.info("The card of ticket {} waits: {}", entry.ticket().number(), why);
        pace.rest(now.plus(pause));
        cards.later(entry, why, now.plus(pause));
    }

    /** Slack will not have it as it is; somebody has to mend something, so it is tried again, seldom. */
    private void never(Entry entry, String why, Instant now) {
        problem = why;
        LOG.warn("The card of ticket {} cannot be shown: {}", entry.ticket().number(), why);
        cards.later(entry, why, now.plus(RETRY));
    }

    private static String id(String desk, String what) {
        return desk + ":" + what.replace(' ', ':');
    }

    private static String id(Entry entry, String what) {
        return entry.ticket().desk() + ":" + entry.ticket().number() + ":" + what.replace(' ', ':');
    }

    private static String print(String blocks) {
        CRC32 crc = new CRC32();
        crc.update(blocks.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue()) + "-" + blocks.length();
    }
}
