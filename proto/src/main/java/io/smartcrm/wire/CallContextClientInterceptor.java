package io.smartcrm.wire;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.util.function.Supplier;

/** Sends the caller's token and the request's name along with a call. */
public final class CallContextClientInterceptor implements ClientInterceptor {
    private final Supplier<CallContext> current;

    /** @param current the context of the request being served, asked once a call on the calling thread */
    public CallContextClientInterceptor(Supplier<CallContext> current) {
        this.current = current;
    }

    @Override
    public <ReqT, RespT> ClientCall<ReqT, RespT> interceptCall(
            MethodDescriptor<ReqT, RespT> method, CallOptions options, Channel next) {
        CallContext context = current.get();
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<RespT> listener, Metadata headers) {
                context.writeTo(headers);
                super.start(listener, headers);
            }
        };
    }
}
