package io.smartcrm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.local.testing.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every route of the API document, with every role; a route without a row here fails. */
@QuarkusTest
class AuthorisationTest {
    private static final Set<String> EVERY_ROLE = Set.of("admin", "analyst", "marketer", "agent", "integrator");
    private static final Set<String> NO_AGENT = Set.of("admin", "analyst", "marketer", "integrator");
    private static final Set<String> RECORDING = Set.of("admin", "integrator", "agent");
    private static final Set<String> SEGMENTING = Set.of("admin", "analyst", "marketer");
    private static final Set<String> NOTING = Set.of("admin", "marketer", "agent");
    private static final Set<String> MINING = Set.of("admin", "analyst");
    private static final Set<String> IMPORTING = Set.of("admin", "integrator");

    private static final Set<String> ADMIN = Set.of("admin");

    private static final Map<String, Set<String>> ROLES = Map.ofEntries(
            Map.entry("POST /api/v1/customers", RECORDING),
            Map.entry("GET /api/v1/customers", EVERY_ROLE),
            Map.entry("GET /api/v1/customers/{id}", EVERY_ROLE),
            Map.entry("PATCH /api/v1/customers/{id}", RECORDING),
            Map.entry("GET /api/v1/customers/{id}/notes", EVERY_ROLE),
            Map.entry("POST /api/v1/customers/{id}/notes", NOTING),
            Map.entry("DELETE /api/v1/customers/{id}/notes/{noteId}", NOTING),
            Map.entry("GET /api/v1/attributes", EVERY_ROLE),
            Map.entry("POST /api/v1/attributes", Set.of("admin")),
            Map.entry("GET /api/v1/attributes/{name}", EVERY_ROLE),
            Map.entry("PATCH /api/v1/attributes/{name}", Set.of("admin")),
            Map.entry("DELETE /api/v1/attributes/{name}", Set.of("admin")),
            Map.entry("GET /api/v1/vault", Set.of("admin")),
            Map.entry("POST /api/v1/vault/key-rotations", Set.of("admin")),
            Map.entry("GET /api/v1/customers/{id}/overview", EVERY_ROLE),
            Map.entry("GET /api/v1/customers/{id}/orders", EVERY_ROLE),
            Map.entry("GET /api/v1/customers/{id}/recommendations", EVERY_ROLE),
            Map.entry("GET /api/v1/customers/{id}/rfm-score", EVERY_ROLE),
            Map.entry("GET /api/v1/customers/{id}/value", EVERY_ROLE),
            Map.entry("GET /api/v1/customers/{id}/loyalty-assessment", EVERY_ROLE),
            Map.entry("GET /api/v1/lifecycle-rates", SEGMENTING),
            Map.entry("GET /api/v1/customer-values", NO_AGENT),
            Map.entry("GET /api/v1/value-model", SEGMENTING),
            Map.entry("GET /api/v1/loyalty-programme", EVERY_ROLE),
            Map.entry("PUT /api/v1/loyalty-programme", Set.of("admin", "marketer")),
            Map.entry("POST /api/v1/loyalty-programme/simulate", SEGMENTING),
            Map.entry("PUT /api/v1/customers/{id}/referral-code", RECORDING),
            Map.entry("POST /api/v1/customers/{id}/referral", RECORDING),
            Map.entry("GET /api/v1/customers/{id}/referrals", EVERY_ROLE),
            Map.entry("GET /api/v1/customers/{id}/points", EVERY_ROLE),
            Map.entry("GET /api/v1/customers/{id}/points/transactions", EVERY_ROLE),
            Map.entry("POST /api/v1/customers/{id}/points/adjustments", Set.of("admin", "marketer")),
            Map.entry("POST /api/v1/customers/{id}/points/payments", RECORDING),
            Map.entry("POST /api/v1/customers/{id}/points/transfers", RECORDING),
            Map.entry("POST /api/v1/customers/{id}/points/redemptions", RECORDING),
            Map.entry("POST /api/v1/customers/{id}/points/coupons", RECORDING),
            Map.entry(
                    "POST /api/v1/customers/{id}/points/transactions/{transactionId}/cancel", Set.of("admin", "agent")),
            Map.entry("GET /api/v1/points-ledger/verification", MINING),
            Map.entry("GET /api/v1/points-ledger/liability", MINING),
            Map.entry("POST /api/v1/rewards", Set.of("admin", "marketer")),
            Map.entry("GET /api/v1/rewards", EVERY_ROLE),
            Map.entry("GET /api/v1/rewards/{id}", EVERY_ROLE),
            Map.entry("PUT /api/v1/rewards/{id}", Set.of("admin", "marketer")),
            Map.entry("POST /api/v1/strategies", Set.of("admin", "marketer")),
            Map.entry("GET /api/v1/strategies", SEGMENTING),
            Map.entry("GET /api/v1/strategies/{id}", SEGMENTING),
            Map.entry("PUT /api/v1/strategies/{id}", Set.of("admin", "marketer")),
            Map.entry("GET /api/v1/strategies/{id}/versions", SEGMENTING),
            Map.entry("POST /api/v1/strategies/{id}/activate", Set.of("admin", "marketer")),
            Map.entry("POST /api/v1/strategies/{id}/pause", Set.of("admin", "marketer")),
            Map.entry("GET /api/v1/strategies/{id}/preview", SEGMENTING),
            Map.entry("POST /api/v1/strategies/preview", SEGMENTING),
            Map.entry("GET /api/v1/strategies/{id}/results", SEGMENTING),
            Map.entry("GET /api/v1/strategy-templates", SEGMENTING),
            Map.entry("GET /api/v1/strategies/{id}/actions", SEGMENTING),
            Map.entry("GET /api/v1/customers/{id}/strategy-actions", Set.of("admin", "analyst", "marketer", "agent")),
            Map.entry("GET /api/v1/customers/{id}/offers", EVERY_ROLE),
            Map.entry("GET /api/v1/customers/{id}/vouchers", EVERY_ROLE),
            Map.entry("POST /api/v1/vouchers/{code}/use", RECORDING),
            Map.entry("POST /api/v1/coupons", Set.of("admin", "marketer")),
            Map.entry("GET /api/v1/coupons", SEGMENTING),
            Map.entry("GET /api/v1/customers/{id}/segments", EVERY_ROLE),
            Map.entry("GET /api/v1/customers/{id}/analysis", EVERY_ROLE),
            Map.entry("GET /api/v1/cohorts", SEGMENTING),
            Map.entry("POST /api/v1/segments", SEGMENTING),
            Map.entry("GET /api/v1/segments", EVERY_ROLE),
            Map.entry("GET /api/v1/segments/{id}", EVERY_ROLE),
            Map.entry("PATCH /api/v1/segments/{id}", SEGMENTING),
            Map.entry("DELETE /api/v1/segments/{id}", SEGMENTING),
            Map.entry("POST /api/v1/segments/{id}/evaluate", SEGMENTING),
            Map.entry("GET /api/v1/segments/{id}/members", NO_AGENT),
            Map.entry(
                    "GET /api/v1/segments/{id}/members/{customerId}/explanation",
                    Set.of("admin", "analyst", "marketer", "agent")),
            Map.entry("POST /api/v1/segments/check", SEGMENTING),
            Map.entry("POST /api/v1/segments/preview", SEGMENTING),
            Map.entry("GET /api/v1/segment-terms", SEGMENTING),
            Map.entry("GET /api/v1/orders", EVERY_ROLE),
            Map.entry("GET /api/v1/orders/{id}", EVERY_ROLE),
            Map.entry("POST /api/v1/support-cases", RECORDING),
            Map.entry("GET /api/v1/support-cases", EVERY_ROLE),
            Map.entry("GET /api/v1/support-cases/{id}", EVERY_ROLE),
            Map.entry("PATCH /api/v1/support-cases/{id}", RECORDING),
            Map.entry("POST /api/v1/support-cases/{id}/messages", RECORDING),
            Map.entry("GET /api/v1/support-cases/{id}/messages", RECORDING),
            Map.entry("GET /api/v1/support-case-figures", Set.of("admin", "analyst", "marketer", "agent")),
            Map.entry("GET /api/v1/customers/{id}/support-cases", EVERY_ROLE),
            Map.entry("POST /api/v1/orders", RECORDING),
            Map.entry("POST /api/v1/order-batches", IMPORTING),
            Map.entry("POST /api/v1/orders/{id}/state-changes", RECORDING),
            Map.entry("GET /api/v1/orders/{id}/state-changes", EVERY_ROLE),
            Map.entry("POST /api/v1/orders/{id}/refunds", RECORDING),
            Map.entry("POST /api/v1/products", IMPORTING),
            Map.entry("PATCH /api/v1/products/{id}", IMPORTING),
            Map.entry("GET /api/v1/products/{id}/price-changes", EVERY_ROLE),
            Map.entry("GET /api/v1/order-totals", Set.of("admin", "analyst", "marketer")),
            Map.entry("GET /api/v1/products", EVERY_ROLE),
            Map.entry("GET /api/v1/products/{id}", EVERY_ROLE),
            Map.entry("GET /api/v1/products/{id}/similar", EVERY_ROLE),
            Map.entry("POST /api/v1/imports", IMPORTING),
            Map.entry("POST /api/v1/imports/inspect", IMPORTING),
            Map.entry("POST /api/v1/imports/{id}/revert", IMPORTING),
            Map.entry("POST /api/v1/import-templates", IMPORTING),
            Map.entry("GET /api/v1/import-templates", NO_AGENT),
            Map.entry("GET /api/v1/import-templates/{template}", NO_AGENT),
            Map.entry("PUT /api/v1/import-templates/{template}", IMPORTING),
            Map.entry("DELETE /api/v1/import-templates/{template}", IMPORTING),
            Map.entry("POST /api/v1/exports", EVERY_ROLE),
            Map.entry("GET /api/v1/exports", EVERY_ROLE),
            Map.entry("GET /api/v1/exports/{id}", EVERY_ROLE),
            Map.entry("GET /api/v1/exports/{id}/events", EVERY_ROLE),
            Map.entry("POST /api/v1/exports/{id}/cancel", EVERY_ROLE),
            Map.entry("GET /api/v1/exports/{id}/file", EVERY_ROLE),
            Map.entry("GET /api/v1/imports", NO_AGENT),
            Map.entry("GET /api/v1/imports/{id}", NO_AGENT),
            Map.entry("GET /api/v1/imports/{id}/events", NO_AGENT),
            Map.entry("POST /api/v1/imports/{id}/cancel", IMPORTING),
            Map.entry("GET /api/v1/imports/{id}/rejected-rows", IMPORTING),
            Map.entry("GET /api/v1/rfm-scores", NO_AGENT),
            Map.entry("GET /api/v1/rfm-segments", NO_AGENT),
            Map.entry("GET /api/v1/rfm-migrations", SEGMENTING),
            Map.entry("GET /api/v1/demand-forecasts", NO_AGENT),
            Map.entry("POST /api/v1/demand-scenarios", SEGMENTING),
            Map.entry("POST /api/v1/demand-plan-entries", SEGMENTING),
            Map.entry("GET /api/v1/demand-plan-entries", NO_AGENT),
            Map.entry("DELETE /api/v1/demand-plan-entries/{id}", SEGMENTING),
            Map.entry("GET /api/v1/forecast-methods", NO_AGENT),
            Map.entry("POST /api/v1/forecast-methods", MINING),
            Map.entry("POST /api/v1/forecast-methods/restore", MINING),
            Map.entry("POST /api/v1/forecast-runs", MINING),
            Map.entry("GET /api/v1/forecast-runs", NO_AGENT),
            Map.entry("GET /api/v1/forecast-runs/accuracy", NO_AGENT),
            Map.entry("GET /api/v1/forecast-runs/{id}", NO_AGENT),
            Map.entry("GET /api/v1/forecast-runs/{id}/events", NO_AGENT),
            Map.entry("POST /api/v1/forecast-runs/{id}/cancel", MINING),
            Map.entry("POST /api/v1/forecast-runs/{id}/resume", MINING),
            Map.entry("GET /api/v1/forecast-runs/{id}/results", NO_AGENT),
            Map.entry("GET /api/v1/forecast-runs/{id}/accuracy", NO_AGENT),
            Map.entry("POST /api/v1/forecasts", NO_AGENT),
            Map.entry("POST /api/v1/forecasts/stream", NO_AGENT),
            Map.entry("POST /api/v1/interactions", RECORDING),
            Map.entry("POST /api/v1/interactions/batch", IMPORTING),
            Map.entry("POST /api/v1/interactions/deliveries", IMPORTING),
            Map.entry("GET /api/v1/interactions", EVERY_ROLE),
            Map.entry("GET /api/v1/interactions/{id}", EVERY_ROLE),
            Map.entry("GET /api/v1/customers/{id}/interactions", EVERY_ROLE),
            Map.entry("GET /api/v1/customers/{id}/timeline", EVERY_ROLE),
            Map.entry("POST /api/v1/batch", IMPORTING),
            Map.entry("POST /api/v1/track", IMPORTING),
            Map.entry("POST /api/v1/identify", IMPORTING),
            Map.entry("POST /api/v1/page", IMPORTING),
            Map.entry("POST /api/v1/screen", IMPORTING),
            Map.entry("POST /api/v1/alias", IMPORTING),
            Map.entry("POST /api/v1/models/train", Set.of("admin", "analyst")),
            Map.entry("GET /api/v1/models", EVERY_ROLE),
            Map.entry("POST /api/v1/models/{id}/restore", Set.of("admin", "analyst")),
            Map.entry("GET /api/v1/recommendations", EVERY_ROLE),
            Map.entry("POST /api/v1/recommendation-experiments", MINING),
            Map.entry("GET /api/v1/recommendation-experiments", SEGMENTING),
            Map.entry("GET /api/v1/recommendation-experiments/{id}", SEGMENTING),
            Map.entry("POST /api/v1/recommendation-experiments/{id}/start", MINING),
            Map.entry("POST /api/v1/recommendation-experiments/{id}/stop", MINING),
            Map.entry("GET /api/v1/catalogue-insights/text-groups", SEGMENTING),
            Map.entry("GET /api/v1/catalogue-insights/category-proposals", SEGMENTING),
            Map.entry("GET /api/v1/knowledge-graph/entities", EVERY_ROLE),
            Map.entry("GET /api/v1/knowledge-graph/entities/{entityId}", EVERY_ROLE),
            Map.entry("GET /api/v1/knowledge-graph/entities/{entityId}/products", EVERY_ROLE),
            Map.entry("GET /api/v1/knowledge-graph/products/{id}/entities", EVERY_ROLE),
            Map.entry("GET /api/v1/gorse/api/recommend/{userId}", EVERY_ROLE),
            Map.entry("GET /api/v1/gorse/api/item/{itemId}/neighbors", EVERY_ROLE),
            Map.entry("POST /api/v1/gorse/api/session/recommend", EVERY_ROLE),
            Map.entry("POST /api/v1/merges", MINING),
            Map.entry("GET /api/v1/merges", MINING),
            Map.entry("GET /api/v1/merges/{id}", MINING),
            Map.entry("POST /api/v1/merges/{id}/undo", MINING),
            Map.entry("POST /api/v1/duplicates/search", MINING),
            Map.entry("GET /api/v1/duplicates", MINING),
            Map.entry("POST /api/v1/duplicates/{id}/accept", MINING),
            Map.entry("POST /api/v1/duplicates/{id}/reject", MINING),
            Map.entry("GET /api/v1/data-jobs", MINING),
            Map.entry("GET /api/v1/data-jobs/{id}", MINING),
            Map.entry("POST /api/v1/data-jobs/{id}/cancel", MINING),
            Map.entry("POST /api/v1/data-jobs/{id}/resume", MINING),
            Map.entry("POST /api/v1/cleanings/preview", MINING),
            Map.entry("POST /api/v1/cleanings", MINING),
            Map.entry("POST /api/v1/cleanings/{id}/undo", MINING),
            Map.entry("POST /api/v1/quality-reports", MINING),
            Map.entry("GET /api/v1/quality-reports/{day}", Set.of("admin", "analyst", "marketer")),
            Map.entry("GET /api/v1/quality-reports/trend", Set.of("admin", "analyst", "marketer")),
            Map.entry("GET /api/v1/customers/{id}/processing-limits", EVERY_ROLE),
            Map.entry("PUT /api/v1/customers/{id}/processing-limits", Set.of("admin", "agent")),
            Map.entry("GET /api/v1/customers/{id}/personal-data", Set.of("admin", "agent")),
            Map.entry("POST /api/v1/erasures", ADMIN),
            Map.entry("GET /api/v1/erasures", ADMIN),
            Map.entry("GET /api/v1/erasures/{id}", ADMIN),
            Map.entry("GET /api/v1/erasures/{id}/receipt", ADMIN),
            Map.entry("GET /api/v1/retention-rules", ADMIN),
            Map.entry("POST /api/v1/retention-rules", ADMIN),
            Map.entry("DELETE /api/v1/retention-rules/{id}", ADMIN),
            Map.entry("GET /api/v1/retention-rules/{id}/preview", ADMIN),
            Map.entry("POST /api/v1/retention-rules/{id}/runs", ADMIN),
            Map.entry("GET /api/v1/retention-rules/{id}/runs", ADMIN),
            Map.entry("GET /api/v1/retention-runs/{id}", ADMIN),
            Map.entry("POST /api/v1/retention-runs/{id}/cancel", ADMIN),
            Map.entry("GET /api/v1/audit-entries", ADMIN),
            Map.entry("GET /api/v1/audit-verification", ADMIN),
            Map.entry("GET /api/v1/audit-anchors", ADMIN),
            Map.entry("POST /api/v1/customers/{id}/consents", RECORDING),
            Map.entry("GET /api/v1/customers/{id}/consents", EVERY_ROLE),
            Map.entry("GET /api/v1/customers/{id}/consent-records", RECORDING),
            Map.entry("POST /api/v1/consents", IMPORTING),
            Map.entry("GET /api/v1/consent-terms", EVERY_ROLE),
            Map.entry("POST /api/v1/consent-terms", ADMIN),
            Map.entry("PUT /api/v1/consent-terms/{kind}/{name}", ADMIN),
            Map.entry("DELETE /api/v1/consent-terms/{kind}/{name}", ADMIN),
            Map.entry("GET /api/v1/read-models", EVERY_ROLE));

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI gateway;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int users;

