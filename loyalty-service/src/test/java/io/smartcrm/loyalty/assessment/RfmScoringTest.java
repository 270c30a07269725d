package io.smartcrm.loyalty.assessment;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.loyalty.LoyaltyDatabase;
import io.smartcrm.loyalty.rfm.Money;
import io.smartcrm.loyalty.rfm.Purchases;
import io.smartcrm.loyalty.rfm.RfmCode;
import io.smartcrm.loyalty.rfm.RfmPolicy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RfmScoringTest {
    private static final Instant LATEST = Instant.parse("2011-12-09T12:50:00Z");

    private static LoyaltyDatabase database;

    @BeforeAll
    static void createDatabase() {
        database = LoyaltyDatabase.create();
    }

    @BeforeEach
    void empty() throws SQLException {
        database.execute("truncate activity_summary, activity_order");
        latestOrder(LATEST);
    }

    @ParameterizedTest(name = "{0} customers")
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 24, 35, 1003})
    void theDatabaseScoresAsThePolicyDoes(int customers) throws SQLException {
        // Given
        Map<String, Purchases> population = randomBuyers(new Random(customers), customers);
        // When
        score();
        // Then
        RfmPolicy policy = RfmPolicy.of(population.values());
        Map<String, List<String>> expected = population.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> {
            RfmCode code = policy.score(entry.getValue());
            int days = entry.getValue().recencyDays();
            return List.of(Integer.toString(days), code.digits(), code.segment().name());
        }));
        assertThat(scores()).isEqualTo(expected);
    }

    @Test
    void aWholeDayIsTwentyFourHours() throws SQLException {
        // Given
        UUID almostTwoDays = buyer(LATEST.minus(Duration.ofDays(2)).plusSeconds(1));
        UUID twoDays = buyer(LATEST.minus(Duration.ofDays(2)));
        UUID now = buyer(LATEST);
        // When
        score();
        // Then
        Map<String, List<String>> scores = scores();
        assertThat(scores.get(almostTwoDays.toString())).startsWith("1");
        assertThat(scores.get(twoDays.toString())).startsWith("2");
        assertThat(scores.get(now.toString())).startsWith("0");
    }

    @Test
    void segmentsAreSummedWithTheScores() throws SQLException {
        // Given
        randomBuyers(new Random(9), 400);
        // When
        score();
        // Then
        assertThat(database.rows("""
                        select segment, customers, round(mean_recency_days::numeric, 6), round(mean_frequency::numeric, 6)
                        from rfm_segment order by segment""")).isEqualTo(database.rows("""
                        select segment, count(*), round(avg(recency_days), 6), round(avg(frequency), 6)
                        from rfm_score group by segment order by segment"""));
        assertThat(database.rows("select * from rfm_segment_monetary order by segment, currency_code"))
                .isEqualTo(database.rows("""
                        select segment, currency_code, sum(monetary_minor_units)
                        from rfm_score group by segment, currency_code order by segment, currency_code"""))
                .hasSizeGreaterThan(11);
    }

    @Test
    void aScoringWithoutBuyersLeavesNoScores() throws SQLException {
        // Given
        buyer(LATEST);
        score();
        database.execute("truncate activity_summary");
        // When
        score();
        // Then
        assertThat(scores()).isEmpty();
        assertThat(database.rows("select * from rfm_segment")).isEmpty();
    }

    @Test
    void theScoringSaysWhatItHolds() throws SQLException {
        // Given
        database.execute("update activity_state set changes = changes + 5, event_time = '2026-01-02T03:04:05Z'");
        // When
        score();
        // Then
        try (var connection = database.connect()) {
            ScoringProgress progress = ScoringProgress.read(connection);
            assertThat(progress.current()).isTrue();
            assertThat(progress.eventTime()).contains(Instant.parse("2026-01-02T03:04:05Z"));
        }
    }

    @Test
    void onlyOneScoresAtATime() throws SQLException {
        // Given
        try (var other = database.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(5290318846017723)");
            // When
            boolean scored = score();
            // Then
            assertThat(scored).isFalse();
        }
    }

    @Test
    void readersSeeOneScoringOrTheOtherWhole() throws SQLException, InterruptedException, ExecutionException {
        // Given
        randomBuyers(new Random(1), 300);
        score();
        var stop = new AtomicBoolean();
        CompletableFuture<Set<List<String>>> reader = CompletableFuture.supplyAsync(() -> readUntil(stop));
        // When
        for (int round = 1; round <= 10; round++) {
            latestOrder(LATEST.plus(Duration.ofDays(round)));
            randomBuyers(new Random(-round), 100);
            score();
        }
        stop.set(true);
        // Then
        assertThat(reader.get()).hasSizeGreaterThan(1).allSatisfy(seen -> {
            long round = Duration.between(LATEST, Instant.parse(seen.get(2))).toDays();
            assertThat(seen).startsWith(Long.toString(300 + 100 * round), "1");
        });
    }

    /** Every different answer: scores, scorings they come from, time of one. */
    private static Set<List<String>> readUntil(AtomicBoolean stop) {
        Set<List<String>> seen = new HashSet<>();
        try {
            do {
                seen.addAll(database.rows("""
                        select count(*), count(distinct score_time),
                            to_char(min(score_time) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                        from rfm_score"""));
            } while (!stop.get());
        } catch (SQLException failed) {
            throw new IllegalStateException("a reader was disturbed", failed);
        }
        return seen;
    }

    /** Buyers with many equal values in each measure, in two currencies. */
    private static Map<String, Purchases> randomBuyers(Random random, int count) throws SQLException {
        Map<String, Purchases> buyers = new HashMap<>();
        var inserts = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int days = random.nextInt(20) * random.nextInt(20);
            long sales = 1L + (long) random.nextInt(4) * random.nextInt(4);
            var money = new Money(random.nextInt(4) == 0 ? "USD" : "EUR", random.nextInt(60) * 50L - 200);
            Instant lastSale = LATEST.minus(Duration.ofDays(days)).minusSeconds(random.nextInt(86_400));
            UUID id = UUID.randomUUID();
            inserts.append(insert(id, lastSale, sales, money)).append(';');
            buyers.put(id.toString(), new Purchases(days, sales, money));
        }
        database.execute(inserts.toString());
        return buyers;
    }

    private static UUID buyer(Instant lastSale) throws SQLException {
        UUID id = UUID.randomUUID();
        database.execute(insert(id, lastSale, 1, new Money("EUR", 1)));
        return id;
    }

    private static String insert(UUID id, Instant lastSale, long sales, Money money) {
        return "insert into activity_summary values ('%s', %d, '%s', '%s', '%s', %d)"
                .formatted(id, sales, lastSale, lastSale, money.currencyCode(), money.minorUnits());
    }

    private static void latestOrder(Instant time) throws SQLException {
        database.execute("insert into activity_order values ('%s', 1, null, 'SALE', '%s', 'EUR', 1)"
                .formatted(UUID.randomUUID(), time));
    }

    private static boolean score() throws SQLException {
        try (var connection = database.connect()) {
            return new RfmScoring(connection).score();
        }
    }

    /** Days, code and segment by customer. */
    private static Map<String, List<String>> scores() throws SQLException {
        return database.rows("""
                select customer_id, recency_days, concat(recency_score, frequency_score, monetary_score), segment
                from rfm_score""").stream().collect(toMap(row -> row.get(0), row -> row.subList(1, 4)));
    }
}
