package dev.parley.testkit;

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
import dev.parley.core.port.StandingWork;
import dev.parley.core.port.Store;
import dev.parley.core.port.TicketReads;
import dev.parley.core.port.Tries;
import dev.parley.core.port.Wallets;

/** One storage, seen through all its ports. The desks {@code support} and {@code sales} are registered in it. */
public record Ports(
        Store store,
        Inbox inbox,
        KeptFiles keptFiles,
        MissedMail missed,
        Outbox outbox,
        DueWork dueWork,
        LevelWork levelWork,
        Histories histories,
        Leases leases,
        Checkpoints checkpoints,
        Customers customers,
        Contracts contracts,
        ContractClocks clocks,
        StandingWork standingWork,
        Staff staff,
        TicketReads tickets,
        Features features,
        Wallets wallets,
        Tries tries) {}
