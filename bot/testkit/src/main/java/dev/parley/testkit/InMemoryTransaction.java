package dev.parley.testkit;

import dev.parley.core.customer.Contact;
import dev.parley.core.customer.ContactId;
import dev.parley.core.customer.Customer;
import dev.parley.core.customer.CustomerId;
import dev.parley.core.customer.Site;
import dev.parley.core.customer.SiteId;
import dev.parley.core.feature.FeatureStatus;
import dev.parley.core.hours.HoursContract;
import dev.parley.core.ledger.Funds;
import dev.parley.core.ledger.Unit;
import dev.parley.core.ledger.WalletKey;
import dev.parley.core.message.InboundMessage;
import dev.parley.core.money.Money;
import dev.parley.core.points.PointsContract;
import dev.parley.core.port.AcknowledgementCap;
import dev.parley.core.port.Actor;
import dev.parley.core.port.ClaimLost;
import dev.parley.core.port.Demands;
import dev.parley.core.port.Features;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.LedgerRefusal;
import dev.parley.core.port.Levels;
import dev.parley.core.port.Notice;
import dev.parley.core.port.Orders;
import dev.parley.core.port.OutgoingMessage;
import dev.parley.core.port.Plans;
import dev.parley.core.port.Reviews;
import dev.parley.core.port.Sessions;
import dev.parley.core.port.StaleTicket;
import dev.parley.core.port.TicketReads.Step;
import dev.parley.core.port.TicketReads.Unseen;
import dev.parley.core.port.TimeBook;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.TriageBook;
import dev.parley.core.purchase.Lot;
import dev.parley.core.reading.Reading;
import dev.parley.core.ticket.Decision;
import dev.parley.core.ticket.Posting;
import dev.parley.core.ticket.StateName;
import dev.parley.core.ticket.Ticket;
import dev.parley.core.ticket.TicketId;
import dev.parley.core.ticket.TicketState;
import dev.parley.testkit.Memory.Acknowledged;
import dev.parley.testkit.Memory.Automatic;
import dev.parley.testkit.Memory.Kept;
import dev.parley.testkit.Memory.Recorded;
import dev.parley.testkit.Memory.Shown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A view of the memory while its lock is held. */
final class InMemoryTransaction implements Transaction {
    private static final int LOOKED_UP_MAX = 10;

    private final Memory memory;
    private final List<OutgoingMessage> sent = new ArrayList<>();

    InMemoryTransaction(Memory memory) {
        this.memory = memory;
    }

    /** What was sent, in order. */
    List<OutgoingMessage> sent() {
        return sent;
    }

    // ---- who

    @Override
    public Optional<Contact> contact(String desk, String address) {
        return memory.contact(desk, address);
    }

    @Override
    public List<Contact> approvers(CustomerId customer) {
        return memory.contacts
                .rows()
                .filter(c -> c.customer().equals(customer) && c.approver())
                .toList();
    }

    @Override
    public Contact contact(ContactId id) {
        return memory.contacts.get(id);
    }

    @Override
    public Customer customer(CustomerId id) {
        return memory.customers.get(id);
    }

    @Override
    public Contact introduce(String desk, String address, String name, String language) {
        return contact(desk, address)
                .orElseGet(() -> InMemoryCustomers.introduced(memory, desk, address, name, language));
    }

    @Override
    public List<Site> sites(CustomerId customer) {
        return memory.sitesOf(customer);
    }

    // ---- contracts

    @Override
    public Optional<PointsContract> pointsContract(SiteId site) {
        return InMemoryContracts.pointsOf(memory, site);
    }

    @Override
    public Optional<HoursContract> hoursContract(CustomerId customer) {
        return InMemoryContracts.hoursOf(memory, customer);
    }

    // ---- tickets

    @Override
    public long nextTicketNumber(String desk) {
        return memory.nextTicket();
    }

    @Override
    public Optional<Ticket> lock(TicketId id) {
        return memory.tickets.find(id);
    }

    @Override
    public List<TicketId> waitingForFunds(WalletKey wallet) {
        return memory.waitingForFunds(wallet);
    }

    @Override
    public Funds lockFunds(WalletKey wallet) {
        return memory.ledger.funds(wallet, memory.clock.instant());
    }

