package dev.parley.mail.auth;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TSIG;

/** What one mail may ask the DNS: so many questions, for so long; beyond that nothing is answered any more. */
final class Lookups implements Resolver {
    private static final int QUESTIONS_MAX = 40;
    private static final Duration TIME_MAX = Duration.ofSeconds(10);

    private final Resolver resolver;
    private final InstantSource clock;
    private final Instant end;
    private final AtomicInteger asked = new AtomicInteger();

    Lookups(Resolver resolver, InstantSource clock) {
        this.resolver = resolver;
        this.clock = clock;
        this.end = clock.instant().plus(TIME_MAX);
    }

    @Override
    public CompletionStage<Message> sendAsync(Message query) {
        return isSpent() ? spent() : resolver.sendAsync(query);
    }

    @Override
    public CompletionStage<Message> sendAsync(Message query, Executor executor) {
        return isSpent() ? spent() : resolver.sendAsync(query, executor);
    }

    private boolean isSpent() {
        return asked.incrementAndGet() > QUESTIONS_MAX || clock.instant().isAfter(end);
    }

    private static CompletionStage<Message> spent() {
        return CompletableFuture.failedFuture(new IOException("this mail has asked the DNS enough"));
    }

    @Override
    public Duration getTimeout() {
        return resolver.getTimeout();
    }

    @Override
    public void setPort(int port) {
        throw set();
    }

    @Override
    public void setTCP(boolean flag) {
        throw set();
    }

    @Override
    public void setIgnoreTruncation(boolean flag) {
        throw set();
    }

    @Override
    public void setEDNS(int version, int payloadSize, int flags, List<EDNSOption> options) {
        throw set();
    }

    @Override
    public void setTSIGKey(TSIG key) {
        throw set();
    }

    @Override
    public void setTimeout(Duration timeout) {
        throw set();
    }

    private static UnsupportedOperationException set() {
        return new UnsupportedOperationException("the resolver behind it is set up already");
    }
}
