package dev.parley.storage;

import dev.parley.testkit.ContractsContract;
import dev.parley.testkit.ConversationContract;
import dev.parley.testkit.DeskContract;
import dev.parley.testkit.DueWorkContract;
import dev.parley.testkit.EntitlementContract;
import dev.parley.testkit.FeatureContract;
import dev.parley.testkit.FundingContract;
import dev.parley.testkit.InboxContract;
import dev.parley.testkit.LeasesContract;
import dev.parley.testkit.LevelsContract;
import dev.parley.testkit.MissedMailContract;
import dev.parley.testkit.NoticeContract;
import dev.parley.testkit.OrdersContract;
import dev.parley.testkit.OutboxContract;
import dev.parley.testkit.Ports;
import dev.parley.testkit.PostingContract;
import dev.parley.testkit.ReviewContract;
import dev.parley.testkit.SiteContract;
import dev.parley.testkit.StandingOrdersContract;
import dev.parley.testkit.StoreContract;
import dev.parley.testkit.TriageContract;
import dev.parley.testkit.WatchContract;

/** PostgreSQL keeps every promise of the ports, each test on an empty database. */
class PostgresContractsTest
        implements InboxContract,
                MissedMailContract,
                OutboxContract,
                StoreContract,
                PostingContract,
                SiteContract,
                ConversationContract,
                NoticeContract,
                OrdersContract,
                StandingOrdersContract,
                DueWorkContract,
                LeasesContract,
                LevelsContract,
                WatchContract,
                DeskContract,
                ContractsContract,
                FeatureContract,
                ReviewContract,
                TriageContract,
                EntitlementContract,
                FundingContract {
    private final Ports ports = Storages.ports(Storages.emptied());

    @Override
    public Ports ports() {
        return ports;
    }
}
