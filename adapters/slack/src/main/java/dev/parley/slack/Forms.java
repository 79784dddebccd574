package dev.parley.slack;

import com.google.gson.JsonObject;
import dev.parley.core.desk.Preview;
import dev.parley.core.port.Actor;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.Staff;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.TicketReads.View;
import dev.parley.core.ticket.TicketId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Forms: opened, checked, previewed, and only then recorded. What a customer would get is shown word for word before
 * it can be sent; whoever changes a field after that is shown it again.
 */
final class Forms {
    static final String ASSESS = "assess";
    static final String REPLY = "reply";
    static final String ALL = "all";
    static final String ASSIGN = "assign";
    static final String SEVERITY = "severity";
    static final String SNOOZE = "snooze";
    static final String SPLIT = "split";
    static final String MERGE = "merge";
    static final String CANCEL = "cancel";
    static final String CLOSE = "close";
    static final String REOPEN = "reopen";
    static final String NOTE = "note";

    private static final Set<String> NAMES =
            Set.of(ASSESS, REPLY, ALL, ASSIGN, SEVERITY, SNOOZE, SPLIT, MERGE, CANCEL, CLOSE, REOPEN, NOTE);

    /** Of a mail in a preview: Slack shows no more blocks, and nobody reads more. */
    private static final int PREVIEW_CHARS_MAX = 12_000;

    private static final int CHUNK_CHARS = 2_900;
    private static final String CLEAR = "{\"response_action\":\"clear\"}";

    private final SlackDesk desk;
    private final TicketReads tickets;
    private final Deeds deeds;
    private final FormBlocks blocks;
    private final FormRead read;
    private final InstantSource clock;

    Forms(SlackDesk desk, SlackPorts ports, Deeds deeds, InstantSource clock) {
        this.desk = desk;
        this.tickets = ports.tickets();
        this.deeds = deeds;
        this.blocks = new FormBlocks(desk, ports.staff());
        this.read = new FormRead(desk, ports.requests());
        this.clock = clock;
    }

    boolean knows(String form) {
        return NAMES.contains(form);
    }

    /** A modal that only says something. */
    static JsonObject told(String title, String words) {
        return Block.modal("told", title, null, "", List.of(Block.section(words)));
    }

    /** The answer to a submission that shows {@code view} in its place. */
    static String shown(JsonObject view) {
        JsonObject answer = new JsonObject();
        answer.addProperty("response_action", "update");
        answer.add("view", view);
        return answer.toString();
    }

    JsonObject open(String form, View view, Staff.Person person) {
        if (form.equals(ALL)) {
            return Block.modal(ALL, title(view), null, "", Transcript.blocks(view));
        }
        if (!person.roles().contains(Role.AGENT)) {
            return told("Not yours", Words.lacks(person.login(), "agent"));
        }
        Memo memo = new Memo(view.ticket().id().number(), heard(view), "");
        return Block.modal(form, title(view), submit(form), memo.written(), blocks.of(form, view, FormBlocks.EMPTY));
    }

    private static String title(View view) {
        return "Ticket #" + view.ticket().id().number();
    }

    private static String submit(String form) {
        return previews(form) ? "Preview" : "Save";
    }

    /** Forms by which a customer may get something. */
    private static boolean previews(String form) {
        return Set.of(ASSESS, REPLY, MERGE, CANCEL, CLOSE).contains(form);
    }

    private static long heard(View view) {
        return view.messages().stream()
                .filter(said -> said.direction() == TicketReads.Direction.IN && Cards.isCustomers(said))
                .mapToLong(TicketReads.Said::id)
                .max()
                .orElse(0);
    }

