package io.smartcrm.recommend.experiment;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Ways to recommend that are compared.
 *
 * @param variants the first is the control, with which the others are compared; their shares add up to 1
 * @param startTime empty in a draft
 * @param stopTime empty until it is stopped
 */
public record Experiment(
        UUID id,
        String name,
        ComparedScenario scenario,
        List<Variant> variants,
        Instant createTime,
        Optional<Instant> startTime,
        Optional<Instant> stopTime) {
    private static final int MOST_VARIANTS = 10;
    private static final int LONGEST_NAME = 100;
    private static final double ROUNDING = 1e-6;

    public Experiment {
        requireNonNull(id, "id is null");
        requireNonNull(scenario, "scenario is null");
        requireNonNull(createTime, "createTime is null");
        requireNonNull(startTime, "startTime is null");
        requireNonNull(stopTime, "stopTime is null");
        variants = List.copyOf(variants);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Failure.invalid("name", "has 1 to " + LONGEST_NAME + " characters, not " + name.length());
        }
        if (variants.size() < 2 || variants.size() > MOST_VARIANTS) {
            throw Failure.invalid("variants", "there are 2 to " + MOST_VARIANTS + ", not " + variants.size());
        }
        if (variants.stream().map(Variant::name).distinct().count() < variants.size()) {
            throw Failure.invalid("variants", "two have the same name");
        }
        double shares = variants.stream().mapToDouble(Variant::share).sum();
        if (Math.abs(shares - 1) > ROUNDING) {
            throw Failure.invalid("variants", "the shares add up to " + shares + ", not 1");
        }
    }

    static Experiment draft(
            UUID id, String name, ComparedScenario scenario, List<Variant> variants, Instant createTime) {
        return new Experiment(id, name, scenario, variants, createTime, Optional.empty(), Optional.empty());
    }

    enum State {
        DRAFT,
        RUNNING,
        STOPPED
    }

    State state() {
        if (startTime.isEmpty()) {
            return State.DRAFT;
        }
        return stopTime.isEmpty() ? State.RUNNING : State.STOPPED;
    }

    /** @throws Failure UNPROCESSABLE when the same request asked for something else before */
    Experiment requireSameAs(Experiment wanted, String requestId) {
        if (name.equals(wanted.name) && scenario == wanted.scenario && variants.equals(wanted.variants)) {
            return this;
        }
        throw new Failure(
                Failure.Kind.UNPROCESSABLE,
                "IDEMPOTENCY_KEY_REUSED",
                "'" + requestId + "' was used for another experiment; choose a new key");
    }

    /** The variant of a customer, for ever the same. */
    Variant of(String customerId) {
        return Assignment.of(id.toString(), customerId, variants);
    }
}
