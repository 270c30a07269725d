package io.smartcrm.customer.attribute;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smartcrm.outbox.CommandLog;
import io.smartcrm.proto.customer.v1.AttributeService;
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
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Definitions of attributes over gRPC. */
@GrpcService
class AttributeGrpc implements AttributeService {
    private static final Set<String> CHANGEABLE =
            new TreeSet<>(Set.of("description", "indexed", "max_length", "minimum", "maximum", "choices"));

    private final Attributes attributes;
    private final CommandLog commands;
    private final SecurityIdentity caller;

    AttributeGrpc(Attributes attributes, CommandLog commands, SecurityIdentity caller) {
        this.attributes = attributes;
        this.commands = commands;
        this.caller = caller;
    }

    @Override
    @RolesAllowed("admin")
    public Uni<CreateAttributeResponse> createAttribute(CreateAttributeRequest request) {
        String principal = caller.getPrincipal().getName();
        var wanted = definition(request.getAttribute(), type(request.getAttribute()));
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> commands.once(
                        session,
                        principal,
                        request.getRequestId(),
                        request,
                        CreateAttributeResponse.parser(),
                        () -> attributes
                                .create(wanted)
                                .map(created -> CreateAttributeResponse.newBuilder()
                                        .setAttribute(message(created))
                                        .build()))));
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<GetAttributeResponse> getAttribute(GetAttributeRequest request) {
        return attributes
                .get(request.getName())
                .map(found -> GetAttributeResponse.newBuilder()
                        .setAttribute(message(found))
                        .build());
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListAttributesResponse> listAttributes(ListAttributesRequest request) {
        return attributes
                .list()
                .map(all -> ListAttributesResponse.newBuilder()
                        .addAllAttributes(
                                all.stream().map(AttributeGrpc::message).toList())
                        .build());
    }

    @Override
    @RolesAllowed("admin")
    public Uni<UpdateAttributeResponse> updateAttribute(UpdateAttributeRequest request) {
        var newParts = request.getAttribute();
        Set<String> fields = fields(request.getUpdateMask().getPathsList());
        return attributes
                .get(newParts.getName())
                .chain(known -> attributes.update(newParts.getEtag(), fields, parts(newParts, known, fields)))
                .map(changed -> UpdateAttributeResponse.newBuilder()
                        .setAttribute(message(changed))
                        .build());
    }

    @Override
    @RolesAllowed("admin")
    public Uni<DeleteAttributeResponse> deleteAttribute(DeleteAttributeRequest request) {
        return attributes
                .delete(request.getName(), request.getEtag())
                .replaceWith(DeleteAttributeResponse.getDefaultInstance());
    }

    private static Set<String> fields(List<String> paths) {
        if (paths.isEmpty()) {
            throw Failure.invalid("updateMask", "names no field; name those to change among " + CHANGEABLE);
        }
        paths.forEach(path -> {
            if (!CHANGEABLE.contains(path)) {
                throw Failure.invalid("updateMask", "'" + path + "' cannot be changed; choose among " + CHANGEABLE);
            }
        });
        return Set.copyOf(paths);
    }

    /** What is known with the named parts of the message, so that all is checked together. */
    private AttributeDefinition parts(
            io.smartcrm.proto.customer.v1.AttributeDefinition told, AttributeDefinition known, Set<String> fields) {
        var whole = message(known).toBuilder();
        var descriptor = told.getDescriptorForType();
        fields.forEach(field ->
                whole.setField(descriptor.findFieldByName(field), told.getField(descriptor.findFieldByName(field))));
        return definition(whole.build(), known.type());
    }

    private AttributeDefinition definition(io.smartcrm.proto.customer.v1.AttributeDefinition told, AttributeType type) {
        Instant now = attributes.clock().instant();
        return AttributeDefinition.create(
                told.getName(),
                type,
                told.getDescription(),
                told.getIndexed(),
                told.getMaxLength(),
                told.getMinimum(),
                told.getMaximum(),
                told.getChoicesList(),
                now);
    }

    private static AttributeType type(io.smartcrm.proto.customer.v1.AttributeDefinition told) {
        return switch (told.getType()) {
            case ATTRIBUTE_TYPE_TEXT -> AttributeType.TEXT;
            case ATTRIBUTE_TYPE_NUMBER -> AttributeType.NUMBER;
            case ATTRIBUTE_TYPE_BOOLEAN -> AttributeType.BOOLEAN;
            case ATTRIBUTE_TYPE_DATE -> AttributeType.DATE;
            case ATTRIBUTE_TYPE_ENUMERATION -> AttributeType.ENUMERATION;
            case ATTRIBUTE_TYPE_UNSPECIFIED, UNRECOGNIZED ->
                throw Failure.invalid("type", "is missing; choose TEXT, NUMBER, BOOLEAN, DATE or ENUMERATION");
        };
    }

    private static io.smartcrm.proto.customer.v1.AttributeDefinition message(AttributeDefinition definition) {
        return io.smartcrm.proto.customer.v1.AttributeDefinition.newBuilder()
                .setName(definition.name())
                .setType(io.smartcrm.proto.customer.v1.AttributeType.valueOf(
                        "ATTRIBUTE_TYPE_" + definition.type().name()))
                .setDescription(definition.description())
                .setIndexed(definition.indexed())
                .setMaxLength(definition.maxLength())
                .setMinimum(definition.minimum())
                .setMaximum(definition.maximum())
                .addAllChoices(definition.choices())
                .setCreateTime(timestamp(definition.createTime()))
                .setUpdateTime(timestamp(definition.updateTime()))
                .setEtag(definition.etag())
                .build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
