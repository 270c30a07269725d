package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.loyalty.v1.CustomerValue;
import io.smartcrm.proto.loyalty.v1.GetCustomerValueRequest;
import io.smartcrm.proto.loyalty.v1.GetCustomerValueResponse;
import io.smartcrm.proto.loyalty.v1.GetValueModelRequest;
import io.smartcrm.proto.loyalty.v1.GetValueModelResponse;
import io.smartcrm.proto.loyalty.v1.ListCustomerValuesRequest;
import io.smartcrm.proto.loyalty.v1.ListCustomerValuesResponse;
import io.smartcrm.proto.loyalty.v1.TrackingWeek;
import io.smartcrm.proto.loyalty.v1.ValueInterval;
import io.smartcrm.proto.loyalty.v1.ValueModel;
import io.smartcrm.proto.loyalty.v1.ValueParameter;
import io.smartcrm.proto.loyalty.v1.ValueServiceGrpc.ValueServiceImplBase;
import io.smartcrm.proto.type.v1.Money;

/** A customer in a currency that few pay in. */
final class FakeValues extends ValueServiceImplBase {
    @Override
    public void getCustomerValue(GetCustomerValueRequest request, StreamObserver<GetCustomerValueResponse> answer) {
        Ids.answer(
                "customer value",
                request.getCustomerId(),
                answer,
                () -> GetCustomerValueResponse.newBuilder()
                        .setValue(value().toBuilder()
                                .setAliveInterval(
                                        ValueInterval.newBuilder().setLow(0.6).setHigh(0.8)))
                        .build());
    }

    @Override
    public void listCustomerValues(
            ListCustomerValuesRequest request, StreamObserver<ListCustomerValuesResponse> answer) {
        Ids.complete(
                answer,
                ListCustomerValuesResponse.newBuilder().addValues(value()).build());
    }

    @Override
    public void getValueModel(GetValueModelRequest request, StreamObserver<GetValueModelResponse> answer) {
        Ids.complete(
                answer,
                GetValueModelResponse.newBuilder()
                        .setModel(ValueModel.newBuilder()
                                .setKind("BGNBD")
                                .addParameters(
                                        ValueParameter.newBuilder().setName("r").setValue(0.2426))
                                .addTracking(
                                        TrackingWeek.newBuilder().setActual(3).setExpected(2.5)))
                        .build());
    }

    private static CustomerValue value() {
        return CustomerValue.newBuilder()
                .setCustomerId(Ids.KNOWN)
                .setHistoricValue(Money.newBuilder().setCurrencyCode("ISK").setMinorUnits(1200))
                .setAlive(0.7)
                .setAsOfDay("2026-03-01")
                .build();
    }
}
