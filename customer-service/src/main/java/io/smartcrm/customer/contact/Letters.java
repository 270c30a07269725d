package io.smartcrm.customer.contact;

import io.quarkus.logging.Log;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import io.smartcrm.customer.consent.ProcessingLimits;
import io.smartcrm.customer.contact.Letter.State;
import io.smartcrm.customer.interaction.DeliveryState;
import io.smartcrm.customer.interaction.Direction;
import io.smartcrm.customer.interaction.DraftForm;
import io.smartcrm.customer.interaction.Recording;
import io.smartcrm.customer.profile.OpenCustomer;
import io.smartcrm.customer.profile.OpenCustomers;
import io.smartcrm.outbox.Database;
import io.smartcrm.outbox.Outbox;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends letters to those who agreed, over SMTP. What a mail server takes is marked as sent; when nobody knows whether
 * it took a letter, it is sent again under the same Message-ID, by which servers and programs know the second one.
 */
@ApplicationScoped
class Letters {
    private static final int TOGETHER = 20;
    private static final int MOST_ATTEMPTS = 8;
    /** Longer than sending takes. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private final Database database;
    private final OpenCustomers customers;
    private final ProcessingLimits limits;
    private final Recording recording;
    private final Outbox outbox;
    private final Mailer mailer;
    private final Clock clock = Clock.systemUTC();

    Letters(
            Database database,
            OpenCustomers customers,
            ProcessingLimits limits,
            Recording recording,
            Outbox outbox,
            Mailer mailer) {
        this.database = database;
        this.customers = customers;
        this.limits = limits;
        this.recording = recording;
        this.outbox = outbox;
        this.mailer = mailer;
    }

    /** Blocks, on a worker thread of the scheduler. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sendAll() {
        List<Letter> taken;
        do {
            Instant now = clock.instant();
            taken = database.transaction(
                    connection -> new LetterTable(connection).take(now, now.plus(LEASE), TOGETHER));
            taken.forEach(this::send);
        } while (taken.size() == TOGETHER);
    }

    private void send(Letter letter) {
        Optional<Mail> mail = database.transaction(connection -> prepare(connection, letter));
        if (mail.isEmpty()) {
            return;
        }
        try {
            mailer.send(mail.get());
        } catch (RuntimeException failed) {
            Log.warnf("Letter %s could not be sent: %s", letter.id(), reason(failed));
            database.transaction(connection -> failed(connection, letter, failed));
            return;
        }
        database.transaction(connection -> sent(connection, letter));
    }

    /** Empty when it must not be sent; then that is answered. */
    private Optional<Mail> prepare(Connection connection, Letter letter) throws SQLException {
        Optional<OpenCustomer> found = Optional.ofNullable(
                customers.lock(connection, List.of(letter.customer())).get(letter.customer()));
        Optional<String> objection = objection(connection, letter, found);
        if (objection.isEmpty()) {
            try {
                return found.map(customer -> mail(letter, customer));
            } catch (MailTemplate.Hole hole) {
                objection = Optional.of("PLACE_EMPTY: " + hole.getMessage());
            }
        }
        end(connection, letter, State.REFUSED, objection.orElse("CUSTOMER_NOT_FOUND"));
        return Optional.empty();
    }

    private Optional<String> objection(Connection connection, Letter letter, Optional<OpenCustomer> found)
            throws SQLException {
        if (found.isEmpty()) {
            return Optional.of("CUSTOMER_NOT_FOUND");
        }
        if (found.get().profile().email().isEmpty()) {
            return Optional.of("NO_ADDRESS: the customer has no e-mail address");
        }
        if (!limits.mayContact(connection, letter.customer())) {
            return Optional.of("RESTRICTED: nobody may write to the customer");
        }
        if (!letter.purpose().isEmpty() && !new LetterTable(connection).agreed(letter.customer(), letter.purpose())) {
            return Optional.of("NO_CONSENT: the customer has not agreed to " + letter.purpose() + " by e-mail");
        }
        return Optional.empty();
    }

    private static Mail mail(Letter letter, OpenCustomer customer) {
        Map<String, String> facts = new HashMap<>(letter.facts());
        facts.put("name", customer.profile().name());
        Mail mail = Mail.withText(
                        customer.profile().email(),
                        MailTemplate.line(letter.subject(), facts),
                        MailTemplate.text(letter.body(), facts))
                .addHeader("Message-ID", "<" + letter.id() + "@smartcrm>");
        return letter.html().isEmpty() ? mail : mail.setHtml(MailTemplate.html(letter.html(), facts));
    }

    private boolean sent(Connection connection, Letter letter) throws SQLException {
        recording.record(
                connection,
                List.of(new DraftForm()
                        .messageId("letter/" + letter.id())
                        .customerId(letter.customer().toString())
                        .direction(Direction.OUT)
                        .type("message")
                        .channel("email")
                        .name("Letter sent")
                        .deliveryState(DeliveryState.SENT)
                        .checked(clock.instant())));
        return end(connection, letter, State.SENT, "");
    }

    private boolean failed(Connection connection, Letter letter, RuntimeException failed) throws SQLException {
        Optional<SMTPException> answered = answer(failed);
        if (answered.filter(SMTPException::isPermanent).isPresent() || letter.attempts() >= MOST_ATTEMPTS) {
            return end(connection, letter, State.FAILED, reason(failed));
        }
        Instant next = clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << letter.attempts()));
        new LetterTable(connection).again(letter.id(), reason(failed), next);
        return true;
    }

    private boolean end(Connection connection, Letter letter, State state, String outcome) throws SQLException {
        boolean ended = new LetterTable(connection).end(letter.id(), state, outcome);
        if (ended) {
            outbox.append(connection, List.of(ActionEvents.answer(letter.id(), letter.customer(), state, outcome)));
        }
        return ended;
    }

    private static Optional<SMTPException> answer(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException answered) {
                return Optional.of(answered);
            }
        }
        return Optional.empty();
    }

    /** Without what the server said, which may name the address. */
    private static String reason(RuntimeException failed) {
        return answer(failed).map(answered -> "SMTP_" + answered.getReplyCode()).orElse("SMTP_NOT_REACHED");
    }
}
