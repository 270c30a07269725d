package io.smartcrm.recommend.experiment;

import io.smartcrm.local.testing.Tokens;
import io.smartcrm.proto.recommend.v1.CreateExperimentRequest;
import io.smartcrm.proto.recommend.v1.Experiment;
import io.smartcrm.proto.recommend.v1.ExperimentVariant;
import io.smartcrm.proto.recommend.v1.GetExperimentRequest;
import io.smartcrm.proto.recommend.v1.ListExperimentsRequest;
import io.smartcrm.proto.recommend.v1.ListExperimentsResponse;
import io.smartcrm.proto.recommend.v1.StartExperimentRequest;
import io.smartcrm.proto.recommend.v1.StopExperimentRequest;
import io.smartcrm.proto.recommend.v1.VariantResult;
import io.smartcrm.recommend.Calls;
import java.util.List;

/** What an analyst asks about experiments. */
record ExperimentCalls(Calls calls) {
    private static final String ANALYST = Tokens.of("anna", "analyst");

    /** With the default weights; one called popular weighs nothing else. */
    static ExperimentVariant variant(String name, double share) {
        var variant = ExperimentVariant.newBuilder().setName(name).setShare(share);
        return name.equals("popular") ? variant.putWeights("POPULAR", 1).build() : variant.build();
    }

    static ExperimentVariant weighing(String signal, double weight) {
        return variant("b", .5).toBuilder().putWeights(signal, weight).build();
    }

    static CreateExperimentRequest request(String id, String name, ExperimentVariant... variants) {
        return CreateExperimentRequest.newBuilder()
                .setRequestId(id)
                .setName(name)
                .addAllVariants(List.of(variants))
                .build();
    }

    Experiment create(String requestId, String name, ExperimentVariant... variants) {
        return calls.experiments(ANALYST)
                .createExperiment(request(requestId, name, variants))
                .getExperiment();
    }

    Experiment start(Experiment draft) {
        return start(draft.getId());
    }

    Experiment start(String id) {
        return calls.experiments(ANALYST)
                .startExperiment(StartExperimentRequest.newBuilder().setId(id).build())
                .getExperiment();
    }

    Experiment stop(String id) {
        return calls.experiments(ANALYST)
                .stopExperiment(StopExperimentRequest.newBuilder().setId(id).build())
                .getExperiment();
    }

    List<VariantResult> results(String id) {
        return calls.experiments(ANALYST)
                .getExperiment(GetExperimentRequest.newBuilder().setId(id).build())
                .getResultsList();
    }

    ListExperimentsResponse list(int size, String token) {
        return calls.experiments(ANALYST)
                .listExperiments(ListExperimentsRequest.newBuilder()
                        .setPageSize(size)
                        .setPageToken(token)
                        .build());
    }
}
