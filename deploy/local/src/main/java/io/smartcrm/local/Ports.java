package io.smartcrm.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of the loopback address 127.0.0.1, the only address that a local part listens on. */
public final class Ports {
    public static final String HOST = "127.0.0.1";

    /** Below the range from which the kernel serves outgoing connections, so that none of these steals the port. */
    private static final int FIRST_CANDIDATE = 20_000;

    private static final int CANDIDATES = 12_000;
    private static final int TRIES = 200;

    private Ports() {}

    /** A port that nobody listens on now; another process may still take it before the caller does. */
    public static int free() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int port = FIRST_CANDIDATE + ThreadLocalRandom.current().nextInt(CANDIDATES);
            if (isFree(port)) {
                return port;
            }
        }
        throw new PartFailure("Ports", "none of " + TRIES + " ports tried from " + FIRST_CANDIDATE + " up is free");
    }

    /**
     * Fails when somebody listens on the port, and names the process if the system lets us see it.
     *
     * @throws PartFailure if the port is taken
     */
    public static void requireFree(String part, int port) {
        if (isFree(port)) {
            return;
        }
        String owner = PortOwner.of(port).map(PortOwner::toString).orElse("a process that may not be looked at");
        throw new PartFailure(
                part, "port " + port + " is taken by " + owner + ". Stop it, or move all ports with --ports-from N.");
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** The address itself, without asking a resolver. */
    public static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
