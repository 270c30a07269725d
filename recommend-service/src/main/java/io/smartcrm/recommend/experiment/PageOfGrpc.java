package io.smartcrm.recommend.experiment;

import io.smartcrm.proto.recommend.v1.ListExperimentsRequest;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads a page off the wire, and writes where the next one begins. */
final class PageOfGrpc {
    private static final String QUERY = "experiments";

    private PageOfGrpc() {}

    static ExperimentPage of(ListExperimentsRequest request) {
        int size = PageToken.pageSize(request.getPageSize());
        return new ExperimentPage(
                size, request.getPageToken().isEmpty() ? Optional.empty() : Optional.of(after(request.getPageToken())));
    }

    private static ExperimentPage.After after(String token) {
        List<String> keys = PageToken.decode(token, QUERY, 2).keys();
        try {
            return new ExperimentPage.After(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
        } catch (DateTimeException | IllegalArgumentException malformed) {
            throw Failure.invalid("pageToken", "is not one of ours; leave it out to start from the first page");
        }
    }

    /** Empty where there is no next page. */
    static String next(ExperimentPage page, List<Experiment> experiments) {
        if (experiments.size() < page.size()) {
            return "";
        }
        Experiment last = experiments.get(experiments.size() - 1);
        return PageToken.of(last.createTime().toString(), last.id().toString()).encode(QUERY);
    }
}
