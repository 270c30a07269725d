package io.smartcrm.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The process that listens on a TCP port, found in Linux's /proc; elsewhere nobody is found. */
record PortOwner(long pid, String command) {
    private static final String LISTEN = "0A";
    /** A Java program's own name is at the end of its command. */
    private static final int SHOWN_BEGIN = 40;

    private static final int SHOWN_END = 50;

    static Optional<PortOwner> of(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> lines(Path.of(table)).stream())
                .map(line -> line.trim().split("\\s+"))
                .filter(columns -> columns.length > 9 && columns[3].equals(LISTEN))
                .filter(columns -> columns[1].endsWith(String.format(":%04X", port)))
                .map(columns -> "socket:[" + columns[9] + "]")
                .flatMap(socket -> holderOf(socket).stream())
                .findFirst();
    }

    private static Optional<PortOwner> holderOf(String socket) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), socket))
                .map(process -> new PortOwner(process.pid(), commandOf(process)))
                .findFirst();
    }

    private static boolean holds(long pid, String socket) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return descriptors.anyMatch(descriptor -> pointsTo(descriptor, socket));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static boolean pointsTo(Path descriptor, String socket) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(socket);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static String commandOf(ProcessHandle process) {
        String command =
                process.info().commandLine().or(() -> process.info().command()).orElse("unknown command");
        if (command.length() <= SHOWN_BEGIN + SHOWN_END) {
            return command;
        }
        return command.substring(0, SHOWN_BEGIN) + " ... " + command.substring(command.length() - SHOWN_END);
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException notLinux) {
            return List.of();
        }
    }

    @Override
    public String toString() {
        return "process " + pid + " (" + command + ")";
    }
}
