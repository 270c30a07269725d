package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.AttributeDefinition;
import io.smartcrm.proto.customer.v1.AttributeServiceGrpc.AttributeServiceImplBase;
import io.smartcrm.proto.customer.v1.AttributeType;
import io.smartcrm.proto.customer.v1.CreateAttributeRequest;
import io.smartcrm.proto.customer.v1.CreateAttributeResponse;
import io.smartcrm.proto.customer.v1.DeleteAttributeRequest;
import io.smartcrm.proto.customer.v1.DeleteAttributeResponse;
import io.smartcrm.proto.customer.v1.GetAttributeRequest;
import io.smartcrm.proto.customer.v1.GetAttributeResponse;
import io.smartcrm.proto.customer.v1.ListAttributesRequest;
import io.smartcrm.proto.customer.v1.ListAttributesResponse;
import io.smartcrm.proto.customer.v1.UpdateAttributeRequest;
import io.smartcrm.proto.customer.v1.UpdateAttributeResponse;

/** One attribute at version 1; what is created or changed is answered as it came. */
final class FakeAttributes extends AttributeServiceImplBase {
    private static final AttributeDefinition SIZE = AttributeDefinition.newBuilder()
            .setName("size")
            .setType(AttributeType.ATTRIBUTE_TYPE_ENUMERATION)
            .addChoices("S")
            .setMaxLength(500)
            .setEtag("1")
            .build();

    @Override
    public void createAttribute(CreateAttributeRequest request, StreamObserver<CreateAttributeResponse> answer) {
        Ids.complete(
                answer,
                CreateAttributeResponse.newBuilder()
                        .setAttribute(request.getAttribute().toBuilder().setEtag("1"))
                        .build());
    }

    @Override
    public void getAttribute(GetAttributeRequest request, StreamObserver<GetAttributeResponse> answer) {
        Ids.answer(
                "attribute",
                request.getName(),
                answer,
                () -> GetAttributeResponse.newBuilder().setAttribute(SIZE).build());
    }

    @Override
    public void listAttributes(ListAttributesRequest request, StreamObserver<ListAttributesResponse> answer) {
        Ids.complete(
                answer, ListAttributesResponse.newBuilder().addAttributes(SIZE).build());
    }

    @Override
    public void updateAttribute(UpdateAttributeRequest request, StreamObserver<UpdateAttributeResponse> answer) {
        var changed = SIZE.toBuilder().setEtag("2");
        request.getUpdateMask().getPathsList().forEach(path -> {
            var field = AttributeDefinition.getDescriptor().findFieldByName(path);
            changed.setField(field, request.getAttribute().getField(field));
        });
        Ids.complete(
                answer,
                UpdateAttributeResponse.newBuilder().setAttribute(changed).build());
    }

    @Override
    public void deleteAttribute(DeleteAttributeRequest request, StreamObserver<DeleteAttributeResponse> answer) {
        Ids.complete(answer, DeleteAttributeResponse.getDefaultInstance());
    }
}
