package dev.parley.app.api;

import dev.parley.core.port.Store;
import dev.parley.core.port.Transaction.AuditLine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/** Writes down what somebody tried that their roles do not allow (P-23). */
final class RefusalAudit implements HandlerInterceptor {
    private static final int PATH_CHARS_MAX = 1000;

    private final Store store;
    private final InstantSource clock;

    RefusalAudit(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (response.getStatus() == HttpStatus.FORBIDDEN.value()
                && request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
            String path = request.getRequestURI();
            AuditLine line = new AuditLine(
                    caller.desk(),
                    caller.actor(),
                    "staff " + caller.person().login(),
                    "refused",
                    "",
                    request.getMethod() + " " + path.substring(0, Math.min(path.length(), PATH_CHARS_MAX)),
                    clock.instant());
            store.transact(tx -> {
                tx.audit(line);
                return line;
            });
        }
    }
}