    /** Errors, a preview, or the word that it may be recorded. */
    Front.Answer check(Call call, Staff.Person person) {
        String form = Call.text(call.view(), "callback_id");
        if (!knows(form) || form.equals(ALL)) {
            return new Front.Answer.Said(CLEAR);
        }
        if (!person.roles().contains(Role.AGENT)) {
            return new Front.Answer.Said(shown(told("Not yours", Words.lacks(person.login(), "agent"))));
        }
        Memo memo = Memo.of(call);
        Optional<View> view = tickets.find(new TicketId(desk.name(), memo.ticket()));
        if (view.isEmpty()) {
            return new Front.Answer.Said(shown(told("Parley", "There is no such ticket.")));
        }
        return switch (read.deed(form, call, view.get(), clock.instant())) {
            case FormRead.Read.Wrong(var block, var words) -> new Front.Answer.Said(errors(block, words));
            case FormRead.Read.Asked(var deed) ->
                previews(form) ? previewed(new Filled(form, call, view.get(), memo), deed, person) : recorded();
        };
    }

    private static Front.Answer recorded() {
        return new Front.Answer.Take(CLEAR);
    }

    private record Filled(String form, Call call, View view, Memo memo) {
        /** Stands for everything that was filled in. */
        String print() {
            return sha256(String.join("\n", call.fields()));
        }
    }

    private Front.Answer previewed(Filled filled, Deed deed, Staff.Person person) {
        if (filled.memo.previewed().equals(filled.print())) {
            return recorded();
        }
        Instant now = clock.instant();
        Optional<Preview> preview =
                deeds.preview(filled.view.ticket().id(), deed, new Deeds.By(new Actor.Staff(person.login()), now));
        String refused = preview.map(p -> Deeds.refused(p.decision())).orElse("There is no such ticket.");
        if (!refused.isEmpty()) {
            return new Front.Answer.Said(errors(blocks.first(filled.form), refused));
        }
        List<JsonObject> all = new ArrayList<>(blocks.of(filled.form, filled.view, filled.call::field));
        all.add(Block.divider());
        all.addAll(messages(preview.orElseThrow().messages()));
        return new Front.Answer.Said(shown(Block.modal(
                filled.form,
                title(filled.view),
                filled.form.equals(REPLY) ? "Send in 20 seconds" : "Do it",
                filled.memo.after(filled.print()).written(),
                all)));
    }

    /** Word for word, with everybody who gets it. */
    private static List<JsonObject> messages(List<OutgoingMessage> messages) {
        List<JsonObject> all = new ArrayList<>();
        if (messages.isEmpty()) {
            all.add(Block.section("*Nobody gets a message by this.*"));
        }
        for (OutgoingMessage message : messages) {
            String to = message.to().stream()
                    .map(party -> party.address())
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("nobody");
            all.add(Block.section(
                    "*This goes to " + Block.quoted(to) + "*\n*Subject:* " + Block.quoted(message.subject())));
            all.addAll(chunks(message.textForStaff(), PREVIEW_CHARS_MAX));
        }
        return all;
    }

    static List<JsonObject> chunks(String text, int charsMax) {
        String shown = Block.quoted(Block.cut(text.strip(), charsMax));
        List<JsonObject> all = new ArrayList<>();
        int from = 0;
        while (from < shown.length()) {
            int end = Math.min(shown.length(), from + CHUNK_CHARS);
            int line = end < shown.length() ? shown.lastIndexOf('\n', end) : end;
            int to = line > from ? line : end;
            if (!shown.substring(from, to).isBlank()) {
                all.add(Block.section(shown.substring(from, to)));
            }
            from = to;
        }
        return all;
    }

    private static String errors(String block, String words) {
        JsonObject errors = new JsonObject();
        errors.addProperty(block, words);
        JsonObject answer = new JsonObject();
        answer.addProperty("response_action", "errors");
        answer.add("errors", errors);
        return answer.toString();
    }

    /** What a recorded submission asks for; empty if it cannot be read, which its check would have said. */
    Optional<Deed> deed(Call call, View view, Instant now) {
        return read.deed(Call.text(call.view(), "callback_id"), call, view, now)
                        instanceof FormRead.Read.Asked(var deed)
                ? Optional.of(deed)
                : Optional.empty();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
