package io.smartcrm.gateway.attribute;

import com.google.protobuf.FieldMask;
import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.proto.customer.v1.AttributeDefinition;
import io.smartcrm.proto.customer.v1.AttributeServiceGrpc;
import io.smartcrm.proto.customer.v1.AttributeType;
import io.smartcrm.proto.customer.v1.CreateAttributeRequest;
import io.smartcrm.proto.customer.v1.DeleteAttributeRequest;
import io.smartcrm.proto.customer.v1.GetAttributeRequest;
import io.smartcrm.proto.customer.v1.ListAttributesRequest;
import io.smartcrm.proto.customer.v1.UpdateAttributeRequest;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks customer-service for definitions of attributes. */
@ApplicationScoped
class AttributeClient {
    private static final String TYPE_PREFIX = "ATTRIBUTE_TYPE_";

    private final Calls calls;

    AttributeClient(Calls calls) {
        this.calls = calls;
    }

    Uni<AttributeView> create(NewAttribute wanted, String requestId) {
        var definition = AttributeDefinition.newBuilder()
                .setName(text(wanted.name()))
                .setType(type(text(wanted.type())))
                .setDescription(text(wanted.description()))
                .setIndexed(Boolean.TRUE.equals(wanted.indexed()))
                .setMaxLength(wanted.maxLength() == null ? 0 : wanted.maxLength())
                .setMinimum(text(wanted.minimum()))
                .setMaximum(text(wanted.maximum()))
                .addAllChoices(wanted.choices() == null ? List.of() : wanted.choices());
        var request = CreateAttributeRequest.newBuilder()
                .setAttribute(definition)
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, AttributeServiceGrpc.getCreateAttributeMethod(), request)
                .map(answer -> view(answer.getAttribute()));
    }

    Uni<Page<AttributeView>> list() {
        return calls.read(
                        Service.CUSTOMER,
                        AttributeServiceGrpc.getListAttributesMethod(),
                        ListAttributesRequest.getDefaultInstance())
                .map(answer -> Page.of(answer.getAttributesList(), AttributeClient::view, ""));
    }

    Uni<AttributeView> get(String name) {
        return calls.read(
                        Service.CUSTOMER,
                        AttributeServiceGrpc.getGetAttributeMethod(),
                        GetAttributeRequest.newBuilder().setName(name).build())
                .map(answer -> view(answer.getAttribute()));
    }

    Uni<AttributeView> update(String name, String etag, AttributePatch patch) {
        var definition = AttributeDefinition.newBuilder().setName(name).setEtag(etag);
        var mask = FieldMask.newBuilder();
        patch.changes().forEach((field, value) -> {
            mask.addPaths(field.equals("maxLength") ? "max_length" : field);
            switch (field) {
                case "indexed" -> definition.setIndexed(value.asBoolean());
                case "maxLength" -> definition.setMaxLength(value.asInt());
                case "choices" -> value.forEach(choice -> definition.addChoices(choice.textValue()));
                default ->
                    definition.setField(
                            AttributeDefinition.getDescriptor().findFieldByName(field),
                            value.isNull() ? "" : value.textValue());
            }
        });
        var request = UpdateAttributeRequest.newBuilder()
                .setAttribute(definition)
                .setUpdateMask(mask)
                .build();
        return calls.change(Service.CUSTOMER, AttributeServiceGrpc.getUpdateAttributeMethod(), request)
                .map(answer -> view(answer.getAttribute()));
    }

    Uni<Void> delete(String name, String etag) {
        var request =
                DeleteAttributeRequest.newBuilder().setName(name).setEtag(etag).build();
        return calls.change(Service.CUSTOMER, AttributeServiceGrpc.getDeleteAttributeMethod(), request)
                .replaceWithVoid();
    }

    private static AttributeType type(String name) {
        if (name.isEmpty()) {
            return AttributeType.ATTRIBUTE_TYPE_UNSPECIFIED;
        }
        return Arrays.stream(AttributeView.Type.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .map(type -> AttributeType.valueOf(TYPE_PREFIX + type))
                .orElseThrow(() -> Failure.invalid(
                        "type", "'" + name + "' is not one of " + List.of(AttributeView.Type.values())));
    }

    private static AttributeView view(AttributeDefinition definition) {
        return new AttributeView(
                definition.getName(),
                AttributeView.Type.valueOf(definition.getType().name().substring(TYPE_PREFIX.length())),
                Messages.text(definition.getDescription()),
                definition.getIndexed(),
                definition.getMaxLength(),
                Messages.text(definition.getMinimum()),
                Messages.text(definition.getMaximum()),
                definition.getChoicesList(),
                Messages.time(definition.hasCreateTime(), definition.getCreateTime()),
                Messages.time(definition.hasUpdateTime(), definition.getUpdateTime()),
                definition.getEtag());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
