package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.core.conversation.Marks;
import dev.parley.core.conversation.Seal;
import dev.parley.core.customer.Contact;
import dev.parley.core.desk.DeskBook;
import dev.parley.core.desk.DeskProfile;
import dev.parley.core.desk.UseCases;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.message.Party;
import dev.parley.core.policy.CategoryKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Renderer;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Transaction.Grant;
import dev.parley.core.ticket.Assessment;
import dev.parley.core.ticket.Mode;
import dev.parley.core.ticket.Row;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.TicketEvent;
import dev.parley.core.ticket.TicketId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Work nobody has to be asked about, and no credits for it: every storage lets it wait and go on. */
public interface FundingContract extends StorageContract {
    private UseCases useCases() {
        Renderer words = (template, _, _) -> new Renderer.Rendered(template.name(), template.name(), null);
        DeskProfile desk = new DeskProfile(
                Desks.proSupport(),
                new Party("Support", "support@vendor.example"),
                "mail:support",
                List.of("support@vendor.example"),
                List.of(),
                List.of(),
                null,
                Locale.ENGLISH,
                new DeskProfile.Brakes(List.of(), 40),
                words);
        return UseCases.over(
                new DeskBook(List.of(desk)), ports().store(), new Marks(new Seal(new byte[Seal.KEY_BYTES_MIN])));
    }

    /** Assesses a new ticket's work and pays it afterwards. */
    private void waitsAndGoesOn(Mode mode, CategoryKey category, long amount, Row row) {
        Contact alice = approver("alice@customer.example");
        TicketId id = created(alice).id();
        UseCases desk = useCases();
        desk.actOnTicket().act(id, new TicketEvent.Opened(mode, true, false), new Actor.Desk(), NOW);
        Assessment work = new Assessment.Priced(category, amount, false, "the work");
        assertThat(desk.actOnTicket().act(id, new TicketEvent.Assessed(work, ""), AGENT, NOW))
                .hasValueSatisfying(decision -> assertThat(decision.row()).isEqualTo(row));
        assertThat(StateName.of(read(id).state())).isEqualTo(StateName.FUNDING);
        assertThat(view(id).quotes()).isEmpty();
        WalletKey wallet = WalletKey.of(alice.customer(), Unit.CREDIT);
        desk.payIn().payIn(new Grant(wallet, amount, "order-1", 100, new Actor.Desk(), NOW.plusSeconds(9)));
        assertThat(StateName.of(read(id).state())).isEqualTo(StateName.WORKING);
        assertThat(view(id).quotes()).extracting(TicketReads.Offer::version).containsExactly(1);
        assertThat(view(id).money().held()).isEqualTo(amount);
        assertThat(ports().wallets().violations()).isEmpty();
    }

    @Test
    default void t09c28AQuestionThatNeedsNoYesWaitsForCredits() {
        waitsAndGoesOn(new Mode.Ask(), Desks.QUESTION, 5, Row.T09);
    }

    @Test
    default void t11c27WorkAgreedToInAdvanceWaitsForCredits() {
        waitsAndGoesOn(new Mode.PreAgreed(20), Desks.CONSULTATION, 10, Row.T11);
    }
}