    @Override
    public void create(Ticket ticket) {
        Long site = ticket.payer().site();
        if (site != null && !memory.sites.has(new SiteId(ticket.customer(), site))) {
            throw new IllegalArgumentException("customer " + ticket.customer().number() + " has no site " + site);
        }
        memory.tickets.insert(ticket.id(), ticket);
    }

    @Override
    public Optional<LedgerRefusal> apply(Ticket ticket, Decision decision, Actor actor, Instant now) {
        int mark = memory.undo.mark();
        switch (decision) {
            case Decision.Transition transition -> {
                Optional<LedgerRefusal> refusal = change(ticket, transition, now);
                if (refusal.isPresent()) {
                    memory.undo.rollbackTo(mark);
                    return refusal;
                }
                note(ticket, transition.next().state(), decision, new Why(Step.Kind.TRANSITION, "", actor, now));
            }
            case Decision.Refused refused ->
                note(ticket, ticket.state(), decision, new Why(Step.Kind.REFUSED, refused.reason(), actor, now));
            case Decision.Ignored ignored ->
                note(ticket, ticket.state(), decision, new Why(Step.Kind.IGNORED, ignored.reason(), actor, now));
        }
        return Optional.empty();
    }

    private Optional<LedgerRefusal> change(Ticket ticket, Decision.Transition transition, Instant now) {
        Ticket next = transition.next();
        if (memory.tickets.get(ticket.id()).version() != ticket.version()) {
            throw new StaleTicket(ticket.id(), ticket.version());
        }
        memory.tickets.put(ticket.id(), Memory.saved(next, ticket.customer(), ticket.version() + 1));
        memory.dueLeases.put(ticket.id(), Instant.MIN);
        new InMemoryLevels(memory).reached(ticket.id(), next.state(), now);
        for (Posting posting : transition.postings()) {
            Optional<LedgerRefusal> refusal = memory.ledger.post(ticket, posting, now);
            if (refusal.isPresent()) {
                return refusal;
            }
            new InMemoryOverage(memory).keep(ticket.id(), posting);
        }
        return Optional.empty();
    }

    private void note(Ticket ticket, TicketState after, Decision decision, Why why) {
        Step step = new Step(
                decision.row(),
                why.kind,
                why.reason,
                why.actor,
                StateName.of(ticket.state()),
                StateName.of(after),
                why.at);
        memory.steps.insert(memory.nextId(), new Memory.Done(ticket.id(), step));
    }

    @Override
    public Optional<FeatureStatus> feature(TicketId ticket) {
        return memory.features(ticket).reduce((_, later) -> later).map(Features.Step::status);
    }

    @Override
    public void keepFeature(TicketId ticket, Features.Step step) {
        memory.features.insert(memory.nextId(), new Memory.Wished(ticket, step));
    }

    @Override
    public void link(TicketId child, TicketId parent) {
        memory.parents.put(child, parent);
    }

    @Override
    public boolean grant(Grant grant) {
        memory.requireBilling(grant.wallet().customer().desk(), grant.actor());
        boolean fresh = memory.ledger.grant(grant);
        WalletKey wallet = grant.wallet();
        Money cost = grant.cost();
        if (fresh && wallet.unit() == Unit.CREDIT && cost != null && cost.minor() > 0) {
            Lot lot = new Lot(grant.sourceRef(), wallet.customer(), grant.amount(), cost, grant.at());
            memory.paidLots.insert(wallet.customer().desk() + ' ' + lot.key(), lot);
        }
        return fresh;
    }

    @Override
    public List<TicketId> openTickets(CustomerId customer) {
        return memory.openTickets(customer);
    }

    @Override
    public TimeBook time() {
        return new InMemoryTimeBook(memory);
    }

    @Override
    public Plans plans() {
        return new InMemoryPlans(memory);
    }

    @Override
    public Orders orders() {
        return new InMemoryOrders(memory);
    }

    @Override
    public Sessions sessions() {
        return new InMemorySessions(memory);
    }

    @Override
    public Reviews reviews() {
        return new InMemoryReviews(memory);
    }

    @Override
    public Demands demands() {
        return new InMemoryDemands(memory);
    }

    @Override
    public TriageBook triage() {
        return new InMemoryTriage(memory);
    }