    @Test
    void everyRouteOfTheDocumentHasARowHere() throws Exception {
        // When
        List<String> routes = documented().stream().map(DocumentedCall::name).toList();

        // Then
        assertThat(routes).containsExactlyInAnyOrderElementsOf(ROLES.keySet());
    }

    @Test
    void noRouteAnswersWithoutAToken() throws Exception {
        // Given
        var outcome = new SoftAssertions();

        // When
        for (DocumentedCall call : documented()) {
            HttpResponse<String> answer = answer(call.to(gateway));
            outcome.assertThat(answer.statusCode()).as(call.name()).isEqualTo(401);
            outcome.assertThat(JSON.readTree(answer.body()).path("reason").asText())
                    .as(call.name())
                    .isEqualTo("TOKEN_REQUIRED");
        }

        // Then
        outcome.assertAll();
    }

    @Test
    void everyRouteRefusesTheRolesThatItIsNotFor() throws Exception {
        // Given
        var outcome = new SoftAssertions();

        // When
        for (DocumentedCall call : documented()) {
            for (String role : EVERY_ROLE) {
                if (!rolesFor(call).contains(role)) {
                    outcome.assertThat(answer(call, role).statusCode())
                            .as(call.name() + " as " + role)
                            .isEqualTo(403);
                }
            }
            outcome.assertThat(answer(call, "offline_access").statusCode())
                    .as(call.name() + " without a role of ours")
                    .isEqualTo(403);
        }

        // Then
        outcome.assertAll();
    }

    @Test
    void theExamplesOfTheDocumentWorkForTheRolesThatARouteIsFor() throws Exception {
        // Given
        var outcome = new SoftAssertions();

        // When
        for (DocumentedCall call : documented()) {
            for (String role : rolesFor(call)) {
                HttpResponse<String> answer = answer(call, role);
                outcome.assertThat(answer.statusCode())
                        .as("%s as %s: %s", call.name(), role, answer.body())
                        .isBetween(200, 299);
            }
        }

        // Then
        outcome.assertAll();
    }

    private static Set<String> rolesFor(DocumentedCall call) {
        return ROLES.getOrDefault(call.name(), Set.of());
    }

    /** Each call is of a user of its own: none uses up the rate limit of another. */
    private HttpResponse<String> answer(DocumentedCall call, String role) throws Exception {
        users++;
        return answer(call.to(gateway).setHeader("Authorization", "Bearer " + Tokens.of("caller-" + users, role)));
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws Exception {
        return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }

    private List<DocumentedCall> documented() throws Exception {
        return DocumentedCall.all(JSON.readTree(answer(HttpRequest.newBuilder(gateway.resolve("/openapi?format=json")))
                .body()));
    }
}
