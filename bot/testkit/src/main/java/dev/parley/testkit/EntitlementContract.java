package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.core.customer.CustomerId;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Actor;
import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Staff.Person;
import dev.parley.core.port.Staff.Role;
import dev.parley.core.port.Transaction.Grant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every storage promises about who may give units away, whatever the code above it forgot (P-23, P-24). */
public interface EntitlementContract extends StorageContract {

    private Actor.Staff person(String login, Role... roles) {
        ports().staff().enroll(new Person(Desks.SUPPORT, login, login, Set.of(roles)), new By(new Actor.Desk(), NOW));
        return new Actor.Staff(login);
    }

    private boolean give(CustomerId customer, Actor giver) {
        return granted(new Grant(WalletKey.of(customer, Unit.CREDIT), 100, "gift of " + giver, 0, giver, NOW));
    }

    @Test
    default void p24OnlyBillingAndTheDeskItselfGiveUnits() {
        CustomerId customer = approver("alice@customer.example").customer();
        assertThat(give(customer, person("pat", Role.AGENT, Role.BILLING))).isTrue();
        assertThat(give(customer, new Actor.Desk())).isTrue();
        assertThat(lockedFunds(customer).balance()).isEqualTo(200);
    }

    @Test
    default void p24AnAgentGivesNoUnits() {
        CustomerId customer = approver("alice@customer.example").customer();
        Actor agent = person("ann", Role.AGENT, Role.DISPUTE_APPROVER, Role.PRODUCT);
        Actor gone = person("gus", Role.BILLING);
        ports().staff().dismiss(Desks.SUPPORT, "gus", new By(new Actor.Desk(), NOW));
        for (Actor giver : new Actor[] {agent, gone, new Actor.Staff("nobody")}) {
            assertThatThrownBy(() -> give(customer, giver)).hasStackTraceContaining("that needs the role billing");
        }
        assertThat(lockedFunds(customer).balance()).isZero();
    }
}
