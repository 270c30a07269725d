package io.smartcrm.gateway.call;

import static java.util.Objects.requireNonNull;

import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smartcrm.wire.Failure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Asks services. Every call has a deadline, is cancelled at the service when nobody waits any more, and fails with a
 * {@code Failure}.
 */
@ApplicationScoped
public class Calls {
    private final Channels channels;
    private final CallConfig config;
    private final Vertx vertx;
    private final Map<Service, Turns> turns = new EnumMap<>(Service.class);

    Calls(Channels channels, CallConfig config, Vertx vertx, MeterRegistry meters) {
        this.channels = channels;
        this.config = config;
        this.vertx = vertx;
        for (Service service : Service.values()) {
            turns.put(service, turns(service, meters));
        }
    }

    private Turns turns(Service service, MeterRegistry meters) {
        var own = new Turns(service, config.atOnce(), config.waiting(), config.patience());
        meters.gauge("smartcrm.calls.under.way", Tags.of("service", service.label()), own, Turns::underWay);
        meters.gauge("smartcrm.calls.waiting", Tags.of("service", service.label()), own, Turns::waiting);
        return own;
    }

    /** A question that may be asked twice: once more when the service could not be reached. */
    public <Q, A> Uni<A> read(Service service, MethodDescriptor<Q, A> method, Q request) {
        return repeated(service, method, request, config.deadline());
    }

    /** As {@link #read}, for a part of an answer that can do without it. */
    public <Q, A> Uni<A> readPart(Service service, MethodDescriptor<Q, A> method, Q request) {
        return repeated(service, method, request, config.partDeadline());
    }

    /** Makes a failure of the part a part that is missing. */
    public static <T> Uni<PartOf<T>> partOf(String part, Service service, Uni<T> asked) {
        return asked.map(PartOf::answered)
                .onFailure(Failure.class)
                .recoverWithItem(thrown -> PartOf.missing(part, service, thrown));
    }

    /** A change: never sent twice, as a lost answer does not say whether it happened. */
    public <Q, A> Uni<A> change(Service service, MethodDescriptor<Q, A> method, Q request) {
        return once(service, method, request, config.deadline())
                .onFailure()
                .transform(thrown -> ServiceFailure.of(service, thrown));
    }

    public <Q, A> Uni<A> train(Service service, MethodDescriptor<Q, A> method, Q request) {
        return once(service, method, request, config.trainingDeadline())
                .onFailure()
                .transform(thrown -> ServiceFailure.of(service, thrown));
    }

    /** Sends a first message and then a file in pieces, as fast as the service takes them. */
    public <Q, A> Uni<A> upload(
            Service service, MethodDescriptor<Q, A> method, Q header, Path file, Function<byte[], Q> piece) {
        return Uni.createFrom()
                .<A>emitter(emitter -> {
                    var call = channels.to(service).newCall(method, CallOptions.DEFAULT);
                    try {
                        new FileUpload<>(vertx, call, header, piece, emitter).start(file, config.transferDeadline());
                    } catch (IOException unreadable) {
                        emitter.fail(unreadable);
                    }
                })
                .onFailure()
                .transform(thrown -> ServiceFailure.of(service, thrown));
    }

    /** A stream of content, in the pace of its reader. */
    public <Q, A> Multi<A> download(Service service, MethodDescriptor<Q, A> method, Q request) {
        return streamed(service, method, request, config.transferDeadline());
    }

    /** Results as the service finds them, in the pace of their reader; who stops reading stops the service. */
    public <Q, A> Multi<A> compute(Service service, MethodDescriptor<Q, A> method, Q request) {
        return streamed(service, method, request, config.computingDeadline());
    }

    /** What happens to a job, until it ends or nobody watches. */
    public <Q, A> Multi<A> watch(Service service, MethodDescriptor<Q, A> method, Q request) {
        return streamed(service, method, request, config.watchDeadline());
    }

    private <Q, A> Uni<A> repeated(Service service, MethodDescriptor<Q, A> method, Q request, Duration deadline) {
        return once(service, method, request, deadline)
                .onFailure(ServiceFailure::unreachable)
                .retry()
                .atMost(1)
                .onFailure()
                .transform(thrown -> ServiceFailure.of(service, thrown));
    }

    private <Q, A> Uni<A> once(Service service, MethodDescriptor<Q, A> method, Q request, Duration deadline) {
        return requireNonNull(turns.get(service))
                .inTurn(() -> Uni.createFrom()
                        .emitter(emitter -> new Question<>(
                                        vertx,
                                        channels.to(service).newCall(method, CallOptions.DEFAULT),
                                        request,
                                        emitter)
                                .ask(deadline)));
    }

    private <Q, A> Multi<A> streamed(Service service, MethodDescriptor<Q, A> method, Q request, Duration deadline) {
        return Multi.createFrom()
                .<A>publisher(subscriber -> new AnswerStream<>(
                                vertx, channels.to(service).newCall(method, CallOptions.DEFAULT), request, subscriber)
                        .open(deadline))
                .onFailure()
                .transform(thrown -> ServiceFailure.of(service, thrown));
    }
}