    @Override
    public Levels levels() {
        return new InMemoryLevels(memory);
    }

    // ---- messages

    @Override
    public Optional<TicketId> ticketOfMessage(String desk, List<String> messageIds) {
        return messageIds.stream()
                .limit(LOOKED_UP_MAX)
                .flatMap(id -> Stream.concat(
                                memory.messages
                                        .rows()
                                        .filter(m -> m.desk().equals(desk)
                                                && id.equals(m.said().messageId()))
                                        .map(Kept::ticket)
                                        .filter(Objects::nonNull),
                                memory.providerIds.find(desk + ' ' + id).stream())
                        .limit(1))
                .findFirst();
    }

    @Override
    public boolean heardAside(String desk, List<String> messageIds) {
        List<String> asked = messageIds.stream().limit(LOOKED_UP_MAX).toList();
        return memory.messages
                .rows()
                .anyMatch(m -> m.isAside(desk) && asked.contains(m.said().messageId()));
    }

    @Override
    public Sighting sighting(String desk, String messageKey, String address) {
        return new Sighting(seen(desk, messageKey), contact(desk, address));
    }

    private boolean seen(String desk, String messageKey) {
        return memory.messages.rows().anyMatch(m -> m.desk().equals(desk) && messageKey.equals(m.key()));
    }

    @Override
    public void keep(
            InboundMessage message, @Nullable TicketId ticket, @Nullable Reading reading, Visibility visibility) {
        String key = message.key().toString();
        if (seen(message.desk(), key)) {
            throw new IllegalStateException("the message " + key + " was kept before");
        }
        new InMemoryMessages(memory).keep(message, ticket, reading, visibility);
    }

    @Override
    public void remark(TicketId ticket, Actor author, String text, Instant at) {
        new InMemoryMessages(memory).remark(ticket, author, text, Visibility.PUBLIC, at);
    }

    @Override
    public Trail trail(TicketId ticket) {
        return memory.trail(ticket);
    }

    @Override
    public void send(OutgoingMessage message, Instant now) {
        sent.add(message);
        new InMemoryMessages(memory).send(message, now);
    }

    @Override
    public boolean saidBefore(TicketId ticket, String address, String text, Instant since) {
        return new InMemoryMessages(memory).saidBefore(ticket, address, text, since);
    }

    @Override
    public void countAutomatic(String desk, String address, Instant now) {
        memory.automatic.insert(memory.nextId(), new Automatic(desk, address.toLowerCase(Locale.ROOT), now));
    }

    @Override
    public int automaticMessagesTo(String desk, String address, Instant since) {
        return (int) memory.automatic
                .rows()
                .filter(sent -> sent.desk().equals(desk) && !sent.at().isBefore(since))
                .filter(sent -> sent.address().equalsIgnoreCase(address))
                .count();
    }

    @Override
    public Optional<AcknowledgementCap> acknowledge(
            String desk, String address, List<AcknowledgementCap> caps, Instant now) {
        return memory.acknowledge(new Acknowledged(desk, address.toLowerCase(Locale.ROOT), now), caps);
    }

    @Override
    public boolean notice(Notice notice) {
        return memory.show(notice);
    }

    @Override
    public int markSeen(String desk, long ticket, Actor.Staff by, Instant now) {
        List<Unseen> unseen = memory.unseen(desk)
                .filter(shown -> shown.notice().ticket() == ticket)
                .toList();
        unseen.forEach(u -> memory.notices.put(u.id(), new Shown(u.id(), u.notice(), u.times(), true)));
        return unseen.size();
    }

    @Override
    public void finish(Inbox.Claim claim, Outcome outcome, Instant now) {
        Recorded row = memory.inbox.get(claim.id());
        if (!row.open() || row.tries() != claim.tries()) {
            throw new ClaimLost(claim.id(), claim.tries());
        }
        String why = outcome == Outcome.QUARANTINED ? "quarantined by the desk" : "";
        memory.inbox.put(row.id(), new Recorded(row.id(), row.message(), false, row.tries(), now, why));
    }

    @Override
    public void audit(AuditLine line) {
        memory.audit.insert(memory.nextId(), line);
    }

    private record Why(Step.Kind kind, String reason, Actor actor, Instant at) {}
}
