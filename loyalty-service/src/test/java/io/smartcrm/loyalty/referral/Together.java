package io.smartcrm.loyalty.referral;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who do the same at once. */
final class Together {
    private Together() {}

    static List<String> together(int threads, Callable<String> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<String> outcomes = new ArrayList<>();
            for (Future<String> done : pool.invokeAll(Collections.nCopies(threads, work))) {
                outcomes.add(done.get());
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }
}
