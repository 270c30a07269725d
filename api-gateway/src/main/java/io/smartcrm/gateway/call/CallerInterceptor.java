package io.smartcrm.gateway.call;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;
import io.quarkus.grpc.GlobalInterceptor;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smartcrm.wire.CallContext;
import io.smartcrm.wire.CallContextClientInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Lets every call carry the token and the name of the request that it serves. */
@GlobalInterceptor
@ApplicationScoped
class CallerInterceptor implements ClientInterceptor {
    private final CallContextClientInterceptor sending = new CallContextClientInterceptor(this::current);
    private final SecurityIdentity identity;
    private final CurrentVertxRequest request;

    CallerInterceptor(SecurityIdentity identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
    }

    @Override
    public <ReqT, RespT> ClientCall<ReqT, RespT> interceptCall(
            MethodDescriptor<ReqT, RespT> method, CallOptions options, Channel next) {
        return sending.interceptCall(method, options, next);
    }

    private CallContext current() {
        String requestId = CallContext.safeRequestId(request.getCurrent().get(CallContext.REQUEST_ID));
        String purpose = request.getCurrent().get(CallContext.PURPOSE);
        return new CallContext(
                Optional.ofNullable(identity.getCredential(TokenCredential.class))
                        .map(TokenCredential::getToken),
                requestId,
                purpose == null ? "" : purpose);
    }
}
