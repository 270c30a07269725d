package io.smartcrm.recommend.experiment;

import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.proto.recommend.v1.CreateExperimentRequest;
import io.smartcrm.proto.recommend.v1.CreateExperimentResponse;
import io.smartcrm.proto.recommend.v1.ExperimentService;
import io.smartcrm.proto.recommend.v1.GetExperimentRequest;
import io.smartcrm.proto.recommend.v1.GetExperimentResponse;
import io.smartcrm.proto.recommend.v1.ListExperimentsRequest;
import io.smartcrm.proto.recommend.v1.ListExperimentsResponse;
import io.smartcrm.proto.recommend.v1.StartExperimentRequest;
import io.smartcrm.proto.recommend.v1.StartExperimentResponse;
import io.smartcrm.proto.recommend.v1.StopExperimentRequest;
import io.smartcrm.proto.recommend.v1.StopExperimentResponse;
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;

@GrpcService
class ExperimentGrpc implements ExperimentService {
    private static final int LONGEST_REQUEST_ID = 200;

    private final Experiments experiments;

    ExperimentGrpc(Experiments experiments) {
        this.experiments = experiments;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<CreateExperimentResponse> createExperiment(CreateExperimentRequest request) {
        String requestId = request.getRequestId();
        if (requestId.isBlank() || requestId.length() > LONGEST_REQUEST_ID) {
            throw Failure.invalid("requestId", "has 1 to " + LONGEST_REQUEST_ID + " characters");
        }
        Experiment created = experiments.create(
                requestId,
                request.getName(),
                ExperimentOfGrpc.scenario(request.getScenario()),
                request.getVariantsList().stream()
                        .map(ExperimentOfGrpc::variant)
                        .toList());
        return Uni.createFrom()
                .item(CreateExperimentResponse.newBuilder()
                        .setExperiment(ExperimentOfGrpc.message(created))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<ListExperimentsResponse> listExperiments(ListExperimentsRequest request) {
        ExperimentPage page = PageOfGrpc.of(request);
        List<Experiment> found = experiments.latestFirst(page);
        return Uni.createFrom()
                .item(ListExperimentsResponse.newBuilder()
                        .addAllExperiments(
                                found.stream().map(ExperimentOfGrpc::message).toList())
                        .setNextPageToken(PageOfGrpc.next(page, found))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<GetExperimentResponse> getExperiment(GetExperimentRequest request) {
        Experiments.Evaluated evaluated = experiments.evaluated(id(request.getId()));
        return Uni.createFrom()
                .item(GetExperimentResponse.newBuilder()
                        .setExperiment(ExperimentOfGrpc.message(evaluated.experiment()))
                        .addAllResults(evaluated.results().stream()
                                .map(ExperimentOfGrpc::message)
                                .toList())
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<StartExperimentResponse> startExperiment(StartExperimentRequest request) {
        return Uni.createFrom()
                .item(StartExperimentResponse.newBuilder()
                        .setExperiment(ExperimentOfGrpc.message(experiments.start(id(request.getId()))))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<StopExperimentResponse> stopExperiment(StopExperimentRequest request) {
        return Uni.createFrom()
                .item(StopExperimentResponse.newBuilder()
                        .setExperiment(ExperimentOfGrpc.message(experiments.stop(id(request.getId()))))
                        .build());
    }

    private static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw Failure.invalid("id", "is not a UUID");
        }
    }
}
