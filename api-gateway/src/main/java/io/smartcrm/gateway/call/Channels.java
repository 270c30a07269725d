package io.smartcrm.gateway.call;

import io.grpc.Channel;
import io.quarkus.grpc.GrpcClient;
import jakarta.enterprise.context.ApplicationScoped;

/** The connections to the services. */
@ApplicationScoped
class Channels {
    private final Channel customer;
    private final Channel forecast;
    private final Channel recommend;
    private final Channel loyalty;

    Channels(
            @GrpcClient("customer") Channel customer,
            @GrpcClient("forecast") Channel forecast,
            @GrpcClient("recommend") Channel recommend,
            @GrpcClient("loyalty") Channel loyalty) {
        this.customer = customer;
        this.forecast = forecast;
        this.recommend = recommend;
        this.loyalty = loyalty;
    }

    Channel to(Service service) {
        return switch (service) {
            case CUSTOMER -> customer;
            case FORECAST -> forecast;
            case RECOMMEND -> recommend;
            case LOYALTY -> loyalty;
        };
    }
}
