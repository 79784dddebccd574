package dev.parley.app.api;

import dev.parley.app.papers.LedgerFile;
import dev.parley.core.port.LedgerChain;
import dev.parley.core.port.LedgerChain.Link;
import dev.parley.core.port.Staff.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal for auditors, as a hash chain. It tells of every customer, so that only billing gets it. */
@RestController
@RequestMapping("/api/v1/ledger")
class LedgerController {
    private final LedgerChain chain;

    LedgerController(LedgerChain chain) {
        this.chain = chain;
    }

    /** Seals what is not sealed yet; the end of the chain. */
    @PostMapping("/seals")
    Link seal(@RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        caller.needs(Role.BILLING);
        return chain.seal(caller.desk());
    }

    /** The sealed lines after a position up to another, then the line that ends a file. */
    @GetMapping("/export")
    void export(
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "9223372036854775807") long until,
            HttpServletResponse response)
            throws IOException {
        caller.needs(Role.BILLING);
        StaffActions.within("after", after, 0, until);
        if (chain.at(caller.desk(), after).isEmpty()) {
            throw ApiProblem.missing("event sealed at position " + after);
        }
        response.setContentType("application/x-ndjson");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(response.getOutputStream())) {
            long position = after;
            List<String> lines = page(caller, position, until);
            while (!lines.isEmpty()) {
                for (String line : lines) {
                    write(out, line);
                }
                position += lines.size();
                lines = page(caller, position, until);
            }
            // As it was sealed, not as the last line is now: else nobody saw a change of that.
            Link last = chain.at(caller.desk(), position).orElseThrow();
            write(out, LedgerFile.end(caller.desk(), last));
        }
    }

    private List<String> page(Caller caller, long after, long until) {
        int max = (int) Math.min(LedgerChain.PAGE_MAX, until - after);
        return max == 0 ? List.of() : chain.lines(caller.desk(), after, max);
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
