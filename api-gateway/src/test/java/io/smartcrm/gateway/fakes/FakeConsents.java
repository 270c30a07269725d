package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.BatchRecordConsentsRequest;
import io.smartcrm.proto.customer.v1.BatchRecordConsentsResponse;
import io.smartcrm.proto.customer.v1.Consent;
import io.smartcrm.proto.customer.v1.ConsentServiceGrpc.ConsentServiceImplBase;
import io.smartcrm.proto.customer.v1.ConsentState;
import io.smartcrm.proto.customer.v1.ConsentTerm;
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

/** Answers what it is told, and one consent for whoever asks. */
final class FakeConsents extends ConsentServiceImplBase {
    @Override
    public void recordConsent(RecordConsentRequest request, StreamObserver<RecordConsentResponse> answer) {
        Ids.answer(
                "customer",
                request.getConsent().getCustomerId(),
                answer,
                () -> RecordConsentResponse.newBuilder()
                        .setConsent(request.getConsent())
                        .build());
    }

    @Override
    public void batchRecordConsents(
            BatchRecordConsentsRequest request, StreamObserver<BatchRecordConsentsResponse> answer) {
        Ids.complete(
                answer,
                BatchRecordConsentsResponse.newBuilder()
                        .setRecorded(request.getConsentsCount())
                        .build());
    }

    @Override
    public void listConsents(ListConsentsRequest request, StreamObserver<ListConsentsResponse> answer) {
        Ids.complete(
                answer,
                ListConsentsResponse.newBuilder()
                        .addConsents(consent(request.getCustomerId()))
                        .build());
    }

    @Override
    public void listConsentRecords(
            ListConsentRecordsRequest request, StreamObserver<ListConsentRecordsResponse> answer) {
        Ids.complete(
                answer,
                ListConsentRecordsResponse.newBuilder()
                        .addRecords(consent(request.getCustomerId()))
                        .build());
    }

    @Override
    public void listConsentTerms(ListConsentTermsRequest request, StreamObserver<ListConsentTermsResponse> answer) {
        Ids.complete(
                answer,
                ListConsentTermsResponse.newBuilder()
                        .addTerms(ConsentTerm.newBuilder()
                                .setKind(request.getKind())
                                .setName("marketing"))
                        .build());
    }

    @Override
    public void createConsentTerm(CreateConsentTermRequest request, StreamObserver<CreateConsentTermResponse> answer) {
        Ids.complete(
                answer,
                CreateConsentTermResponse.newBuilder()
                        .setTerm(request.getTerm().toBuilder().setEtag("1"))
                        .build());
    }

    @Override
    public void updateConsentTerm(UpdateConsentTermRequest request, StreamObserver<UpdateConsentTermResponse> answer) {
        Ids.complete(
                answer,
                UpdateConsentTermResponse.newBuilder()
                        .setTerm(request.getTerm().toBuilder().setEtag("2"))
                        .build());
    }

    @Override
    public void deleteConsentTerm(DeleteConsentTermRequest request, StreamObserver<DeleteConsentTermResponse> answer) {
        Ids.complete(answer, DeleteConsentTermResponse.getDefaultInstance());
    }

    private static Consent consent(String customerId) {
        return Consent.newBuilder()
                .setCustomerId(customerId)
                .setPurpose("marketing")
                .setChannel("email")
                .setState(ConsentState.CONSENT_STATE_GRANTED)
                .build();
    }
}
