package dev.parley.slack.loopback;

import java.util.ArrayList;
import java.util.List;

/** The log of calls and deliveries. */
final class Journal {

    private static final int SHOWN = 15;

    private final List<Call> calls = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();

    synchronized void add(Call call) {
        calls.add(call);
    }

    synchronized void add(Delivery delivery) {
        deliveries.add(delivery);
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    synchronized void clear() {
        calls.clear();
        deliveries.clear();
    }

    /** The last of both, for the message of a test that waited in vain. */
    synchronized String lately() {
        StringBuilder text = new StringBuilder("last calls:");
        calls.stream()
                .skip(Math.max(0, calls.size() - SHOWN))
                .forEach(call -> text.append("\n  ")
                        .append(call.method())
                        .append(' ')
                        .append(call.status())
                        .append(' ')
                        .append(call.error()));
        text.append("\nlast deliveries:");
        deliveries.stream()
                .skip(Math.max(0, deliveries.size() - SHOWN))
                .forEach(each -> text.append("\n  ")
                        .append(each.type())
                        .append(' ')
                        .append(each.key())
                        .append(' ')
                        .append(
                                each.outcome().acknowledged()
                                        ? "acknowledged"
                                        : each.outcome().failure()));
        return text.toString();
    }
}
