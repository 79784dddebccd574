package dev.parley.slack;

import dev.parley.core.desk.AssessRequest;
import dev.parley.core.desk.ReadCard;
import dev.parley.core.desk.SetSeverity;
import dev.parley.core.desk.UseCases;
import dev.parley.core.port.ChatCards;
import dev.parley.core.port.ChatPeople;
import dev.parley.core.port.Inbox;
import dev.parley.core.port.Leases;
import dev.parley.core.port.Staff;
import dev.parley.core.port.Store;
import dev.parley.core.port.TicketReads;

/** What Slack is connected with. */
public record SlackPorts(
        Inbox inbox,
        Store store,
        UseCases useCases,
        AssessRequest requests,
        SetSeverity severity,
        ReadCard read,
        TicketReads tickets,
        Staff staff,
        ChatPeople people,
        ChatCards cards,
        Leases leases) {}
