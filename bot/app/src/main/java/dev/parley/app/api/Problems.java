package dev.parley.app.api;

import dev.parley.core.port.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every failure as problem details: what is wrong, never a stack trace. */
@RestControllerAdvice
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> asked(ApiProblem problem) {
        var answer = ResponseEntity.status(problem.status());
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"parley\"");
        }
        return answer.body(ProblemDetail.forStatusAndDetail(problem.status(), String.valueOf(problem.getMessage())));
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException wrong) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(wrong.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "The request body is not the JSON this call takes; see /api/v1/openapi.yaml.");
    }

    @ExceptionHandler
    ProblemDetail wrongType(MethodArgumentTypeMismatchException wrong) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "‘" + wrong.getValue() + "’ is no " + wrong.getName() + ".");
    }

    @ExceptionHandler
    ProblemDetail nothingThere(NoResourceFoundException nothing) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND, "There is nothing at /" + nothing.getResourcePath() + ".");
    }

    @ExceptionHandler
    ProblemDetail later(StoreUnavailable unavailable) {
        LOG.warn("The store is unavailable: {}", unavailable.getMessage());
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The database is busy or away; nothing was changed. Try again.");
    }

    @ExceptionHandler
    ProblemDetail defect(RuntimeException defect) {
        LOG.error("A staff request failed", defect);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong inside Parley; the log of the bot says what.");
    }
}
