package dev.parley.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What processes have used, from Linux's /proc; zero where there is none. */
final class Usage {
    /** Linux counts processor time for user space in hundredths of a second (USER_HZ) on every architecture we run. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final int CHILDREN_TIME = 13;

    private Usage() {}

    /** Processor seconds of one process, all threads, user and system. */
    static double cpuSeconds(long pid) {
        return ticks(pid, USER_TIME) / TICKS_PER_SECOND;
    }

    /** Processor seconds of a process and all its children, those that have ended included. */
    static double cpuSecondsOfAll(long pid) {
        double living = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToDouble(child -> cpuSeconds(child.pid()))
                .sum();
        return cpuSeconds(pid) + ticks(pid, CHILDREN_TIME) / TICKS_PER_SECOND + living;
    }

    /** Resident memory in MB: now ({@code VmRSS}) or the most there was ({@code VmHWM}). */
    static long memory(long pid, String what) {
        for (String line : lines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith(what + ":")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }

    /** Two neighbouring fields of /proc/PID/stat, counted from the state behind the command's name (proc(5)). */
    private static long ticks(long pid, int field) {
        List<String> lines = lines(Path.of("/proc", Long.toString(pid), "stat"));
        if (lines.isEmpty()) {
            return 0;
        }
        String stat = lines.getFirst();
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1]);
    }

    static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException gone) {
            return List.of();
        }
    }
}
