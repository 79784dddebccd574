package dev.parley.testkit;

import dev.parley.core.port.Customers.By;
import dev.parley.core.port.Staff;
import dev.parley.testkit.Memory.Employed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Staff in memory; a token is plain here. */
final class InMemoryStaff implements Staff {
    private final Memory memory;

    InMemoryStaff(Memory memory) {
        this.memory = memory;
    }

    @Override
    public String enroll(Person person, By by) {
        return memory.atomically(() -> {
            dismiss(person.desk(), person.login(), by);
            String token = person.login() + "-token-" + memory.nextId();
            memory.staff.insert(token, new Employed(person, true));
            return token;
        });
    }

    @Override
    public void dismiss(String desk, String login, By by) {
        memory.atomically(() -> {
            memory.staff.entries().toList().forEach(e -> {
                Person person = e.getValue().person();
                if (person.desk().equals(desk) && person.login().equals(login)) {
                    memory.staff.put(e.getKey(), new Employed(person, false));
                }
            });
            return login;
        });
    }

    @Override
    public Optional<Person> byToken(String token) {
        return memory.atomically(
                () -> memory.staff.find(token).filter(Employed::active).map(Employed::person));
    }

    @Override
    public List<Person> list(String desk) {
        return memory.atomically(() -> memory.staff
                .rows()
                .filter(e -> e.active() && e.person().desk().equals(desk))
                .map(Employed::person)
                .sorted(Comparator.comparing(Person::login))
                .toList());
    }
}
