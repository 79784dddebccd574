package dev.parley.slack;

import com.google.gson.JsonObject;
import dev.parley.core.message.Attachment;
import dev.parley.core.message.Party;
import dev.parley.core.port.TicketReads.Direction;
import dev.parley.core.port.TicketReads.Said;
import dev.parley.core.port.TicketReads.View;
import dev.parley.core.port.Transaction.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was said on a ticket, for staff to read. */
final class Transcript {
    private static final int MESSAGE_CHARS_MAX = 8_000;
    private static final int MESSAGES_MAX = 40;

    /** Of one message in the thread; the rest is behind “Show all”. */
    static final int MIRROR_CHARS_MAX = 2_800;

    private static final int KILOBYTE = 1024;

    private Transcript() {}

    /** The newest messages whole, the newest last. */
    static List<JsonObject> blocks(View view) {
        List<Said> messages = view.messages();
        List<JsonObject> all = new ArrayList<>();
        List<Said> newest = messages.subList(Math.max(0, messages.size() - MESSAGES_MAX), messages.size());
        if (newest.size() < messages.size()) {
            all.add(Block.context((messages.size() - newest.size()) + " older messages: ./parley ticket show "
                    + view.ticket().id().number()));
        }
        for (Said said : newest.reversed()) {
            List<JsonObject> one = new ArrayList<>();
            one.add(Block.context(head(said)));
            one.addAll(Forms.chunks(said.content().text(), MESSAGE_CHARS_MAX));
            files(said).forEach(words -> one.add(Block.context(words)));
            if (all.size() + one.size() > Block.VIEW_BLOCKS_MAX) {
                break;
            }
            all.addAll(0, one);
        }
        if (all.isEmpty()) {
            all.add(Block.section("Nothing was said yet."));
        }
        return all;
    }

    /** Who said it, when, and to whom it is known. */
    static String head(Said said) {
        String who = switch (said.direction()) {
            case IN -> "*" + name(said) + "*";
            case OUT -> "*To the customer*";
            case REMARK -> said.visibility() == Visibility.STAFF ? "*Note*" + by(said) : "*" + name(said) + "*";
        };
        String kept = said.direction() == Direction.IN && said.visibility() == Visibility.STAFF
                ? " · not part of the conversation"
                : "";
        return who + " · " + Stand.day(said.at()) + kept;
    }

    private static String by(Said said) {
        return said.from() == null ? "" : " by " + name(said);
    }

    private static String name(Said said) {
        Party from = said.from();
        if (from == null) {
            return "somebody";
        }
        return Block.quoted(from.name().isBlank() ? from.address() : from.name());
    }

    /** The message as it stands in the thread under the card. */
    static List<JsonObject> mirrored(Said said) {
        List<JsonObject> all = new ArrayList<>();
        all.add(Block.context(head(said)));
        String words = said.content().reply().isBlank()
                ? said.content().text()
                : said.content().reply();
        all.addAll(Forms.chunks(words, MIRROR_CHARS_MAX));
        files(said).forEach(line -> all.add(Block.context(line)));
        return all;
    }

    private static List<String> files(Said said) {
        return said.attachments().isEmpty()
                ? List.of()
                : List.of(":paperclip: "
                        + said.attachments().stream().map(Transcript::file).collect(Collectors.joining(", ")));
    }

    private static String file(Attachment file) {
        return Block.quoted(file.name()) + " (" + Math.ceilDiv(file.size(), KILOBYTE) + " KB)";
    }
}
