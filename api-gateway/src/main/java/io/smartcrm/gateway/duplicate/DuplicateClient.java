package io.smartcrm.gateway.duplicate;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.datajob.DataJobClient;
import io.smartcrm.gateway.datajob.DataJobView;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.proto.customer.v1.AcceptDuplicateRequest;
import io.smartcrm.proto.customer.v1.Duplicate;
import io.smartcrm.proto.customer.v1.DuplicateServiceGrpc;
import io.smartcrm.proto.customer.v1.DuplicateState;
import io.smartcrm.proto.customer.v1.FindDuplicatesRequest;
import io.smartcrm.proto.customer.v1.ListDuplicatesRequest;
import io.smartcrm.proto.customer.v1.RejectDuplicateRequest;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks customer-service for duplicates. */
@ApplicationScoped
class DuplicateClient {
    private static final List<String> STATES = List.of("OPEN", "CERTAIN", "MERGED", "REJECTED");

    private final Calls calls;

    DuplicateClient(Calls calls) {
        this.calls = calls;
    }

    Uni<DataJobView> search(NewSearch wanted, String requestId) {
        var request = FindDuplicatesRequest.newBuilder()
                .setMergeFrom(number("mergeFrom", wanted.mergeFrom()))
                .setReviewFrom(number("reviewFrom", wanted.reviewFrom()))
                .setAutoMerge(Boolean.TRUE.equals(wanted.autoMerge()))
                .setAttribute(MergeClient.text(wanted.attribute()))
                .setSurvivorship(MergeClient.survivorship(wanted.survivorship()))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, DuplicateServiceGrpc.getFindDuplicatesMethod(), request)
                .map(response -> DataJobClient.view(response.getJob()));
    }

    Uni<Page<DuplicateView>> list(String state, int pageSize, String pageToken) {
        var request = ListDuplicatesRequest.newBuilder()
                .setState(state(state))
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.CUSTOMER, DuplicateServiceGrpc.getListDuplicatesMethod(), request)
                .map(response ->
                        Page.of(response.getDuplicatesList(), DuplicateClient::view, response.getNextPageToken()));
    }

    Uni<DuplicateView> accept(String id, @Nullable Acceptance acceptance) {
        var request = AcceptDuplicateRequest.newBuilder().setId(id);
        if (acceptance != null) {
            request.setWinnerId(MergeClient.text(acceptance.winnerId()))
                    .setSurvivorship(MergeClient.survivorship(acceptance.survivorship()));
        }
        return calls.change(Service.CUSTOMER, DuplicateServiceGrpc.getAcceptDuplicateMethod(), request.build())
                .map(response -> view(response.getDuplicate()));
    }

    Uni<DuplicateView> reject(String id) {
        var request = RejectDuplicateRequest.newBuilder().setId(id).build();
        return calls.change(Service.CUSTOMER, DuplicateServiceGrpc.getRejectDuplicateMethod(), request)
                .map(response -> view(response.getDuplicate()));
    }

    /** What services take as their default is not what a caller may say. */
    private static double number(String field, @Nullable Double value) {
        if (value == null) {
            return 0;
        }
        if (value == 0) {
            throw Failure.invalid(field, "0 is not a threshold; leave it out for the usual one");
        }
        return value;
    }

    private static DuplicateState state(String name) {
        if (name.isEmpty()) {
            return DuplicateState.DUPLICATE_STATE_UNSPECIFIED;
        }
        if (!STATES.contains(name)) {
            throw Failure.invalid("state", "'" + name + "' is none of " + STATES);
        }
        return DuplicateState.valueOf(Messages.prefix(DuplicateState.class) + name);
    }

    private static DuplicateView view(Duplicate pair) {
        return new DuplicateView(
                pair.getId(),
                List.of(pair.getFirstCustomerId(), pair.getSecondCustomerId()),
                Messages.name(pair.getState()),
                pair.getProbability(),
                Messages.finite(pair.getWeight()),
                pair.getAgreementMap(),
                Messages.time(pair.hasFindTime(), pair.getFindTime()),
                Messages.time(pair.hasDecideTime(), pair.getDecideTime()),
                Messages.text(pair.getMergeId()));
    }
}
