package io.smartcrm.forecast;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import io.smartcrm.local.testing.Tokens;
import io.smartcrm.wire.CallContext;
import io.smartcrm.wire.CallContextClientInterceptor;
import io.smartcrm.wire.Failure;
import java.net.URI;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.ConfigProvider;

/** A connection to the service under test; calls carry the token that is chosen. */
public final class Calls implements AutoCloseable {
    private final ManagedChannel channel;

    public Calls() {
        URI address = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        channel = ManagedChannelBuilder.forAddress(address.getHost(), address.getPort())
                .usePlaintext()
                .build();
    }

    /** Calls of a user with these roles. */
    public Channel as(String user, String... roles) {
        return with(Optional.of(Tokens.of(user, roles)));
    }

    /** Calls with this token, whatever it is, or without one. */
    public Channel with(Optional<String> token) {
        return ClientInterceptors.intercept(
                channel, new CallContextClientInterceptor(() -> new CallContext(token, "test", "")));
    }

    /** What the call failed with. */
    public static Failure failureOf(ThrowingCallable call) {
        return Failure.of(catchThrowableOfType(StatusRuntimeException.class, call));
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
