package io.smartcrm.loyalty.privacy;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smartcrm.outbox.PersonalDataExport;
import io.smartcrm.proto.ops.v1.ExportPersonalDataRequest;
import io.smartcrm.proto.ops.v1.ExportPersonalDataResponse;
import io.smartcrm.proto.ops.v1.PersonalDataService;
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** What is held about a customer, over gRPC. */
@GrpcService
class PersonalDataGrpc implements PersonalDataService {
    private final PersonalDataExport export;

    PersonalDataGrpc(PersonalDataExport export) {
        this.export = export;
    }

    @Override
    @RolesAllowed({"admin", "agent"})
    public Multi<ExportPersonalDataResponse> exportPersonalData(ExportPersonalDataRequest request) {
        return export.of(customer(request.getCustomerId()));
    }

    private static UUID customer(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw Failure.invalid("customerId", "is not a UUID");
        }
    }
}
