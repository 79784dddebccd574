package dev.parley.app.api;

import org.springframework.http.HttpStatus;

/** What a caller did wrong or asked for in vain; becomes problem details (RFC 9457). */
final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;

    /** {@code detail}: what is wrong, and what would be right. */
    ApiProblem(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    static ApiProblem bad(String detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, detail);
    }

    static ApiProblem missing(String what) {
        return new ApiProblem(HttpStatus.NOT_FOUND, "There is no " + what + ".");
    }
}
