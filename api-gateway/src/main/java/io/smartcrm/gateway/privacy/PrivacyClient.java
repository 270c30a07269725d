package io.smartcrm.gateway.privacy;

import static java.util.Objects.requireNonNullElse;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.privacy.PrivacyViews.CountView;
import io.smartcrm.gateway.privacy.PrivacyViews.ErasureView;
import io.smartcrm.gateway.privacy.PrivacyViews.LimitsChange;
import io.smartcrm.gateway.privacy.PrivacyViews.LimitsView;
import io.smartcrm.gateway.privacy.PrivacyViews.NewErasure;
import io.smartcrm.proto.customer.v1.Erasure;
import io.smartcrm.proto.customer.v1.GetErasureReceiptRequest;
import io.smartcrm.proto.customer.v1.GetErasureRequest;
import io.smartcrm.proto.customer.v1.GetProcessingLimitsRequest;
import io.smartcrm.proto.customer.v1.ListErasuresRequest;
import io.smartcrm.proto.customer.v1.PrivacyServiceGrpc;
import io.smartcrm.proto.customer.v1.ProcessingLimits;
import io.smartcrm.proto.customer.v1.RequestErasureRequest;
import io.smartcrm.proto.customer.v1.UpdateProcessingLimitsRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks customer-service to limit or forget. */
@ApplicationScoped
class PrivacyClient {
    private final Calls calls;

    PrivacyClient(Calls calls) {
        this.calls = calls;
    }

    Uni<LimitsView> limits(String customerId) {
        var request = GetProcessingLimitsRequest.newBuilder()
                .setCustomerId(customerId)
                .build();
        return calls.read(Service.CUSTOMER, PrivacyServiceGrpc.getGetProcessingLimitsMethod(), request)
                .map(response -> view(response.getLimits()));
    }

    Uni<LimitsView> limit(String customerId, String etag, LimitsChange change) {
        var limits = ProcessingLimits.newBuilder()
                .setCustomerId(customerId)
                .setRestricted(requireNonNullElse(change.restricted(), false))
                .setNotByProfile(requireNonNullElse(change.notByProfile(), false))
                .setReason(requireNonNullElse(change.reason(), ""))
                .setEtag(etag);
        var request =
                UpdateProcessingLimitsRequest.newBuilder().setLimits(limits).build();
        return calls.change(Service.CUSTOMER, PrivacyServiceGrpc.getUpdateProcessingLimitsMethod(), request)
                .map(response -> view(response.getLimits()));
    }

    Uni<ErasureView> erase(NewErasure wanted, String requestId) {
        var request = RequestErasureRequest.newBuilder()
                .setCustomerId(requireNonNullElse(wanted.customerId(), ""))
                .setReason(requireNonNullElse(wanted.reason(), ""))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, PrivacyServiceGrpc.getRequestErasureMethod(), request)
                .map(response -> view(response.getErasure()));
    }

    Uni<ErasureView> erasure(String id) {
        var request = GetErasureRequest.newBuilder().setId(id).build();
        return calls.read(Service.CUSTOMER, PrivacyServiceGrpc.getGetErasureMethod(), request)
                .map(response -> view(response.getErasure()));
    }

    Uni<Page<ErasureView>> erasures(int pageSize, String pageToken) {
        var request = ListErasuresRequest.newBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.CUSTOMER, PrivacyServiceGrpc.getListErasuresMethod(), request)
                .map(response -> Page.of(response.getErasuresList(), PrivacyClient::view, response.getNextPageToken()));
    }

    /** What was forgotten where, and its hash. */
    record Receipt(String json, String hash) {}

    Uni<Receipt> receipt(String id) {
        var request = GetErasureReceiptRequest.newBuilder().setId(id).build();
        return calls.read(Service.CUSTOMER, PrivacyServiceGrpc.getGetErasureReceiptMethod(), request)
                .map(response -> new Receipt(response.getReceipt(), response.getHash()));
    }

    private static LimitsView view(ProcessingLimits limits) {
        return new LimitsView(
                limits.getCustomerId(),
                limits.getRestricted(),
                limits.getNotByProfile(),
                Messages.text(limits.getReason()),
                Messages.time(limits.hasUpdateTime(), limits.getUpdateTime()),
                limits.getEtag());
    }

    private static ErasureView view(Erasure erasure) {
        return new ErasureView(
                erasure.getId(),
                erasure.getCustomerId(),
                Messages.name(erasure.getState()),
                Messages.text(erasure.getReason()),
                Messages.text(erasure.getRequestedBy()),
                Messages.time(erasure.hasRequestTime(), erasure.getRequestTime()),
                Messages.time(erasure.hasCompleteTime(), erasure.getCompleteTime()),
                erasure.getCountsList().stream()
                        .map(count -> new CountView(count.getService(), count.getPart(), count.getRecords()))
                        .toList(),
                erasure.getWaitingServicesList());
    }
}
