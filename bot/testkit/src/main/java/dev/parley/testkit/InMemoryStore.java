package dev.parley.testkit;

import dev.parley.core.ledger.WalletKey;
import dev.parley.core.port.Checkpoints;
import dev.parley.core.port.ContractClocks;
import dev.parley.core.port.Contracts;
import dev.parley.core.port.Customers;
import dev.parley.core.port.DueWork;
import dev.parley.core.port.Features;
import dev.parley.core.port.Histories;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.KeptFiles;
import dev.parley.core.port.Leases;
import dev.parley.core.port.LevelWork;
import dev.parley.core.port.MissedMail;
import dev.parley.core.port.Outbox;
import dev.parley.core.port.Staff;
import dev.parley.core.port.StaleTicket;
import dev.parley.core.port.StandingWork;
import dev.parley.core.port.Store;
import dev.parley.core.port.StoreUnavailable;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Transaction;
import dev.parley.core.port.Tries;
import dev.parley.core.port.Wallets;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** All of storage in memory, with real transactions: one at a time, all or nothing. Passes the ports' contracts. */
public final class InMemoryStore implements Store {
    private static final int TRIES_MAX = 5;

    private final Memory memory;

    /** With {@link Tries#DEFAULT}. */
    public InMemoryStore(InstantSource clock) {
        this(clock, Tries.DEFAULT);
    }

    /** An empty store. */
    public InMemoryStore(InstantSource clock, Tries tries) {
        memory = new Memory(clock, tries);
    }

    @Override
    public <T> T transact(Function<Transaction, T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return memory.atomically(() -> work.apply(new InMemoryTransaction(memory)));
            } catch (StaleTicket lost) {
                if (tried == TRIES_MAX) {
                    throw new StoreUnavailable("tried " + tried + " times, each time somebody was faster", lost);
                }
            }
        }
    }

    @Override
    public <T> Rehearsal<T> rehearse(Function<Transaction, T> work) {
        InMemoryTransaction tx = new InMemoryTransaction(memory);
        return memory.alone(() -> new Rehearsal<>(work.apply(tx), List.copyOf(tx.sent())), false);
    }

    /** What arrived. */
    public Inbox inbox() {
        return new InMemoryInbox(memory);
    }

    /** Files that were taken out of messages. */
    public KeptFiles keptFiles() {
        return (desk, sha256, to) -> {
            byte[] file = memory.files.find(desk + ' ' + sha256).orElse(null);
            if (file != null) {
                to.write(file);
            }
            return file != null;
        };
    }

    /** Mail its server did not hand over. */
    public MissedMail missedMail() {
        return new InMemoryMissedMail(memory);
    }

    /** What is to be sent. */
    public Outbox outbox() {
        return new InMemoryOutbox(memory);
    }

    /** What is due. */
    public DueWork dueWork() {
        return new InMemoryDueWork(memory);
    }

    /** Whose deadlines are to be looked at. */
    public LevelWork levelWork() {
        return new InMemoryLevelWork(memory);
    }

    /** What happened to tickets. */
    public Histories histories() {
        return new InMemoryHistories(memory);
    }

    /** Who alone does what. */
    public Leases leases() {
        return new InMemoryLeases(memory);
    }

    /** How far readers have come. */
    public Checkpoints checkpoints() {
        return new InMemoryCheckpoints(memory);
    }

    /** Customers and their contacts. */
    public Customers customers() {
        return new InMemoryCustomers(memory);
    }

    /** What customers and we agreed on. */
    public Contracts contracts() {
        return new InMemoryContracts(memory);
    }

    /** Contracts whose cycles turn. */
    public ContractClocks contractClocks() {
        return new InMemoryContractClocks(memory);
    }

    /** Standing orders to be looked at. */
    public StandingWork standingWork() {
        return new InMemoryStandingWork(memory);
    }

    /** The desk's people. */
    public Staff staff() {
        return new InMemoryStaff(memory);
    }

    /** What staff see. */
    public TicketReads tickets() {
        return new InMemoryReads(memory);
    }

    /** Wishes for the product. */
    public Features features() {
        return new InMemoryFeatures(memory);
    }

    /** What customers have. */
    public Wallets wallets() {
        return new InMemoryWallets(memory);
    }

    /** Blocks a wallet as a charge-back does, or opens it again. */
    public void block(WalletKey wallet, boolean blocked) {
        memory.atomically(() -> {
            memory.ledger.block(wallet, blocked);
            return blocked;
        });
    }

    /** All ports together, as the contracts take them. */
    public Ports ports() {
        return new Ports(
                this,
                inbox(),
                keptFiles(),
                missedMail(),
                outbox(),
                dueWork(),
                levelWork(),
                histories(),
                leases(),
                checkpoints(),
                customers(),
                contracts(),
                contractClocks(),
                standingWork(),
                staff(),
                tickets(),
                features(),
                wallets(),
                memory.tries);
    }
}
