package io.smartcrm.gateway.fakes;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.smartcrm.wire.Failure;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Ids that tell a fake what to do. */
public final class Ids {
    /** Is there; the API document's example. */
    public static final String KNOWN = "0199c2d8-6f2a-7c31-9f0e-4d2b8a61c0aa";
    /** Was merged into {@link #KNOWN}. */
    public static final String MERGED = "0199c2d8-0000-7000-8000-000000000301";
    /** Is not there. */
    public static final String UNKNOWN = "0199c2d8-0000-7000-8000-000000000404";
    /** The service cannot be reached. */
    public static final String DOWN = "0199c2d8-0000-7000-8000-000000000503";
    /** The first call fails as if the connection broke, the second succeeds. */
    public static final String FLAKY = "0199c2d8-0000-7000-8000-000000000001";
    /** No answer ever. */
    public static final String SILENT = "0199c2d8-0000-7000-8000-000000000504";
    /** The service has a defect and tells too much about it. */
    public static final String BROKEN = "0199c2d8-0000-7000-8000-000000000500";
    /** Customer and orders are there; of the others, loyalty-service is down and recommend-service is silent. */
    public static final String HALF = "0199c2d8-0000-7000-8000-000000000050";
    /** The answer tells what came with the call: name = request id, email = authorization, phone = time left. */
    public static final String ECHO = "0199c2d8-0000-7000-8000-0000000000ec";
    /** Never bought anything. */
    public static final String NEVER_BOUGHT = "0199c2d8-0000-7000-8000-000000000000";

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private Ids() {}

    /** For a part of what {@link #HALF} does not get. */
    static String downWhereHalf(String id) {
        return id.equals(HALF) ? DOWN : id;
    }

    static <T> void answer(String what, String id, StreamObserver<T> answer, Supplier<T> message) {
        switch (id) {
            case UNKNOWN -> answer.onError(Failure.notFound(what, id).toStatus());
            case DOWN -> unavailable(answer);
            case BROKEN ->
                answer.onError(Status.INTERNAL
                        .withDescription("java.lang.IllegalStateException: secret")
                        .asRuntimeException());
            case SILENT -> {}
            case FLAKY -> {
                if (SEEN.add(what + id)) {
                    unavailable(answer);
                } else {
                    complete(answer, message.get());
                }
            }
            default -> complete(answer, message.get());
        }
    }

    static <T> void complete(StreamObserver<T> answer, T message) {
        answer.onNext(message);
        answer.onCompleted();
    }

    static void unavailable(StreamObserver<?> answer) {
        answer.onError(Status.UNAVAILABLE
                .withDescription("io exception: connection refused: /10.0.0.7:8081")
                .asRuntimeException());
    }
}
