package io.smartcrm.customer.consent;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.profile.CustomerId;
import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.customer.profile.VisibleTeams;
import io.smartcrm.outbox.Database;
import io.smartcrm.proto.customer.v1.BatchRecordConsentsRequest;
import io.smartcrm.proto.customer.v1.BatchRecordConsentsResponse;
import io.smartcrm.proto.customer.v1.Consent;
import io.smartcrm.proto.customer.v1.ConsentService;
import io.smartcrm.proto.customer.v1.ConsentState;
import io.smartcrm.proto.customer.v1.ConsentTermKind;
import io.smartcrm.proto.customer.v1.CreateConsentTermRequest;
import io.smartcrm.proto.customer.v1.CreateConsentTermResponse;
import io.smartcrm.proto.customer.v1.DeleteConsentTermRequest;
import io.smartcrm.proto.customer.v1.DeleteConsentTermResponse;
import io.smartcrm.proto.customer.v1.ListConsentRecordsRequest;
import io.smartcrm.proto.customer.v1.ListConsentRecordsResponse;
import io.smartcrm.proto.customer.v1.ListConsentTermsRequest;
import io.smartcrm.proto.customer.v1.ListConsentTermsResponse;
import io.smartcrm.proto.customer.v1.ListConsentsRequest;
import io.smartcrm.proto.customer.v1.ListConsentsResponse;
import io.smartcrm.proto.customer.v1.RecordConsentRequest;
import io.smartcrm.proto.customer.v1.RecordConsentResponse;
import io.smartcrm.proto.customer.v1.UpdateConsentTermRequest;
import io.smartcrm.proto.customer.v1.UpdateConsentTermResponse;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Consents and their register over gRPC. Everything runs on worker threads. */
@GrpcService
@Blocking
class ConsentGrpc implements ConsentService {
    private static final int MAX_BATCH = 1_000;

    private final Consents consents;
    private final Database database;
    private final CustomerScope scope;
    private final SecurityIdentity caller;
    private final Clock clock = Clock.systemUTC();

    ConsentGrpc(Consents consents, Database database, CustomerScope scope, SecurityIdentity caller) {
        this.scope = scope;
        this.consents = consents;
        this.database = database;
        this.caller = caller;
    }

    @Override
    @RolesAllowed({"admin", "agent", "integrator"})
    public Uni<RecordConsentResponse> recordConsent(RecordConsentRequest request) {
        ConsentWord word = word(request.getConsent(), clock.instant());
        VisibleTeams visible = scope.visible();
        return once(request.getRequestId(), request, RecordConsentResponse.parser(), connection -> {
            CustomerScope.check(connection, visible, word.customerId());
            consents.record(connection, List.of(word));
            ConsentWord valid = new ConsentTable(connection)
                    .current(word.customerId()).stream()
                            .filter(known -> known.purpose().equals(word.purpose())
                                    && known.channel().equals(word.channel()))
                            .findFirst()
                            .orElse(word);
            return RecordConsentResponse.newBuilder().setConsent(message(valid)).build();
        });
    }

