package io.smartcrm.customer.importing;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.outbox.Database;
import io.smartcrm.proto.customer.v1.CreateImportTemplateRequest;
import io.smartcrm.proto.customer.v1.CreateImportTemplateResponse;
import io.smartcrm.proto.customer.v1.DeleteImportTemplateRequest;
import io.smartcrm.proto.customer.v1.DeleteImportTemplateResponse;
import io.smartcrm.proto.customer.v1.GetImportTemplateRequest;
import io.smartcrm.proto.customer.v1.GetImportTemplateResponse;
import io.smartcrm.proto.customer.v1.ImportTemplateService;
import io.smartcrm.proto.customer.v1.ListImportTemplatesRequest;
import io.smartcrm.proto.customer.v1.ListImportTemplatesResponse;
import io.smartcrm.proto.customer.v1.UpdateImportTemplateRequest;
import io.smartcrm.proto.customer.v1.UpdateImportTemplateResponse;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;

/** Templates of mappings over gRPC. */
@GrpcService
@Blocking
class TemplateGrpc implements ImportTemplateService {
    private static final String QUERY = "importTemplates";

    private final Templates templates;
    private final Database database;
    private final SecurityIdentity caller;

    TemplateGrpc(Templates templates, Database database, SecurityIdentity caller) {
        this.templates = templates;
        this.database = database;
        this.caller = caller;
    }

    @Override
    @RolesAllowed({"admin", "integrator"})
    public Uni<CreateImportTemplateResponse> createImportTemplate(CreateImportTemplateRequest request) {
        var wanted = request.getTemplate();
        var mapping = MappingGrpc.mapping(wanted.getEntity(), wanted.getMapping());
        return Uni.createFrom()
                .item(database.once(
                        caller.getPrincipal().getName(),
                        request.getRequestId(),
                        request,
                        CreateImportTemplateResponse.parser(),
                        connection -> CreateImportTemplateResponse.newBuilder()
                                .setTemplate(message(templates.create(connection, wanted.getName(), mapping)))
                                .build()));
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Uni<GetImportTemplateResponse> getImportTemplate(GetImportTemplateRequest request) {
        return Uni.createFrom()
                .item(GetImportTemplateResponse.newBuilder()
                        .setTemplate(message(templates.get(request.getName())))
                        .build());
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Uni<ListImportTemplatesResponse> listImportTemplates(ListImportTemplatesRequest request) {
        int size = PageToken.pageSize(request.getPageSize());
        String after = request.getPageToken().isEmpty()
                ? ""
                : PageToken.decode(request.getPageToken(), QUERY, 1).keys().get(0);
        List<ImportTemplate> found = templates.list(after, size);
        var response = ListImportTemplatesResponse.newBuilder();
        found.stream().limit(size).map(TemplateGrpc::message).forEach(response::addTemplates);
        if (found.size() > size) {
            response.setNextPageToken(PageToken.of(found.get(size - 1).name()).encode(QUERY));
        }
        return Uni.createFrom().item(response.build());
    }

    @Override
    @RolesAllowed({"admin", "integrator"})
    public Uni<UpdateImportTemplateResponse> updateImportTemplate(UpdateImportTemplateRequest request) {
        var wanted = request.getTemplate();
        var mapping = MappingGrpc.mapping(wanted.getEntity(), wanted.getMapping());
        return Uni.createFrom()
                .item(UpdateImportTemplateResponse.newBuilder()
                        .setTemplate(message(templates.replace(wanted.getName(), wanted.getEtag(), mapping)))
                        .build());
    }

    @Override
    @RolesAllowed({"admin", "integrator"})
    public Uni<DeleteImportTemplateResponse> deleteImportTemplate(DeleteImportTemplateRequest request) {
        templates.delete(request.getName(), request.getEtag());
        return Uni.createFrom().item(DeleteImportTemplateResponse.getDefaultInstance());
    }

    private static io.smartcrm.proto.customer.v1.ImportTemplate message(ImportTemplate template) {
        return io.smartcrm.proto.customer.v1.ImportTemplate.newBuilder()
                .setName(template.name())
                .setEntity(
                        MappingGrpc.message(ImportEntity.of(template.mapping().shape())))
                .setMapping(MappingGrpc.message(template.mapping()))
                .setCreateTime(timestamp(template.createTime()))
                .setUpdateTime(timestamp(template.updateTime()))
                .setEtag(template.etag())
                .build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
