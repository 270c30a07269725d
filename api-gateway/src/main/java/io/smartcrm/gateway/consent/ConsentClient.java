package io.smartcrm.gateway.consent;

import static java.util.Objects.requireNonNullElse;

import com.google.protobuf.Timestamp;
import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.proto.customer.v1.BatchRecordConsentsRequest;
import io.smartcrm.proto.customer.v1.Consent;
import io.smartcrm.proto.customer.v1.ConsentServiceGrpc;
import io.smartcrm.proto.customer.v1.ConsentState;
import io.smartcrm.proto.customer.v1.ConsentTerm;
import io.smartcrm.proto.customer.v1.ConsentTermKind;
import io.smartcrm.proto.customer.v1.CreateConsentTermRequest;
import io.smartcrm.proto.customer.v1.DeleteConsentTermRequest;
import io.smartcrm.proto.customer.v1.ListConsentRecordsRequest;
import io.smartcrm.proto.customer.v1.ListConsentTermsRequest;
import io.smartcrm.proto.customer.v1.ListConsentsRequest;
import io.smartcrm.proto.customer.v1.RecordConsentRequest;
import io.smartcrm.proto.customer.v1.UpdateConsentTermRequest;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells customer-service what customers allow, and asks for it. */
@ApplicationScoped
class ConsentClient {
    private final Calls calls;

    ConsentClient(Calls calls) {
        this.calls = calls;
    }

    Uni<ConsentView> record(String customerId, NewConsent said, String requestId) {
        if (said.customerId() != null && !said.customerId().equals(customerId)) {
            throw Failure.invalid("customerId", "is not the customer of the path");
        }
        var request = RecordConsentRequest.newBuilder()
                .setConsent(message(customerId, said))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, ConsentServiceGrpc.getRecordConsentMethod(), request)
                .map(response -> view(response.getConsent()));
    }

    Uni<NewConsent.BatchResult> record(NewConsent.Batch batch, String requestId) {
        var request = BatchRecordConsentsRequest.newBuilder().setRequestId(requestId);
        requireNonNullElse(batch.consents(), List.<NewConsent>of())
                .forEach(said -> request.addConsents(message(text(said.customerId()), said)));
        return calls.change(Service.CUSTOMER, ConsentServiceGrpc.getBatchRecordConsentsMethod(), request.build())
                .map(response -> new NewConsent.BatchResult(response.getRecorded()));
    }

    Uni<Page<ConsentView>> valid(String customerId) {
        var request = ListConsentsRequest.newBuilder().setCustomerId(customerId).build();
        return calls.read(Service.CUSTOMER, ConsentServiceGrpc.getListConsentsMethod(), request)
                .map(response -> Page.of(response.getConsentsList(), ConsentClient::view, ""));
    }

    Uni<Page<ConsentView>> records(String customerId, int pageSize, String pageToken) {
        var request = ListConsentRecordsRequest.newBuilder()
                .setCustomerId(customerId)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.CUSTOMER, ConsentServiceGrpc.getListConsentRecordsMethod(), request)
                .map(response -> Page.of(response.getRecordsList(), ConsentClient::view, response.getNextPageToken()));
    }

    Uni<Page<ConsentTermView>> terms(String kind) {
        var request = ListConsentTermsRequest.newBuilder().setKind(kind(kind)).build();
        return calls.read(Service.CUSTOMER, ConsentServiceGrpc.getListConsentTermsMethod(), request)
                .map(response -> Page.of(response.getTermsList(), ConsentClient::view, ""));
    }

    Uni<ConsentTermView> create(ConsentTermView.New wanted, String requestId) {
        var term = ConsentTerm.newBuilder()
                .setKind(kind(text(wanted.kind())))
                .setName(text(wanted.name()))
                .setTitle(text(wanted.title()))
                .setDescription(text(wanted.description()))
                .setActive(requireNonNullElse(wanted.active(), true));
        var request = CreateConsentTermRequest.newBuilder()
                .setTerm(term)
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, ConsentServiceGrpc.getCreateConsentTermMethod(), request)
                .map(response -> view(response.getTerm()));
    }

    Uni<ConsentTermView> update(String kind, String name, String etag, ConsentTermView.Change change) {
        var term = ConsentTerm.newBuilder()
                .setKind(kind(kind))
                .setName(name)
                .setTitle(text(change.title()))
                .setDescription(text(change.description()))
                .setActive(requireNonNullElse(change.active(), true))
                .setEtag(etag);
        var request = UpdateConsentTermRequest.newBuilder().setTerm(term).build();
        return calls.change(Service.CUSTOMER, ConsentServiceGrpc.getUpdateConsentTermMethod(), request)
                .map(response -> view(response.getTerm()));
    }

    Uni<Void> delete(String kind, String name) {
        var request = DeleteConsentTermRequest.newBuilder()
                .setKind(kind(kind))
                .setName(name)
                .build();
        return calls.change(Service.CUSTOMER, ConsentServiceGrpc.getDeleteConsentTermMethod(), request)
                .replaceWithVoid();
    }

    private static ConsentTermKind kind(String name) {
        return switch (name) {
            case "PURPOSE" -> ConsentTermKind.CONSENT_TERM_KIND_PURPOSE;
            case "CHANNEL" -> ConsentTermKind.CONSENT_TERM_KIND_CHANNEL;
            default -> throw Failure.invalid("kind", "'" + name + "' is neither PURPOSE nor CHANNEL");
        };
    }

    private static Consent.Builder message(String customerId, NewConsent said) {
        var message = Consent.newBuilder()
                .setCustomerId(customerId)
                .setPurpose(text(said.purpose()))
                .setChannel(text(said.channel()))
                .setState(
                        switch (text(said.state())) {
                            case "GRANTED" -> ConsentState.CONSENT_STATE_GRANTED;
                            case "WITHDRAWN" -> ConsentState.CONSENT_STATE_WITHDRAWN;
                            default -> throw Failure.invalid("state", "is neither GRANTED nor WITHDRAWN");
                        })
                .setSource(text(said.source()))
                .setTextVersion(text(said.textVersion()))
                .setEvidence(text(said.evidence()));
        if (said.effectiveTime() != null) {
            message.setEffectiveTime(timestamp(said.effectiveTime()));
        }
        if (said.expireTime() != null) {
            message.setExpireTime(timestamp(said.expireTime()));
        }
        return message;
    }

    private static ConsentView view(Consent consent) {
        return new ConsentView(
                consent.getCustomerId(),
                consent.getPurpose(),
                consent.getChannel(),
                Messages.name(consent.getState()),
                Messages.time(consent.hasEffectiveTime(), consent.getEffectiveTime()),
                Messages.time(consent.hasExpireTime(), consent.getExpireTime()),
                Messages.text(consent.getSource()),
                Messages.text(consent.getTextVersion()),
                Messages.text(consent.getEvidence()),
                Messages.time(consent.hasRecordTime(), consent.getRecordTime()));
    }

    private static ConsentTermView view(ConsentTerm term) {
        return new ConsentTermView(
                Messages.name(term.getKind()),
                term.getName(),
                Messages.text(term.getTitle()),
                Messages.text(term.getDescription()),
                term.getActive(),
                term.getEtag());
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
