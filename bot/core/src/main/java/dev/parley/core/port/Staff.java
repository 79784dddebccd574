package dev.parley.core.port;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who works at a desk. A token is shown once; only its SHA-256 is kept. */
public interface Staff {
    /** Makes a person, or gives one that is there these name and roles and a new token. The token: 256 random bits. */
    String enroll(Person person, Customers.By by);

    /** From now on the person's token opens nothing; unknown log-ins are left alone. */
    void dismiss(String desk, String login, Customers.By by);

    /** Whose token this is; empty if nobody's or a dismissed person's. */
    Optional<Person> byToken(String token);

    /** Everybody who is active, by log-in. */
    List<Person> list(String desk);

    /** A staff member. {@code login}: 1 to 64 letters, digits, dots, dashes or underscores. */
    record Person(String desk, String login, String name, Set<Role> roles) {
        public Person {
            roles = Set.copyOf(roles);
        }
    }

    /** What a person may do. */
    enum Role {
        /** Answers tickets, assesses and quotes. */
        AGENT,
        /** Decides disputes over tickets somebody else priced (T97). */
        DISPUTE_APPROVER,
        /** Grants credits and manages customers. */
        BILLING,
        /** Says how wishes stand with the product team (P-08). */
        PRODUCT
    }
}
