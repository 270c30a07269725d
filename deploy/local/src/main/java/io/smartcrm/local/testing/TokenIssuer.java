package io.smartcrm.local.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smartcrm.local.OncePerJvm;
import io.smartcrm.local.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** A small OpenID provider that publishes its keys: discovery document and key set, as much as a bearer check reads. */
public final class TokenIssuer implements Supplier<String> {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The issuer's address, as tokens name it. */
    static String address() {
        return OncePerJvm.text("token-issuer", TokenIssuer.class);
    }

    /** Starts the server and tells its address. */
    @Override
    public String get() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(Ports.loopback(), 0), 0);
            String realm = "/realms/smartcrm";
            String issuer = "http://" + Ports.HOST + ":" + server.getAddress().getPort() + realm;
            String protocol = issuer + "/protocol/openid-connect";
            publish(
                    server,
                    realm + "/.well-known/openid-configuration",
                    Map.of(
                            "issuer", issuer,
                            "jwks_uri", protocol + "/certs",
                            "authorization_endpoint", protocol + "/auth",
                            "token_endpoint", protocol + "/token",
                            "end_session_endpoint", protocol + "/logout",
                            "id_token_signing_alg_values_supported", List.of("RS256")));
            publish(
                    server,
                    realm + "/protocol/openid-connect/certs",
                    Map.of("keys", List.of(SigningKey.published().publicKey())));
            serveInBackground(server);
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the token issuer", e);
        }
    }

    private static void publish(HttpServer server, String path, Object document) throws IOException {
        byte[] body = JSON.writeValueAsBytes(document);
        server.createContext(path, exchange -> answer(exchange, body));
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The server's threads are daemons, so that they do not keep the JVM of the tests alive. */
    private static void serveInBackground(HttpServer server) {
        server.setExecutor(Executors.newCachedThreadPool(TokenIssuer::daemon));
        daemon(server::start).start();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "token-issuer");
        thread.setDaemon(true);
        return thread;
    }
}
