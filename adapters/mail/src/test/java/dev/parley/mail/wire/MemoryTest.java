package dev.parley.mail.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However large a mail is, it is taken in and understood in the memory of a small Java. */
class MemoryTest {
    private static final long SECONDS_MAX = 300;

    @Test
    void pitfall35MailsOfSixtyMegabytesAndAllThatIsMadeToHurtAreReadWithinNinetySixMegabytes(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process small = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + System.getProperty("parley.hard.memory", "96m"),
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        classPath(),
                        HardMails.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(small.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();

        assertThat(small.exitValue())
                .as(Files.readString(out, StandardCharsets.UTF_8))
                .isZero();
        assertThat(Files.readString(out, StandardCharsets.UTF_8).lines())
                .filteredOn(line -> !line.startsWith("SLF4J"))
                .hasSize(HardMails.all().size());
        try (var left = Files.list(folder)) {
            assertThat(left).as("temporary files").containsExactly(out);
        }
    }

    /** Of this test, however it was started. */
    private static String classPath() {
        return MemoryTest.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }
}
