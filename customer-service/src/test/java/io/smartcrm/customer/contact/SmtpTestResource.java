package io.smartcrm.customer.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server: keeps every letter, and does not know nobody@example.org (RFC 5321, as far as a client needs it). */
public final class SmtpTestResource implements QuarkusTestResourceLifecycleManager {
    static final List<String> LETTERS = new CopyOnWriteArrayList<>();

    private final ServerSocket server;

    public SmtpTestResource() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @Override
    public Map<String, String> start() {
        var accepting = new Thread(this::accept, "smtp");
        accepting.setDaemon(true);
        accepting.start();
        return Map.of("quarkus.mailer.port", Integer.toString(server.getLocalPort()));
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                var talking = new Thread(() -> talk(client), "smtp-talk");
                talking.setDaemon(true);
                talking.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void talk(Socket client) {
        try (client;
                var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
                OutputStream out = client.getOutputStream()) {
            say(out, "220 test");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("DATA")) {
                    say(out, "354 go on");
                    LETTERS.add(letter(lines));
                    say(out, "250 taken");
                } else if (line.contains("nobody@example.org")) {
                    say(out, "550 no such user");
                } else {
                    say(out, line.startsWith("QUIT") ? "221 bye" : "250 fine");
                }
            }
        } catch (IOException gone) {
            // A client that hangs up has said all it wanted.
        }
    }

    private static String letter(BufferedReader lines) throws IOException {
        var letter = new StringBuilder();
        for (String line = lines.readLine(); line != null && !line.equals("."); line = lines.readLine()) {
            letter.append(line).append('\n');
        }
        return letter.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(UTF_8));
        out.flush();
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
