package io.smartcrm.loyalty.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Keeps webhooks out of our own network: whoever may write a strategy may not ask what only our machines may ask.
 *
 * @param inside whether addresses inside, and calls without TLS, are allowed
 */
public record AddressGuard(boolean inside) {
    /** Finds the addresses of a host. */
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** Why the URL as it is written may not be called; empty when it may. */
    public Optional<String> objection(URI url) {
        boolean tls = "https".equalsIgnoreCase(url.getScheme());
        boolean plain = "http".equalsIgnoreCase(url.getScheme());
        if (!tls && !(plain && inside)) {
            return Optional.of("must begin with https://");
        }
        if (url.getHost() == null || url.getHost().isEmpty()) {
            return Optional.of("names no host");
        }
        if (url.getUserInfo() != null) {
            return Optional.of("must not carry a user or a password");
        }
        return Optional.empty();
    }

    /**
     * Why the host may not be called, by all addresses it has now; empty when it may. The JVM keeps a name's addresses for 30
     * seconds, so that the call that follows goes to those that were looked at.
     *
     * @throws UnknownHostException when it has none
     */
    public Optional<String> objection(URI url, Resolver resolver) throws UnknownHostException {
        Optional<String> written = objection(url);
        if (written.isPresent() || inside) {
            return written;
        }
        for (InetAddress address : resolver.resolve(url.getHost())) {
            if (isInside(address)) {
                return Optional.of("leads to an address inside our network");
            }
        }
        return Optional.empty();
    }

    static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (bytes.length == 4 ? isReserved4(bytes) : isReserved6(bytes));
    }

    /** 0/8, 100.64/10 (shared), 192.0.0/24, 198.18/15 (benchmarks), 240/4. */
    private static boolean isReserved4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0
                || (first == 100 && (second & 0xc0) == 64)
                || (first == 192 && second == 0 && bytes[2] == 0)
                || (first == 198 && (second & 0xfe) == 18)
                || first >= 240;
    }

    /** fc00::/7 (unique local), and what carries an IPv4 address: 64:ff9b::/96, 2002::/16. */
    private static boolean isReserved6(byte[] bytes) {
        boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
        boolean translated =
                bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        return uniqueLocal || translated || sixToFour;
    }
}
