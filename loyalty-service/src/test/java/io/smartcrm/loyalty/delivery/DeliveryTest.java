package io.smartcrm.loyalty.delivery;

import static io.smartcrm.loyalty.strategy.StrategyFixtures.definition;
import static io.smartcrm.loyalty.strategy.StrategyFixtures.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.smartcrm.loyalty.LoyaltyDatabase;
import io.smartcrm.loyalty.account.LedgerFixture;
import io.smartcrm.loyalty.campaign.Strategies;
import io.smartcrm.loyalty.campaign.Strategy;
import io.smartcrm.loyalty.campaign.StrategyFixture;
import io.smartcrm.loyalty.ledger.Lot;
import io.smartcrm.loyalty.marketing.DefinitionBytesGrpc;
import io.smartcrm.loyalty.strategy.Action;
import io.smartcrm.loyalty.strategy.Definition;
import io.smartcrm.loyalty.strategy.Definition.Limits;
import io.smartcrm.outbox.Database;
import io.smartcrm.outbox.Outbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Doing what was decided, on a real database. */
class DeliveryTest {
    private static final DefinitionBytesGrpc FORMAT = new DefinitionBytesGrpc();

    private static LoyaltyDatabase database;
    private static Database pool;
    private static Strategies strategies;

    private final UUID customer = UUID.randomUUID();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = new ArrayList<>();
    private HttpServer receiver;

    @BeforeAll
    static void createDatabase() throws SQLException {
        database = LoyaltyDatabase.create();
        pool = database.pool();
        strategies = new Strategies(pool, FORMAT, new StrategyFixture.Config(1000, true));
    }

