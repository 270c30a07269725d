package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.CreateImportTemplateRequest;
import io.smartcrm.proto.customer.v1.CreateImportTemplateResponse;
import io.smartcrm.proto.customer.v1.DeleteImportTemplateRequest;
import io.smartcrm.proto.customer.v1.DeleteImportTemplateResponse;
import io.smartcrm.proto.customer.v1.GetImportTemplateRequest;
import io.smartcrm.proto.customer.v1.GetImportTemplateResponse;
import io.smartcrm.proto.customer.v1.ImportTemplate;
import io.smartcrm.proto.customer.v1.ImportTemplateServiceGrpc.ImportTemplateServiceImplBase;
import io.smartcrm.proto.customer.v1.ListImportTemplatesRequest;
import io.smartcrm.proto.customer.v1.ListImportTemplatesResponse;
import io.smartcrm.proto.customer.v1.UpdateImportTemplateRequest;
import io.smartcrm.proto.customer.v1.UpdateImportTemplateResponse;
import io.smartcrm.wire.Failure;

/** Keeps nothing: answers what it is asked; an etag other than 1 is stale. */
final class FakeTemplates extends ImportTemplateServiceImplBase {
    @Override
    public void createImportTemplate(
            CreateImportTemplateRequest request, StreamObserver<CreateImportTemplateResponse> answer) {
        Ids.complete(
                answer,
                CreateImportTemplateResponse.newBuilder()
                        .setTemplate(request.getTemplate().toBuilder().setEtag("1"))
                        .build());
    }

    @Override
    public void getImportTemplate(GetImportTemplateRequest request, StreamObserver<GetImportTemplateResponse> answer) {
        Ids.answer(
                "import template",
                request.getName(),
                answer,
                () -> GetImportTemplateResponse.newBuilder()
                        .setTemplate(template(request.getName()))
                        .build());
    }

    @Override
    public void listImportTemplates(
            ListImportTemplatesRequest request, StreamObserver<ListImportTemplatesResponse> answer) {
        Ids.complete(
                answer,
                ListImportTemplatesResponse.newBuilder()
                        .addTemplates(template("online-shop"))
                        .build());
    }

    @Override
    public void updateImportTemplate(
            UpdateImportTemplateRequest request, StreamObserver<UpdateImportTemplateResponse> answer) {
        if (!request.getTemplate().getEtag().equals("1")) {
            answer.onError(new Failure(Failure.Kind.STALE, "IMPORT_TEMPLATE_CHANGED", "has changed").toStatus());
            return;
        }
        Ids.complete(
                answer,
                UpdateImportTemplateResponse.newBuilder()
                        .setTemplate(request.getTemplate().toBuilder().setEtag("2"))
                        .build());
    }

    @Override
    public void deleteImportTemplate(
            DeleteImportTemplateRequest request, StreamObserver<DeleteImportTemplateResponse> answer) {
        Ids.complete(answer, DeleteImportTemplateResponse.getDefaultInstance());
    }

    private static ImportTemplate template(String name) {
        return ImportTemplate.newBuilder().setName(name).setEtag("1").build();
    }
}
