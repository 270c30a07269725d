package io.smartcrm.gateway.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Says once what holds for every operation: parameters of the same name mean the same, and what is not answered as asked
 * is a problem.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ApiDocument implements OASFilter {
    private static final String ID = "0199c2d8-6f2a-7c31-9f0e-4d2b8a61c0aa";

    private static final Map<String, Described> PARAMETERS = Map.ofEntries(
            Map.entry("id", Described.text("Id of the record", ID)),
            Map.entry("customerId", Described.text("Id of a customer", ID)),
            Map.entry("fromMonth", Described.text("First of the months", "2026-01")),
            Map.entry("toMonth", Described.text("Last of the months", "2026-06")),
            Map.entry("name", Described.text("Name of the definition", "size")),
            Map.entry("noteId", Described.text("Id of the note", ID)),
            Map.entry("template", Described.text("Name of the template", "online-shop")),
            Map.entry("pageSize", Described.whole("Items a page; 50 when absent", 1, 500, 20)),
            Map.entry("pageToken", Described.text("nextPageToken of the page before; absent for the first", null)),
            Map.entry("filter", Described.text("Which items; all when absent", null)),
            Map.entry("orderBy", Described.text("Order of the items", "create_time desc")),
            Map.entry("segment", Described.text("Name of an RFM segment; all when absent", "CHAMPIONS")),
            Map.entry("fromDay", Described.text("First day, UTC; 30 days ago when absent", "2026-01-01")),
            Map.entry("toDay", Described.text("Last day, UTC; today when absent", "2026-01-31")),
            Map.entry("productId", Described.text("Id of a product", null)),
            Map.entry("category", Described.text("Category from the root, joined by ' / '", null)),
            Map.entry("segmentId", Described.text("Id of a segment of customers", ID)),
            Map.entry("userName", Described.text("Name of the user who called; all when absent", "ann")),
            Map.entry("rpc", Described.text("Service and method that were called; all when absent", null)),
            Map.entry("fromTime", Described.text("From this RFC 3339 time", "2026-03-04T05:06:07Z")),
            Map.entry("untilTime", Described.text("Before this RFC 3339 time", "2026-12-31T00:00:00Z")),
            Map.entry("fromSequence", Described.whole("First entry to check; 1 when absent", 1, Integer.MAX_VALUE, 1)),
            Map.entry("limit", Described.whole("Entries to check; 10,000 when absent", 1, 100_000, 1_000)),
            Map.entry("knownSequence", Described.whole("Entry of a kept state", 1, Integer.MAX_VALUE, 7)),
            Map.entry("knownHash", Described.text("Hash of a kept state", "a".repeat(64))),
            Map.entry("kind", Described.text("PURPOSE or CHANNEL", "PURPOSE")),
            Map.entry("slot", Described.text("Place in the shop; all when absent", "home-top")),
            Map.entry("transactionId", Described.text("Id of a points transaction", ID)),
            Map.entry("code", Described.text("Code of a voucher", "7QX2M-0TJ4K-W9ZCD")),
            Map.entry("campaign", Described.text("Name of a campaign of coupons", "spring")),
            Map.entry(
                    "level",
                    Described.text("TOTAL, CATEGORY, PRODUCT, COUNTRY or CHANNEL; all when absent", "PRODUCT")),
            Map.entry("country", Described.text("Country of orders, as they say it", null)),
            Map.entry("channel", Described.text("How orders were placed, such as web", null)),
            Map.entry("step", Described.text("DAY, WEEK or MONTH; WEEK when absent", "WEEK")),
            Map.entry("horizon", Described.whole("Steps ahead; 14 days, 6 weeks or 6 months when absent", 1, 90, 6)),
            Map.entry(
                    "methods",
                    Described.text(
                            "Names joined by commas; when absent the one that suits the series", "theta,snaive")),
            Map.entry(
                    "serviceLevel",
                    Described.decimal(
                            "Asks for stock advice: the probability of serving all demand", 0.01, 0.9999, 0.95)),
            Map.entry("leadTime", Described.whole("Steps the stock must last; the horizon when absent", 1, 90, 2)),
            Map.entry("size", Described.whole("How many at most; 10 when absent", 1, 100, 10)),
            Map.entry("excludeBought", Described.flag("Leave out what the customer has bought")),
            Map.entry("exclude", Described.text("Ids of products never to answer, joined by commas", null)),
            Map.entry(
                    "scenario",
                    Described.text(
                            "FOR_CUSTOMER when absent; or BUY_AGAIN, NEXT_IN_SESSION, WITH_BASKET, TRENDING, NEW_ARRIVALS,"
                                    + " POPULAR, EMAIL, KNOWLEDGE_GRAPH",
                            "WITH_BASKET")),
            Map.entry(
                    "productIds",
                    Described.text(
                            "Products looked at or in the basket now, joined by commas, the last one last; at most 100",
                            null)),
            Map.entry("pinned", Described.text("Products to answer first, joined by commas; at most 20", null)),
            Map.entry("brand", Described.text("Brand of the products; all when absent", null)),
            Map.entry("lowestPrice", Described.decimal("In whole units of the currency", 0, 1e9, 5)),
            Map.entry("highestPrice", Described.decimal("In whole units of the currency", 0, 1e9, 20)),
            Map.entry(
                    "mostPerCategory",
                    Described.whole("Products of one category in a page; any number when absent", 1, 100, 2)),
            Map.entry("diversity", Described.decimal("0, by score alone, to 1, unlike each other", 0, 1, .3)),
            Map.entry("basis", Described.text("BEHAVIOUR, CONTENT or ATTRIBUTES; all when absent", "CONTENT")),
            Map.entry("entityId", Described.text("Type and name of the entity", "colour:sage-green")),
            Map.entry(
                    "entityType",
                    Described.text(
                            "BRAND, COLOUR, MATERIAL, SIZE, STYLE, OCCASION or CATEGORY; all when absent", "COLOUR")),
            Map.entry("beginning", Described.text("What the name or another word for it begins with", "gre")),
            Map.entry("userId", Described.text("Id of a customer", ID)),
            Map.entry("itemId", Described.text("Id of a product", ID)),
            Map.entry("n", Described.whole("How many at most; 10 when absent", 1, 100, 10)),
            Map.entry("groups", Described.whole("How many at most; 20 when absent", 1, 100, 20)),
            Map.entry("leastProbability", Described.decimal("Only those at least so likely", 0, 1, .8)),
            Map.entry("state", Described.text("State of the items", null)),
            Map.entry("day", Described.text("As 2026-11-22, or latest", "latest")),
            Map.entry("field", Described.text("What was measured", "email")),
            Map.entry("dimension", Described.text("In which way the data is good", "COMPLETENESS")),
            Map.entry("days", Described.whole("Days back from today; 90 when absent", 1, 730, 90)),
            Map.entry(
                    "If-Match",
                    Described.text("ETag of the version to change", "\"1\"").required()),
            Map.entry("If-None-Match", Described.text("ETag of a version already known", null)),
            Map.entry(
                    IdempotencyKey.HEADER,
                    Described.text("Names the command, so that sending it twice does it once", "6ab2a1c4-order-file-1")
                            .required()));

    @Override
    public Parameter filterParameter(Parameter parameter) {
        Described described = PARAMETERS.get(parameter.getName());
        if (described == null) {
            throw new IllegalStateException("describe the parameter " + parameter.getName() + " in ApiDocument");
        }
        return described.applyTo(parameter);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(operations -> operations.values().stream())
                .forEach(ApiDocument::answersProblems);
        document.setServers(List.of(OASFactory.createServer().url("/")));
    }

    private static void answersProblems(Operation operation) {
        var problem =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        operation
                .getResponses()
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse()
                                .description("A problem, named by its status and reason")
                                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem)));
    }

    /** What a parameter means, wherever it appears. */
    private record Described(
            String description, Schema schema, @Nullable Object example, boolean isRequired) {
        static Described text(String description, @Nullable String example) {
            return new Described(
                    description, OASFactory.createSchema().addType(Schema.SchemaType.STRING), example, false);
        }

        static Described whole(String description, int least, int most, int example) {
            Schema schema = OASFactory.createSchema()
                    .addType(Schema.SchemaType.INTEGER)
                    .minimum(BigDecimal.valueOf(least))
                    .maximum(BigDecimal.valueOf(most));
            return new Described(description, schema, example, false);
        }

        static Described decimal(String description, double least, double most, double example) {
            Schema schema = OASFactory.createSchema()
                    .addType(Schema.SchemaType.NUMBER)
                    .minimum(BigDecimal.valueOf(least))
                    .maximum(BigDecimal.valueOf(most));
            return new Described(description, schema, example, false);
        }

        static Described flag(String description) {
            return new Described(
                    description, OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN), true, false);
        }

        Described required() {
            return new Described(description, schema, example, true);
        }

        Parameter applyTo(Parameter parameter) {
            boolean inPath = parameter.getIn() == Parameter.In.PATH;
            parameter.description(description).schema(schema).required(inPath || isRequired);
            return example == null ? parameter : parameter.example(example);
        }
    }
}