    @BeforeEach
    void receive() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            received.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + exchange.getRequestHeaders().getFirst("Smartcrm-Signature") + " " + body);
            exchange.sendResponseHeaders(answers.isEmpty() ? 204 : answers.remove(0), -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    private static Strategy active(Action... actions) {
        Definition definition = with(definition("s" + UUID.randomUUID()), actions);
        Strategy draft = pool.transaction(connection -> strategies.create(connection, definition, "ann"));
        return strategies.activate(draft.id(), 1000);
    }

    /** As if it had been decided to serve the customer. */
    private void decided(Strategy strategy) throws SQLException {
        UUID decision = UUID.randomUUID();
        database.execute("insert into strategy_decision values ('%s', '%s', 1, '%s', 'order/%s', false, false, now())"
                .formatted(decision, strategy.id(), customer, decision));
        List<Definition.Step> steps = strategy.definition().steps();
        for (int i = 0; i < steps.size(); i++) {
            database.execute("""
                    insert into strategy_action (id, decision_id, position, strategy_id, version, customer_id, kind, state,
                        due_time, create_time, cost_minor_units, points)
                    values (gen_random_uuid(), '%s', %d, '%s', 1, '%s', '%s', 'DUE', now(), now(), 0, 0)""".formatted(
                    decision, i, strategy.id(), customer, steps.get(i).action().kind()));
        }
    }

    private static int deliver() {
        return pool.transaction(
                connection -> Delivery.deliverSome(connection, FORMAT, new Outbox(), Clock.systemUTC(), Lot.NEVER));
    }

    private List<List<String>> actions() throws SQLException {
        return database.rows("select kind, state, outcome from strategy_action where customer_id = '" + customer
                + "' order by position");
    }

    private String points() throws SQLException {
        return database.rows(
                        "select coalesce(sum(available), 0) from points_account where customer_id = '" + customer + "'")
                .get(0)
                .get(0);
    }

    @Test
    void pointsAreGrantedOnceHoweverManyDeliver() throws SQLException {
        // Given
        decided(active(new Action.Points(70)));

        // When
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(DeliveryTest::deliver))
                        .limit(6)
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        deliver();

        // Then
        assertThat(points()).isEqualTo("70");
        assertThat(actions()).containsExactly(List.of("POINTS", "DONE", ""));
        assertThat(database.rows("select type from outbox where key = '" + customer + "'"))
                .containsExactly(List.of("smartcrm.loyalty.v1.StrategyActionDone"));
        LedgerFixture.verified(pool);
    }

    @Test
    void aVoucherCostsTheCustomerNothingAndTheLedgerTellsWhatItCosts() throws SQLException {
        // Given
        UUID reward = reward("null");
        decided(active(new Action.Voucher(reward)));

        // When
        deliver();

        // Then
        String code = database.rows("select code from voucher where customer_id = '" + customer + "'")
                .get(0)
                .get(0);
        assertThat(actions()).containsExactly(List.of("VOUCHER", "DONE", code));
        assertThat(points()).isEqualTo("0");
        assertThat(database.rows("select points from strategy_action where customer_id = '" + customer + "'"))
                .containsExactly(List.of("200"));
        LedgerFixture.verified(pool);
    }

    @Test
    void aRewardOutOfStockLeavesNothingBehind() throws SQLException {
        // Given
        UUID reward = reward("0");
        decided(active(new Action.Voucher(reward), new Action.Points(5)));

        // When
        deliver();
        deliver();

        // Then
        assertThat(actions().get(0)).contains("FAILED").element(2).asString().startsWith("REWARD_OUT_OF_STOCK");
        assertThat(actions().get(1)).contains("DONE");
        assertThat(points()).isEqualTo("5");
        LedgerFixture.verified(pool);
    }

    private static UUID reward(String stock) throws SQLException {
        UUID reward = UUID.randomUUID();
        database.execute("""
                insert into reward (id, name, description, cost, active, from_time, to_time, tiers, voucher_days, stock, version)
                values ('%s', '%s', '', 200, true, '2000-01-01', '9999-01-01', '{}', 30, %s, 1)""".formatted(reward, reward, stock));
        return reward;
    }

    @Test
    void aLetterIsOrderedAfterTheVoucherThatItTells() throws SQLException {
        // Given
        Limits agreed = new Limits(0, 30, 0, Optional.empty(), Optional.of("marketing"), Optional.empty());
        Definition definition = with(
                with(
                        definition("s" + UUID.randomUUID()),
                        new Action.Voucher(reward("null")),
                        new Action.Email("Your code {{voucher}}", "Dear {{name}}", "")),
                agreed);
        Strategy draft = pool.transaction(connection -> strategies.create(connection, definition, "ann"));
        decided(strategies.activate(draft.id(), 1000));

        // When
        deliver();
        deliver();
        deliver();

        // Then
        String code = actions().get(0).get(2);
        assertThat(actions().get(1)).containsExactly("EMAIL", "ORDERED", "");
        assertThat(database.rows(
                        "select convert_from(payload, 'LATIN1') like '%" + code + "%' from outbox where key = '"
                                + customer + "' and type = 'smartcrm.loyalty.v1.EmailOrdered'"))
                .containsExactly(List.of("t"));
    }

    @Test
    void anOfferIsShownInItsSlot() throws SQLException {
        // Given
        UUID product = UUID.randomUUID();
        decided(active(new Action.Offer("home-top", "For you", "Tea", List.of(product), 10)));

        // When
        deliver();

        // Then
        List<OfferTable.Offer> shown = pool.transaction(
                connection -> new OfferTable(connection).open(customer, Optional.of("home-top"), Instant.now()));
        List<OfferTable.Offer> elsewhere = pool.transaction(
                connection -> new OfferTable(connection).open(customer, Optional.of("basket"), Instant.now()));
        assertThat(shown).singleElement().satisfies(offer -> {
            assertThat(offer.title()).isEqualTo("For you");
            assertThat(offer.products()).containsExactly(product);
        });
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void nothingIsDoneForWhomProcessingIsRestricted() throws SQLException {
        // Given
        decided(active(new Action.Points(70)));
        database.execute("insert into restricted_customer values ('" + customer + "')");

        // When
        deliver();

        // Then
        assertThat(actions().get(0)).contains("CANCELLED");
        assertThat(points()).isEqualTo("0");
    }

    @Test
    void whatIsDueWaitsWhileTheStrategyIsPaused() throws SQLException {
        // Given
        Strategy strategy = active(new Action.Points(70));
        decided(strategy);
        strategies.pause(strategy.id(), "a moment");

        // When
        deliver();
        String before = points();
        strategies.activate(strategy.id(), 1000);
        deliver();

        // Then
        assertThat(before).isEqualTo("0");
        assertThat(points()).isEqualTo("70");
    }

    @Test
    void aWebhookIsCalledSignedAndAgainWhenNobodyAnswers() throws SQLException {
        // Given
        answers.add(503);
        decided(active(new Action.Webhook(
                URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook"), Map.of("reason", "tea"))));
        WebhookDelivery webhooks = webhooks(true);

        // When
        webhooks.callAll();
        List<List<String>> first = actions();
        database.execute("update strategy_action set due_time = now() where customer_id = '" + customer + "'");
        webhooks.callAll();
        webhooks.callAll();

        // Then
        assertThat(first).containsExactly(List.of("WEBHOOK", "DUE", "answered 503"));
        assertThat(actions()).containsExactly(List.of("WEBHOOK", "DONE", "answered 204"));
        assertThat(received)
                .hasSize(2)
                .allSatisfy(call -> assertThat(call)
                        .containsPattern(" t=\\d{10},v1=[0-9a-f]{64} ")
                        .contains("\"customerId\":\"" + customer + "\"", "\"attributes\":{\"reason\":\"tea\"}"));
        assertThat(received)
                .extracting(call -> call.substring(0, 36))
                .containsOnly(received.get(0).substring(0, 36));
    }

    @Test
    void aWebhookThatLeadsInsideIsNotCalled() throws SQLException {
        // Given
        decided(active(new Action.Webhook(
                URI.create("https://127.0.0.1:" + receiver.getAddress().getPort() + "/hook"), Map.of())));

        // When
        webhooks(false).callAll();

        // Then
        assertThat(actions().get(0)).contains("FAILED").element(2).asString().startsWith("ADDRESS_REFUSED");
        assertThat(received).isEmpty();
    }

    private static WebhookDelivery webhooks(boolean inside) {
        return new WebhookDelivery(pool, FORMAT, new Outbox(), new StrategyFixture.Config(1000, inside));
    }

    @Test
    void whoIsErasedLeavesDecisionsToNobody() throws SQLException {
        // Given
        decided(active(new Action.Points(1)));
        decided(active(new Action.Offer("home-top", "For you", "", List.of(), 10)));
        deliver();

        // When
        pool.transaction(connection -> new StrategyData().erase(connection, customer.toString()));

        // Then
        for (String table : List.of("strategy_decision", "strategy_action", "customer_offer")) {
            assertThat(database.rows("select * from " + table + " where customer_id = '" + customer + "'"))
                    .isEmpty();
        }
    }
}
