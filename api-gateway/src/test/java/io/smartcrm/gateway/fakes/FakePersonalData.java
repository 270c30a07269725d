package io.smartcrm.gateway.fakes;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.ops.v1.ExportPersonalDataRequest;
import io.smartcrm.proto.ops.v1.ExportPersonalDataResponse;
import io.smartcrm.proto.ops.v1.PersonalDataServiceGrpc.PersonalDataServiceImplBase;

/** Two orders, and a part that holds nothing. */
final class FakePersonalData extends PersonalDataServiceImplBase {
    @Override
    public void exportPersonalData(
            ExportPersonalDataRequest request, StreamObserver<ExportPersonalDataResponse> answer) {
        Ids.answer("customer", request.getCustomerId(), answer, () -> {
            answer.onNext(order(1));
            answer.onNext(order(2));
            return ExportPersonalDataResponse.newBuilder().setPart("cases").build();
        });
    }

    private static ExportPersonalDataResponse order(int number) {
        return ExportPersonalDataResponse.newBuilder()
                .setPart("orders")
                .setRecord(Struct.newBuilder()
                        .putFields(
                                "number",
                                Value.newBuilder().setNumberValue(number).build()))
                .build();
    }
}
