package io.smartcrm.gateway.importing;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.proto.customer.v1.CreateImportTemplateRequest;
import io.smartcrm.proto.customer.v1.DeleteImportTemplateRequest;
import io.smartcrm.proto.customer.v1.GetImportTemplateRequest;
import io.smartcrm.proto.customer.v1.ImportTemplate;
import io.smartcrm.proto.customer.v1.ImportTemplateServiceGrpc;
import io.smartcrm.proto.customer.v1.ListImportTemplatesRequest;
import io.smartcrm.proto.customer.v1.UpdateImportTemplateRequest;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Asks customer-service for templates of mappings. */
@ApplicationScoped
class TemplateClient {
    private final Calls calls;

    TemplateClient(Calls calls) {
        this.calls = calls;
    }

    Uni<TemplateView> create(TemplateWish wish, String requestId) {
        String name = wish.name();
        var request = CreateImportTemplateRequest.newBuilder()
                .setTemplate(message(name == null ? "" : name, wish))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, ImportTemplateServiceGrpc.getCreateImportTemplateMethod(), request)
                .map(response -> view(response.getTemplate()));
    }

    Uni<TemplateView> get(String name) {
        var request = GetImportTemplateRequest.newBuilder().setName(name).build();
        return calls.read(Service.CUSTOMER, ImportTemplateServiceGrpc.getGetImportTemplateMethod(), request)
                .map(response -> view(response.getTemplate()));
    }

    Uni<Page<TemplateView>> list(int pageSize, String pageToken) {
        var request = ListImportTemplatesRequest.newBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.CUSTOMER, ImportTemplateServiceGrpc.getListImportTemplatesMethod(), request)
                .map(response ->
                        Page.of(response.getTemplatesList(), TemplateClient::view, response.getNextPageToken()));
    }

    Uni<TemplateView> replace(String name, String etag, TemplateWish wish) {
        if (wish.name() != null && !name.equals(wish.name())) {
            throw Failure.invalid("name", "'" + wish.name() + "' is not that of the path; a template keeps its name");
        }
        var request = UpdateImportTemplateRequest.newBuilder()
                .setTemplate(message(name, wish).setEtag(etag))
                .build();
        return calls.change(Service.CUSTOMER, ImportTemplateServiceGrpc.getUpdateImportTemplateMethod(), request)
                .map(response -> view(response.getTemplate()));
    }

    Uni<Void> delete(String name, String etag) {
        var request = DeleteImportTemplateRequest.newBuilder()
                .setName(name)
                .setEtag(etag)
                .build();
        return calls.change(Service.CUSTOMER, ImportTemplateServiceGrpc.getDeleteImportTemplateMethod(), request)
                .replaceWithVoid();
    }

    private static ImportTemplate.Builder message(String name, TemplateWish wish) {
        @Nullable ImportMapping mapping = wish.mapping();
        if (mapping == null) {
            throw Failure.invalid("mapping", "is missing");
        }
        return ImportTemplate.newBuilder()
                .setName(name)
                .setEntity(ImportClient.entity(wish.entity()))
                .setMapping(ImportClient.message(mapping));
    }

    private static TemplateView view(ImportTemplate template) {
        return new TemplateView(
                template.getName(),
                Messages.name(template.getEntity()),
                ImportClient.view(template.getMapping()),
                Messages.time(template.hasCreateTime(), template.getCreateTime()),
                Messages.time(template.hasUpdateTime(), template.getUpdateTime()),
                template.getEtag());
    }
}
