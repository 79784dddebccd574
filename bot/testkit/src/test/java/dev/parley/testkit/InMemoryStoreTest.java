package dev.parley.testkit;

/** The fake keeps every promise of the ports. JUnit makes a new instance, so a new store, for each test. */
class InMemoryStoreTest
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
                TimeContract,
                CycleContract,
                DemandContract,
                CorrectionContract,
                HourNoticeContract,
                PlanContract,
                OverageContract,
                FeatureContract,
                ReviewContract,
                TriageContract,
                EntitlementContract,
                FundingContract {
    private final Ports ports = new InMemoryStore(SettableClock.onAMonday()).ports();

    @Override
    public Ports ports() {
        return ports;
    }
}
