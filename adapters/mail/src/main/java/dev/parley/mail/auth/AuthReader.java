package dev.parley.mail.auth;

import dev.parley.mail.auth.AuthResult.Dkim;
import dev.parley.mail.auth.AuthResult.Verdict;
import dev.parley.mail.mime.Addresses;
import dev.parley.mail.mime.EncodedWords;
import dev.parley.mail.mime.Headers;
import dev.parley.mail.mime.Mailbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads Authentication-Results (RFC 8601): only the topmost one, and only when its authserv-id is one we pinned,
 * because anybody can write such a header further down.
 */
public final class AuthReader {

    private static final int SIGNATURES_MAX = 50;

    private final Set<String> servers;

    /** Trusts the given authserv-ids, lower case; none means that every mail is {@link Verdict#UNKNOWN}. */
    public AuthReader(Set<String> servers) {
        this.servers = Set.copyOf(servers);
    }

    /** The verdict, with a warning for everything that looks like a forged sender. */
    public AuthResult read(Headers headers, List<String> warnings) {
        List<String> froms = headers.all("From");
        List<Mailbox> authors = Addresses.parse(froms.isEmpty() ? "" : froms.getFirst(), 5);
        boolean doubtful = isDoubtful(froms, authors, warnings);
        String top = headers.text("Authentication-Results");
        List<String> methods = split(top);
        String server = methods.isEmpty() ? "" : firstWord(methods.getFirst());
        if (!servers.contains(server)) {
            return AuthResult.UNKNOWN;
        }
        AuthResult result = result(
                methods, server, authors.isEmpty() ? "" : authors.getFirst().domain());
        return doubtful && result.verdict() == Verdict.PASS ? result.as(Verdict.FAIL) : result;
    }

    /** What such a field says of mail from a domain, whoever wrote it. */
    static AuthResult result(String field, String fromDomain) {
        List<String> methods = split(field);
        return result(methods, firstWord(methods.getFirst()), fromDomain);
    }

    private static boolean isDoubtful(List<String> froms, List<Mailbox> authors, List<String> warnings) {
        int before = warnings.size();
        if (froms.size() > 1) {
            warnings.add("more than one From header");
        } else if (authors.size() > 1) {
            warnings.add("more than one address in From");
        }
        for (Mailbox author : authors) {
            String shown = addressIn(EncodedWords.decode(author.name()));
            if (!shown.isEmpty() && !shown.equalsIgnoreCase(author.address())) {
                warnings.add("the name of the sender is another address: " + shown);
            }
        }
        return warnings.size() > before;
    }

    private static String addressIn(String name) {
        int at = name.indexOf('@');
        if (at <= 0) {
            return "";
        }
        int start = at;
        while (start > 0 && isAddressPart(name.charAt(start - 1))) {
            start--;
        }
        int end = at + 1;
        while (end < name.length() && isAddressPart(name.charAt(end))) {
            end++;
        }
        String address = name.substring(start, end);
        return start < at && address.indexOf('.', at - start) > 0 ? address : "";
    }

    private static boolean isAddressPart(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == '+';
    }

    private static AuthResult result(List<String> methods, String server, String fromDomain) {
        String dmarc = "";
        String spf = "";
        String spfDomain = "";
        List<Dkim> dkim = new ArrayList<>();
        for (String method : methods.subList(1, methods.size())) {
            String result = valueOf(method, 0);
            if (method.startsWith("dmarc=") && dmarc.isEmpty()) {
                dmarc = result;
            } else if (method.startsWith("spf=") && spf.isEmpty()) {
                spf = result;
                String identity = property(method, "smtp.mailfrom");
                spfDomain = domain(identity.isEmpty() ? property(method, "smtp.helo") : identity);
            } else if (method.startsWith("dkim=") && dkim.size() < SIGNATURES_MAX) {
                String signer = property(method, "header.d");
                String domain = domain(signer.isEmpty() ? property(method, "header.i") : signer);
                dkim.add(new Dkim(result, domain, Alignment.relaxed(domain, fromDomain)));
            }
        }
        boolean spfAligned = Alignment.relaxed(spfDomain, fromDomain);
        boolean proved = dkim.stream().anyMatch(s -> s.result().equals("pass") && s.aligned())
                || (spf.equals("pass") && spfAligned);
        return new AuthResult(verdict(dmarc, proved), dmarc, List.copyOf(dkim), spf, spfDomain, spfAligned, server);
    }

    private static Verdict verdict(String dmarc, boolean proved) {
        return switch (dmarc) {
            case "pass" -> Verdict.PASS;
            case "fail", "permerror", "temperror" -> Verdict.FAIL;
            default -> proved ? Verdict.PASS : Verdict.NONE;
        };
    }

    private static String domain(String identity) {
        String text = identity.replace("<", "").replace(">", "");
        return text.substring(text.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static String property(String method, String name) {
        int at = method.indexOf(name + "=");
        return at < 0 ? "" : valueOf(method, at);
    }

    private static String valueOf(String method, int from) {
        int start = method.indexOf('=', from) + 1;
        if (start == 0) {
            return "";
        }
        int end = start;
        while (end < method.length() && !Character.isWhitespace(method.charAt(end))) {
            end++;
        }
        return method.substring(start, end).replace("\"", "");
    }

    private static String firstWord(String text) {
        int blank = text.indexOf(' ');
        return blank < 0 ? text : text.substring(0, blank);
    }

    /** The parts between semicolons in lower case, comments gone, blanks around {@code =} gone. */
    private static List<String> split(String field) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '"' && depth == 0) {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && depth > 0) {
                depth--;
            } else if (depth == 0 && c == ';' && !quoted) {
                parts.add(clean(part));
                part.setLength(0);
            } else if (depth == 0) {
                part.append(c);
            }
        }
        parts.add(clean(part));
        return parts;
    }

    private static String clean(StringBuilder part) {
        String text = part.toString().strip().toLowerCase(Locale.ROOT);
        return text.indexOf('=') < 0
                ? text
                : String.join(" ", text.replace(" =", "=").replace("= ", "=").split("\\s+", -1));
    }
}
