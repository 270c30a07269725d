package io.smartcrm.bench.customer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smartcrm.bench.UsageException;
import io.smartcrm.bench.serving.Gateway;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Pages of customers, read one after the other. */
final class ListedPages {
    private static final int WARM_UP = 20;

    private final Gateway gateway;
    private final int pageSize;
    private final int calls;

    ListedPages(Gateway gateway, int pageSize, int calls) {
        this.gateway = gateway;
        this.pageSize = pageSize;
        this.calls = calls;
    }

    /** Milliseconds until the whole answer was there. */
    static final class Times {
        private final List<Double> millis = new ArrayList<>();

        void add(Times others) {
            millis.addAll(others.millis);
        }

        double at(int percentile) {
            Collections.sort(millis);
            return millis.get(Math.min(millis.size() - 1, millis.size() * percentile / 100));
        }
    }

    /** @param before the page begins with the newest customer before this time */
    Times read(String filter, String before) {
        String whole = (filter.isEmpty() ? "" : filter + " and ") + "createTime < \"" + before + "\"";
        String path = "/api/v1/customers?pageSize=" + pageSize + "&filter=" + URLEncoder.encode(whole, UTF_8);
        var times = new Times();
        for (int i = -WARM_UP; i < calls; i++) {
            long start = System.nanoTime();
            if (!gateway.ask(path).join()) {
                throw new UsageException(path + " was not answered");
            }
            if (i >= 0) {
                times.millis.add((System.nanoTime() - start) / 1e6);
            }
        }
        return times;
    }
}
