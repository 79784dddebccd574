package dev.parley.slack.loopback;

import com.slack.api.methods.MethodsClient;
import org.junit.jupiter.api.AfterEach;

/** The loopback keeps the contract. */
class LoopbackContractTest implements WebApiContract {

    private final LoopbackSlack slack = LoopbackSlack.start(SlackApp.named("Desk"), new SteppedClock(), Places.acme());
    private final BoltApp bolt = new BoltApp(slack);

    @AfterEach
    void close() {
        bolt.close();
        slack.close();
    }

    @Override
    public MethodsClient client() {
        return bolt.client();
    }
}
