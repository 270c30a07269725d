package io.smartcrm.customer;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.smartcrm.local.testing.Tokens;
import io.smartcrm.wire.Failure;
import java.net.URI;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.config.ConfigProvider;

/** A connection to the service under test; calls carry the token that is chosen. */
public final class Calls implements AutoCloseable {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final ManagedChannel channel;

    public Calls() {
        var address = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
        channel = ManagedChannelBuilder.forAddress(address.getHost(), address.getPort())
                .usePlaintext()
                .build();
    }

    /** Calls of a user with these roles. */
    public Channel as(String user, String... roles) {
        return with(Tokens.of(user, roles));
    }

    /** Calls with this token, whatever it is. */
    public Channel with(String token) {
        return ClientInterceptors.intercept(channel, new Bearer(token));
    }

    /** Calls without a token. */
    public Channel anonymous() {
        return channel;
    }

    /** What the call failed with. */
    public static Failure failureOf(ThrowingCallable call) {
        return Failure.of(catchThrowableOfType(StatusRuntimeException.class, call));
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private record Bearer(String token) implements ClientInterceptor {
        @Override
        public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
            return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
                @Override
                public void start(Listener<A> listener, Metadata headers) {
                    headers.put(AUTHORIZATION, "Bearer " + token);
                    super.start(listener, headers);
                }
            };
        }
    }
}
