package io.smartcrm.bench.serving;

import io.smartcrm.bench.Arguments;
import io.smartcrm.bench.Command;
import io.smartcrm.bench.Figures;
import io.smartcrm.bench.Syntax;
import io.smartcrm.bench.UsageException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How long the running suite lets callers wait at a given rate; see {@link OpenModel} for what a time is. */
public final class ServeLoad {
    private static final Syntax SYNTAX = new Syntax(
            "serve-load --target NAME --rate R --seconds S [--url GATEWAY] [--records N] [--warm-up S]"
                    + " [--realm URL] [--client ID] [--user NAME] [--password TEXT] [--token JWT]"
                    + " (targets: " + Target.labels() + ")",
            Set.of(
                    "target",
                    "rate",
                    "seconds",
                    "url",
                    "records",
                    "warm-up",
                    "realm",
                    "client",
                    "user",
                    "password",
                    "token"),
            Set.of());

    private ServeLoad() {}

    public static void main(String[] args) {
        Command.execute("serve-load", SYNTAX, args, ServeLoad::run);
    }

    private static Figures run(Arguments arguments) throws IOException {
        String name = arguments.requiredText("target");
        Target target = Target.named(name)
                .orElseThrow(() -> arguments.complaint("unknown target '" + name + "', known are " + Target.labels()));
        int rate = arguments.requiredPositive("rate");
        int seconds = arguments.requiredPositive("seconds");
        try {
            Gateway gateway = gateway(arguments);
            List<String> questions = questions(gateway, target, arguments.positive("records", 500));
            System.err.printf("%s: %d questions, warming up%n", name, questions.size());
            load(gateway, questions, rate, arguments.positive("warm-up", 60));
            System.err.printf("%d requests a second for %d s%n", rate, seconds);
            return figures(load(gateway, questions, rate, seconds));
        } catch (ConnectException down) {
            throw new UsageException("the suite does not answer (" + down.getMessage() + "); start it with deploy/up");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static Gateway gateway(Arguments arguments) throws IOException, InterruptedException {
        String url = arguments.text("url").orElse("http://127.0.0.1:8080");
        Optional<String> token = arguments.text("token");
        if (token.isPresent()) {
            return Gateway.entered(url, token.get());
        }
        String user = arguments.text("user").orElse("analyst");
        return Gateway.entered(
                url,
                arguments.text("realm").orElse("http://127.0.0.1:8180/realms/smartcrm"),
                arguments.text("client").orElse("smartcrm-cli"),
                user,
                arguments.text("password").orElse(user));
    }

    /** Questions that have an answer: a product that never sold has no forecast, and is no error of the suite. */
    private static List<String> questions(Gateway gateway, Target target, int records)
            throws IOException, InterruptedException {
        List<String> answered = new ArrayList<>();
        for (String id : gateway.ids(target, records)) {
            String question = target.question(id);
            if (gateway.ask(question).join()) {
                answered.add(question);
            }
        }
        if (answered.isEmpty()) {
            throw new UsageException("the suite has no record that " + target.label() + " could be asked about");
        }
        return answered;
    }

    private static OpenModel.Outcome load(Gateway gateway, List<String> questions, int rate, int seconds) {
        return new OpenModel(rate)
                .run((long) rate * seconds, i -> gateway.ask(questions.get((int) (i % questions.size()))));
    }

    private static Figures figures(OpenModel.Outcome outcome) {
        return new Figures()
                .add("sent", outcome.sent())
                .add("ok", outcome.ok())
                .add("errors", outcome.sent() - outcome.ok())
                .add("p50_ms", outcome.millisAt(50), 2)
                .add("p90_ms", outcome.millisAt(90), 2)
                .add("p99_ms", outcome.millisAt(99), 2)
                .add("p999_ms", outcome.millisAt(99.9), 2)
                .add("max_ms", outcome.slowestMillis(), 2);
    }
}
