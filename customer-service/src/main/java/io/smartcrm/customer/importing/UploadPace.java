package io.smartcrm.customer.importing;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets an uploader send only as fast as the disk writes. The generated server code asks for the next message as soon as
 * one has come, and keeps what is not read yet in memory without limit; here the asking waits for the writing.
 */
@ApplicationScoped
public class UploadPace implements ServerInterceptor {
    /** Messages of at most 4 MiB that wait in memory, for each upload. */
    private static final int MAX_UNWRITTEN = 8;

    private static final Context.Key<Pace> PACE = Context.key("smartcrm-upload-pace");

    /** Told of each message that was written. */
    interface Pace {
        void written();
    }

    /** Of the upload whose call is starting on this thread. */
    static Pace current() {
        Pace pace = PACE.get();
        return pace == null ? () -> {} : pace;
    }

    @Override
    public <ReqT, RespT> ServerCall.Listener<ReqT> interceptCall(
            ServerCall<ReqT, RespT> call, Metadata headers, ServerCallHandler<ReqT, RespT> next) {
        if (call.getMethodDescriptor().getType().clientSendsOneMessage()) {
            return next.startCall(call, headers);
        }
        var paced = new PacedCall<>(call);
        return Contexts.interceptCall(Context.current().withValue(PACE, paced), paced, headers, next);
    }

    private static final class PacedCall<ReqT, RespT> extends SimpleForwardingServerCall<ReqT, RespT> implements Pace {
        private int wanted;
        private int unwritten;

        PacedCall(ServerCall<ReqT, RespT> call) {
            super(call);
        }

        @Override
        public void request(int messages) {
            askFor(messages, 0);
        }

        @Override
        public void written() {
            askFor(0, 1);
        }

        private void askFor(int more, int written) {
            int now;
            synchronized (this) {
                wanted = (int) Math.min(Integer.MAX_VALUE, (long) wanted + more);
                unwritten -= written;
                now = Math.min(wanted, MAX_UNWRITTEN - unwritten);
                wanted -= now;
                unwritten += now;
            }
            if (now > 0) {
                super.request(now);
            }
        }
    }
}
