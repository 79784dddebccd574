package dev.parley.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.message.MessageKind;
import dev.parley.core.ticket.Outgoing.Audience;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every event in every state, against {@code cells.txt} (which row decides) and {@code effects.txt} (what it does). */
class CellsTest {
    private static final Map<StateName, Map<String, Supplier<Play>>> STAGES = Stages.all();
    private static final Map<String, Function<Play, TicketEvent>> EVENTS = Happenings.all();

    /** T05 makes no ticket, T17 has no price per ticket, T57 is about several tickets, T103 about points. */
    private static final Set<Row> ELSEWHERE = EnumSet.of(Row.T05, Row.T17, Row.T57, Row.T103, Row.T105);

    /** One event on one ticket. */
    private record Cell(String name, Ticket before, TicketEvent event, Decision decision) {
        static Cell of(String name, Play play, Function<Play, TicketEvent> making) {
            TicketEvent event = making.apply(play);
            Ticket before = play.ticket;
            return new Cell(name, before, event, play.on(event));
        }
    }

    @Test
    void everyCellIsDecidedByTheRowTheTableNames() {
        assertThat(decided()).containsExactlyElementsOf(Tables.lines("cells.txt"));
    }

    private static List<String> decided() {
        List<String> lines = new ArrayList<>();
        STAGES.forEach((state, stages) -> {
            lines.add("== " + state + ": " + String.join(" ", stages.keySet()));
            EVENTS.forEach((name, making) -> lines.add(name + " | "
                    + row(stages.values().stream()
                            .map(stage -> Cell.of(name, stage.get(), making))
                            .map(cell -> cell.decision().row())
                            .toList())));
        });
        return lines;
    }

    /** What is the same in every form of the state is said once. */
    private static String row(List<Row> rows) {
        return rows.stream().distinct().count() == 1
                ? rows.getFirst().name()
                : rows.stream().map(CellsTest::word).collect(Collectors.joining(" "));
    }

    private static String word(Row row) {
        return row == Row.UNLISTED ? "-" : row.name();
    }

    private static void forEach(BiConsumer<String, Cell> check) {
        STAGES.forEach((state, stages) -> stages.forEach((stage, play) -> EVENTS.forEach((name, making) -> {
            String where = state + " " + stage + ", " + name;
            check.accept(where, Cell.of(where, play.get(), making));
        })));
    }

    @Test
    void everyStageIsInTheStateItStandsFor() {
        STAGES.forEach((state, stages) -> stages.forEach((name, stage) ->
                assertThat(StateName.of(stage.get().ticket.state())).as(name).isEqualTo(state)));
    }

    @Test
    void everyStateAndEveryEventHasALine() {
        assertThat(STAGES.keySet()).containsExactly(StateName.values());
        Play play = Play.with(100);
        assertThat(EVENTS.values().stream()
                        .<Class<?>>map(making -> making.apply(play).getClass()))
                .containsAll(records(TicketEvent.class).toList());
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(CellsTest::records);
    }

    @Test
    void everyRowDecidesSomewhere() {
        Set<Row> rows = EnumSet.noneOf(Row.class);
        forEach((_, cell) -> rows.add(cell.decision().row()));
        assertThat(EnumSet.complementOf(EnumSet.copyOf(rows))).isEqualTo(ELSEWHERE);
    }

    @Test
    void whatNoRowSpeaksOfChangesNothingAndNobodyWhoActedIsLeftInTheDark() {
        forEach((where, cell) -> {
            if (cell.decision().row() == Row.UNLISTED) {
                switch (cell.event()) {
                    case TicketEvent.ByCustomer _ ->
                        assertThat(isToldToStaff(cell.decision())).as(where).isTrue();
                    case TicketEvent.ByStaff _ ->
                        assertThat(cell.decision())
                                .as(where)
                                .isInstanceOfSatisfying(Decision.Refused.class, refused -> {
                                    assertThat(refused.reason()).isNotBlank();
                                    assertThat(refused.outgoing()).isEmpty();
                                });
                    case TicketEvent.ByDesk _ ->
                        assertThat(cell.decision()).as(where).isInstanceOf(Decision.Ignored.class);
                }
            }
        });
    }

    /** What is written on a merged ticket goes to the other one before it is decided about (T100). */
    @Test
    void noWordOfACustomerMeetsSilence() {
        List<String> silent = new ArrayList<>();
        forEach((where, cell) -> {
            Speaker speaker = speaker(cell.event());
            boolean heard = isToldToStaff(cell.decision()) || (speaker != null && isAnswered(cell, speaker));
            if (speaker != null && !heard && !(cell.before().state() instanceof TicketState.Merged)) {
                silent.add(where);
            }
        });
        assertThat(silent).isEmpty();
    }

    private static @Nullable Speaker speaker(TicketEvent event) {
        if (event instanceof TicketEvent.Replied(CustomerReply reply)) {
            return reply.kind() == MessageKind.HUMAN ? reply.speaker() : null;
        }
        if (event instanceof TicketEvent.CancelRequested(Speaker speaker)) {
            return speaker;
        }
        return event instanceof TicketEvent.Disputed(Speaker speaker, String _) ? speaker : null;
    }

    private static boolean isAnswered(Cell cell, Speaker speaker) {
        return cell.decision().outgoing().stream().anyMatch(o -> switch (o.audience()) {
            case Audience.Sender sender -> sender.speaker().equals(speaker);
            case Audience.Requester _ ->
                speaker instanceof Speaker.Known known
                        && known.contact().equals(cell.before().requester());
            case Audience.Approvers _ -> speaker instanceof Speaker.Approver;
            case Audience.Staff _ -> false;
        });
    }

    /** Money that comes or goes is never without meaning where money is waited for or agreed. */
    @Test
    void moneyIsNeverWithoutMeaningWhereItIsOwed() {
        forEach((where, cell) -> {
            boolean waits = cell.before().state() instanceof TicketState.Funding
                    || (cell.before().state() instanceof TicketState.Requoted raise && raise.yes() != null);
            boolean agreed = Oracle.price(cell.before().state()).agreed() > 0;
            boolean concerned = (waits && cell.event() instanceof TicketEvent.FundsArrived)
                    || (agreed && cell.event() instanceof TicketEvent.PurchaseChargedBack);
            assertThat(concerned && cell.decision().row() == Row.UNLISTED)
                    .as(where)
                    .isFalse();
        });
    }

    private static boolean isToldToStaff(Decision decision) {
        return decision.outgoing().stream().anyMatch(o -> o.audience() instanceof Audience.Staff);
    }

    @Test
    void everyRowDoesWhatTheTableSaysAndNothingElse() {
        Map<Row, Set<String>> effects = Tables.effects();
        forEach((where, cell) -> assertThat(effects.getOrDefault(cell.decision().row(), Set.of()))
                .as(where)
                .contains(Effect.of(cell.decision())));
    }
}
