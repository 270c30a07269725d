package io.smartcrm.gateway.fakes;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.netty.NettyServerBuilder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The four services behind the gateway, each on a free port of its own. */
public final class FakeServices implements QuarkusTestResourceLifecycleManager {
    private final Map<String, Server> servers = new HashMap<>();

    @Override
    public Map<String, String> start() {
        serve(
                "customer",
                new FakeCustomers(),
                new FakeAttributes(),
                new FakeNotes(),
                new FakeVault(),
                new FakeOrders(),
                new FakeProducts(),
                new FakeSupportCases(),
                new FakeImports(),
                new FakeSegments(),
                new FakeAnalyses(),
                new FakeDataJobs(),
                new FakeMerges(),
                new FakeDuplicates(),
                new FakeCleanings(),
                new FakeQuality(),
                new FakeInteractions(),
                new FakeTimelines(),
                new FakeTemplates(),
                new FakeExports(),
                new FakeAudit(),
                new FakeConsents(),
                new FakePrivacy(),
                new FakeRetention(),
                new FakePersonalData(),
                readModel("customer"));
        serve(
                "forecast",
                new FakeDemand(),
                new FakeSeriesForecasts(),
                new FakeForecastRuns(),
                new FakeScenarios(),
                new FakeDemandPlan(),
                new FakeForecastMethods(),
                new FakePersonalData());
        serve(
                "recommend",
                new FakeRecommendations(),
                new FakeCatalogueInsights(),
                new FakeKnowledgeGraph(),
                new FakeExperiments(),
                new FakePersonalData(),
                readModel("recommend"));
        serve(
                "loyalty",
                new FakeRfm(),
                new FakePoints(),
                new FakeProgramme(),
                new FakeReferrals(),
                new FakeRewards(),
                new FakeStrategies(),
                new FakeValues(),
                new FakeAssessments(),
                new FakePersonalData(),
                readModel("loyalty"));
        Map<String, String> config = new HashMap<>();
        servers.forEach((name, server) ->
                config.put("quarkus.grpc.clients." + name + ".test-port", Integer.toString(server.getPort())));
        config.put("smartcrm.calls.deadline", "2s");
        config.put("smartcrm.calls.part-deadline", "1500ms");
        config.put("smartcrm.limits.requests-per-second", "1");
        config.put("smartcrm.limits.burst", "20");
        config.put("smartcrm.limits.concurrent-requests", "8");
        config.put("smartcrm.limits.bodies-under-way", "2M");
        config.put("smartcrm.limits.upload-body", "10M");
        return config;
    }

    @Override
    public void stop() {
        servers.values().forEach(Server::shutdownNow);
    }

    private static FakeReadModel readModel(String name) {
        return new FakeReadModel(name + "-service");
    }

    private void serve(String name, BindableService... services) {
        var builder = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        List.of(services).forEach(service -> builder.addService(ServerInterceptors.intercept(service, new Arrived())));
        try {
            servers.put(name, builder.build().start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot serve " + name, e);
        }
    }
}
