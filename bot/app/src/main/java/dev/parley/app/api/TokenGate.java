package dev.parley.app.api;

import dev.parley.core.port.Staff;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets nobody into the staff API without a token of theirs (RFC 6750). */
final class TokenGate implements HandlerInterceptor {
    private static final String SCHEME = "Bearer ";

    private final Staff staff;

    TokenGate(Staff staff) {
        this.staff = staff;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        Staff.Person person = person(header);
        if (person == null) {
            throw new ApiProblem(
                    HttpStatus.UNAUTHORIZED,
                    "This needs the token of somebody at the desk (Authorization: Bearer TOKEN), and the one given,"
                            + " if any, is nobody's. ./parley staff add makes one.");
        }
        request.setAttribute(Caller.ATTRIBUTE, new Caller(person));
        return true;
    }

    private Staff.@Nullable Person person(@Nullable String header) {
        return header != null && header.startsWith(SCHEME)
                ? staff.byToken(header.substring(SCHEME.length()).strip()).orElse(null)
                : null;
    }
}
