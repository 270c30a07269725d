package io.smartcrm.recommend.knowledge;

import io.smartcrm.proto.recommend.v1.ListEntitiesRequest;
import io.smartcrm.proto.recommend.v1.ListEntityProductsRequest;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import java.util.List;
import java.util.Optional;

/** Reads pages off the wire, and writes where the next ones begin: empty where there is none. */
final class PagesOfGrpc {
    private static final int KEYS = 2;

    private PagesOfGrpc() {}

    static EntityPage of(ListEntitiesRequest request) {
        EntityPage first = new EntityPage(
                GraphOfGrpc.type(request.getType()),
                request.getQuery(),
                PageToken.pageSize(request.getPageSize()),
                Optional.empty());
        if (request.getPageToken().isEmpty()) {
            return first;
        }
        List<String> keys = keys(request.getPageToken(), first.fingerprint());
        try {
            return first.from(new EntityPage.After(Integer.parseInt(keys.get(0)), keys.get(1)));
        } catch (NumberFormatException malformed) {
            throw notOurs();
        }
    }

    static FactPage of(ListEntityProductsRequest request) {
        FactPage first = FactPage.first(request.getId(), PageToken.pageSize(request.getPageSize()));
        if (request.getPageToken().isEmpty()) {
            return first;
        }
        List<String> keys = keys(request.getPageToken(), first.fingerprint());
        try {
            return new FactPage(
                    first.entity(), first.size(), Float.parseFloat(keys.get(0)), Integer.parseInt(keys.get(1)));
        } catch (NumberFormatException malformed) {
            throw notOurs();
        }
    }

    static String nextEntities(EntityPage page, List<KnownEntity> entities) {
        if (entities.size() < page.size()) {
            return "";
        }
        KnownEntity last = entities.get(entities.size() - 1);
        return PageToken.of(Integer.toString(last.products()), last.id()).encode(page.fingerprint());
    }

    static String nextFacts(FactPage page, List<ProductFact> facts) {
        if (facts.size() < page.size()) {
            return "";
        }
        ProductFact last = facts.get(facts.size() - 1);
        return PageToken.of(
                        Float.toString((float) last.confidence()),
                        Integer.toString(last.product().number()))
                .encode(page.fingerprint());
    }

    private static List<String> keys(String token, String fingerprint) {
        return PageToken.decode(token, fingerprint, KEYS).keys();
    }

    private static Failure notOurs() {
        return Failure.invalid("pageToken", "is not one of ours; leave it out to start from the first page");
    }
}
