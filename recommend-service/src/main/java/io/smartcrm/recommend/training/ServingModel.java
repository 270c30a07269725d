package io.smartcrm.recommend.training;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToLongFunction;

/** The model that answers, with its version; swapped whole, so that one answer comes from one model. */
@ApplicationScoped
public class ServingModel {
    private final AtomicReference<Optional<Versioned>> current = new AtomicReference<>(Optional.empty());

    ServingModel(MeterRegistry metrics) {
        metrics.gauge("smartcrm.recommend.model.bytes", current, held -> measured(held, ModelVersion::bytes));
        metrics.gauge("smartcrm.recommend.model.items", current, held -> measured(held, ModelVersion::items));
        metrics.gauge(
                "smartcrm.recommend.model.interactions", current, held -> measured(held, ModelVersion::interactions));
    }

    private static long measured(AtomicReference<Optional<Versioned>> held, ToLongFunction<ModelVersion> figure) {
        return held.get().map(Versioned::version).map(figure::applyAsLong).orElse(0L);
    }

    /** A model and where it comes from. */
    public record Versioned(ModelVersion version, TrainedModel model) {
        public Versioned {
            requireNonNull(version, "version is null");
            requireNonNull(model, "model is null");
        }
    }

    /** Empty until the first model is there. */
    public Optional<Versioned> current() {
        return current.get();
    }

    void swap(Versioned next) {
        current.set(Optional.of(next));
    }
}