    @Override
    @RolesAllowed({"admin", "integrator"})
    public Uni<BatchRecordConsentsResponse> batchRecordConsents(BatchRecordConsentsRequest request) {
        if (request.getConsentsCount() > MAX_BATCH) {
            throw Failure.invalid("consents", request.getConsentsCount() + " are more than " + MAX_BATCH);
        }
        Instant now = clock.instant();
        List<ConsentWord> words = request.getConsentsList().stream()
                .map(consent -> word(consent, now))
                .toList();
        return once(
                request.getRequestId(),
                request,
                BatchRecordConsentsResponse.parser(),
                connection -> BatchRecordConsentsResponse.newBuilder()
                        .setRecorded(consents.record(connection, words))
                        .build());
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListConsentsResponse> listConsents(ListConsentsRequest request) {
        var customer = CustomerId.parse(request.getCustomerId()).value();
        VisibleTeams visible = scope.visible();
        List<ConsentWord> valid = database.transaction(connection -> {
            CustomerScope.check(connection, visible, customer);
            return new ConsentTable(connection).current(customer);
        });
        return Uni.createFrom()
                .item(ListConsentsResponse.newBuilder()
                        .addAllConsents(valid.stream().map(this::message).toList())
                        .build());
    }

    @Override
    @RolesAllowed({"admin", "agent", "integrator"})
    public Uni<ListConsentRecordsResponse> listConsentRecords(ListConsentRecordsRequest request) {
        var customer = CustomerId.parse(request.getCustomerId()).value();
        VisibleTeams visible = scope.visible();
        int size = PageToken.pageSize(request.getPageSize());
        String query = "consent-records/" + customer;
        Optional<TimePosition> after = request.getPageToken().isEmpty()
                ? Optional.empty()
                : Optional.of(TimePosition.decode(request.getPageToken(), query));
        var found = database.transaction(connection -> {
            CustomerScope.check(connection, visible, customer);
            return new ConsentTable(connection).history(customer, after, size + 1);
        });
        var response = ListConsentRecordsResponse.newBuilder();
        found.stream().limit(size).map(record -> message(record.word())).forEach(response::addRecords);
        if (found.size() > size) {
            var last = found.get(size - 1);
            response.setNextPageToken(new TimePosition(last.word().recordTime(), last.id()).encode(query));
        }
        return Uni.createFrom().item(response.build());
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListConsentTermsResponse> listConsentTerms(ListConsentTermsRequest request) {
        ConsentTerm.Kind kind = kind(request.getKind());
        var terms = database.transaction(connection -> new ConsentTerms(connection).list(kind));
        return Uni.createFrom()
                .item(ListConsentTermsResponse.newBuilder()
                        .addAllTerms(terms.stream().map(ConsentGrpc::message).toList())
                        .build());
    }

    @Override
    @RolesAllowed("admin")
    public Uni<CreateConsentTermResponse> createConsentTerm(CreateConsentTermRequest request) {
        ConsentTerm term = term(request.getTerm());
        return once(
                request.getRequestId(),
                request,
                CreateConsentTermResponse.parser(),
                connection -> CreateConsentTermResponse.newBuilder()
                        .setTerm(message(new ConsentTerms(connection).create(term)))
                        .build());
    }

    @Override
    @RolesAllowed("admin")
    public Uni<UpdateConsentTermResponse> updateConsentTerm(UpdateConsentTermRequest request) {
        ConsentTerm term = term(request.getTerm());
        var changed = database.transaction(connection ->
                new ConsentTerms(connection).update(term, request.getTerm().getEtag()));
        return Uni.createFrom()
                .item(UpdateConsentTermResponse.newBuilder()
                        .setTerm(message(changed))
                        .build());
    }

    @Override
    @RolesAllowed("admin")
    public Uni<DeleteConsentTermResponse> deleteConsentTerm(DeleteConsentTermRequest request) {
        ConsentTerm.Kind kind = kind(request.getKind());
        database.transaction(connection -> {
            new ConsentTerms(connection).delete(kind, request.getName());
            return true;
        });
        return Uni.createFrom().item(DeleteConsentTermResponse.getDefaultInstance());
    }

    private <T extends Message> Uni<T> once(
            String requestId, Message request, Parser<T> parser, Database.Work<T> work) {
        return Uni.createFrom().item(database.once(caller.getPrincipal().getName(), requestId, request, parser, work));
    }

    private static ConsentWord word(Consent consent, Instant now) {
        return new ConsentWord(
                CustomerId.parse(consent.getCustomerId()).value(),
                consent.getPurpose(),
                consent.getChannel(),
                switch (consent.getState()) {
                    case CONSENT_STATE_GRANTED -> ConsentWord.State.GRANTED;
                    case CONSENT_STATE_WITHDRAWN -> ConsentWord.State.WITHDRAWN;
                    case CONSENT_STATE_EXPIRED, CONSENT_STATE_UNSPECIFIED, UNRECOGNIZED ->
                        throw Failure.invalid("consent.state", "is neither GRANTED nor WITHDRAWN");
                },
                consent.hasEffectiveTime() ? instant(consent.getEffectiveTime()) : now,
                consent.hasExpireTime() ? Optional.of(instant(consent.getExpireTime())) : Optional.empty(),
                consent.getSource(),
                consent.getTextVersion(),
                consent.getEvidence(),
                now);
    }

    private Consent message(ConsentWord word) {
        var message = ConsentEvents.message(word);
        return word.expired(clock.instant())
                ? message.setState(ConsentState.CONSENT_STATE_EXPIRED).build()
                : message.build();
    }

    private static ConsentTerm term(io.smartcrm.proto.customer.v1.ConsentTerm term) {
        return new ConsentTerm(
                kind(term.getKind()), term.getName(), term.getTitle(), term.getDescription(), term.getActive(), 1);
    }

    private static io.smartcrm.proto.customer.v1.ConsentTerm message(ConsentTerm term) {
        return io.smartcrm.proto.customer.v1.ConsentTerm.newBuilder()
                .setKind(
                        switch (term.kind()) {
                            case PURPOSE -> ConsentTermKind.CONSENT_TERM_KIND_PURPOSE;
                            case CHANNEL -> ConsentTermKind.CONSENT_TERM_KIND_CHANNEL;
                        })
                .setName(term.name())
                .setTitle(term.title())
                .setDescription(term.description())
                .setActive(term.active())
                .setEtag(term.etag())
                .build();
    }

    private static ConsentTerm.Kind kind(ConsentTermKind kind) {
        return switch (kind) {
            case CONSENT_TERM_KIND_PURPOSE -> ConsentTerm.Kind.PURPOSE;
            case CONSENT_TERM_KIND_CHANNEL -> ConsentTerm.Kind.CHANNEL;
            case CONSENT_TERM_KIND_UNSPECIFIED, UNRECOGNIZED ->
                throw Failure.invalid("kind", "is neither PURPOSE nor CHANNEL");
        };
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
