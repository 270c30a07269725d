package io.smartcrm.gateway.fakes;

import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.recommend.v1.CreateExperimentRequest;
import io.smartcrm.proto.recommend.v1.CreateExperimentResponse;
import io.smartcrm.proto.recommend.v1.Experiment;
import io.smartcrm.proto.recommend.v1.ExperimentServiceGrpc.ExperimentServiceImplBase;
import io.smartcrm.proto.recommend.v1.ExperimentState;
import io.smartcrm.proto.recommend.v1.ExperimentVariant;
import io.smartcrm.proto.recommend.v1.GetExperimentRequest;
import io.smartcrm.proto.recommend.v1.GetExperimentResponse;
import io.smartcrm.proto.recommend.v1.ListExperimentsRequest;
import io.smartcrm.proto.recommend.v1.ListExperimentsResponse;
import io.smartcrm.proto.recommend.v1.Scenario;
import io.smartcrm.proto.recommend.v1.StartExperimentRequest;
import io.smartcrm.proto.recommend.v1.StartExperimentResponse;
import io.smartcrm.proto.recommend.v1.StopExperimentRequest;
import io.smartcrm.proto.recommend.v1.StopExperimentResponse;
import io.smartcrm.proto.recommend.v1.VariantComparison;
import io.smartcrm.proto.recommend.v1.VariantResult;

/** One running experiment of the id that is asked for, whose second variant converts better. */
final class FakeExperiments extends ExperimentServiceImplBase {
    @Override
    public void createExperiment(CreateExperimentRequest request, StreamObserver<CreateExperimentResponse> answer) {
        Experiment created = Experiment.newBuilder()
                .setId(request.getRequestId())
                .setName(request.getName())
                .setScenario(request.getScenario())
                .setState(ExperimentState.EXPERIMENT_STATE_DRAFT)
                .addAllVariants(request.getVariantsList())
                .build();
        Ids.complete(
                answer,
                CreateExperimentResponse.newBuilder().setExperiment(created).build());
    }

    @Override
    public void listExperiments(ListExperimentsRequest request, StreamObserver<ListExperimentsResponse> answer) {
        Ids.complete(
                answer,
                ListExperimentsResponse.newBuilder()
                        .addExperiments(experiment(Ids.KNOWN))
                        .setNextPageToken("after " + request.getPageSize())
                        .build());
    }

    @Override
    public void getExperiment(GetExperimentRequest request, StreamObserver<GetExperimentResponse> answer) {
        Ids.complete(
                answer,
                GetExperimentResponse.newBuilder()
                        .setExperiment(experiment(request.getId()))
                        .addResults(VariantResult.newBuilder()
                                .setVariant("usual")
                                .setExposed(100)
                                .setConverted(10))
                        .addResults(VariantResult.newBuilder()
                                .setVariant("graph")
                                .setExposed(100)
                                .setConverted(12)
                                .setComparison(VariantComparison.newBuilder().setDifference(.02)))
                        .build());
    }

    @Override
    public void startExperiment(StartExperimentRequest request, StreamObserver<StartExperimentResponse> answer) {
        Ids.complete(
                answer,
                StartExperimentResponse.newBuilder()
                        .setExperiment(experiment(request.getId()))
                        .build());
    }

    @Override
    public void stopExperiment(StopExperimentRequest request, StreamObserver<StopExperimentResponse> answer) {
        Experiment stopped = experiment(request.getId()).toBuilder()
                .setState(ExperimentState.EXPERIMENT_STATE_STOPPED)
                .setStopTime(Timestamp.newBuilder().setSeconds(2))
                .build();
        Ids.complete(
                answer,
                StopExperimentResponse.newBuilder().setExperiment(stopped).build());
    }

    private static Experiment experiment(String id) {
        return Experiment.newBuilder()
                .setId(id)
                .setName("graph or not")
                .setScenario(Scenario.SCENARIO_EMAIL)
                .setState(ExperimentState.EXPERIMENT_STATE_RUNNING)
                .setStartTime(Timestamp.newBuilder().setSeconds(1))
                .addVariants(ExperimentVariant.newBuilder().setName("usual").setShare(.5))
                .addVariants(ExperimentVariant.newBuilder()
                        .setName("graph")
                        .setShare(.5)
                        .putWeights("KNOWLEDGE", 1))
                .build();
    }
}
