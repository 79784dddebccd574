package dev.parley.app.explain;

import dev.parley.core.reading.OpenQuote;
import dev.parley.mail.mime.Limits;
import dev.parley.mail.read.MailReadSettings;
import dev.parley.mail.read.MailReader;
import dev.parley.mail.read.ReadMail;
import dev.parley.mail.read.ReadMailJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

/** Reads files as mails, several at once, and tells of each in the order they were named. */
public final class MailsExplained {

    /** Stands for standard input in a list of files. */
    public static final String STDIN = "-";

    /** Raw mail read at the same time, in KB: one mail of the largest size, or thousands of usual ones. */
    private static final int MEMORY_KB = Limits.DEFAULT.bytes() >> 10;

    private final MailReader reader;
    private final View view;
    private final InputStream stdin;
    private final Semaphore memory = new Semaphore(MEMORY_KB, true);

    /** Shows mails as {@code view} does. */
    public MailsExplained(MailReadSettings settings, View view, InputStream stdin) {
        this.reader = new MailReader(settings);
        this.view = view;
        this.stdin = stdin;
    }

    /** How one mail, or the lack of it, is shown. */
    public interface View {
        /** What is to be seen of a mail. */
        String of(String file, ReadMail mail);

        /** Why there is nothing to be seen. */
        String unreadable(String file, String why);

        /** One line of JSON a mail; the decision is on {@code quote}. */
        static View json(OpenQuote quote) {
            var json = new ReadMailJson(quote);
            return new View() {
                @Override
                public String of(String file, ReadMail mail) {
                    return json.line(file, mail);
                }

                @Override
                public String unreadable(String file, String why) {
                    return json.unreadable(file, why);
                }
            };
        }

        /** A few lines a mail, for a person. */
        static View readable(OpenQuote quote) {
            return new ReadableMail(new ReadMailJson(quote));
        }
    }

    /**
     * What one file came to.
     *
     * @param read false where nothing could be read, which the text then says
     */
    public record Explained(String text, boolean read) {}

    /**
     * Hands on one result a file, whatever is wrong with the file.
     *
     * @param names files, directories, or {@link #STDIN}
     * @param results says false when it wants no more
     */
    public void explain(List<String> names, Predicate<Explained> results) throws InterruptedException {
        OrderedWork.run(MailPaths.of(names), Runtime.getRuntime().availableProcessors(), this::explain, results);
    }

    private Explained explain(String file) {
        var share = MEMORY_KB;
        try {
            share = file.equals(STDIN) ? MEMORY_KB : share(Files.size(Path.of(file)));
            memory.acquire(share);
        } catch (IOException problem) {
            return unreadable(file, why(problem));
        } catch (InterruptedException _) {
            return unreadable(file, "stopped before its turn");
        }
        try (var raw = file.equals(STDIN) ? stdin : Files.newInputStream(Path.of(file))) {
            return new Explained(view.of(file, reader.read(raw)), true);
        } catch (IOException problem) {
            return unreadable(file, why(problem));
        } catch (RuntimeException | StackOverflowError defect) {
            return unreadable(file, "a defect in Parley, please report it: " + defect);
        } catch (OutOfMemoryError _) {
            return unreadable(
                    file, "too large for the memory of this process; give it more with PARLEY_JAVA_OPTS=-Xmx2g");
        } finally {
            memory.release(share);
        }
    }

    private static int share(long bytes) {
        return Math.clamp((bytes >> 10) + 1, 1, MEMORY_KB);
    }

    private Explained unreadable(String file, String why) {
        return new Explained(view.unreadable(file, why), false);
    }

    private static String why(IOException problem) {
        return switch (problem) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "reading this file is not allowed";
            default -> "this file cannot be read: " + problem.getMessage();
        };
    }
}
