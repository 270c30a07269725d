package io.smartcrm.bench.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.bench.UsageException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecommendAccuracyTest {
    private static final String EVENTS = """
        time,customer,item,quantity
        2020-01-01 10:00:00,ann,"lamp, red",2
        2020-01-01 10:00:00,ann,wick,1
        2020-01-02,bob,"lamp, red",1
        2020-01-03,bob,"lamp, red",-1
        2020-01-03,,wick,1
        2020-02-01,bob,wick,1
        2020-02-02,bob,"lamp, red",1
        2020-02-02,eve,wick,1
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        write("events.csv", EVENTS);
        write("train.csv", "u1,a\nu1,b\nu2,a\nu2,b\nu3,c\nu3,d,2\n");
        write("fold-in.csv", "user,item\nt1,a\nt2,c\n");
        write("test.csv", "user,item\nt1,b\nt2,d\n");
        write("items.csv", "item,code,description\n\"lamp, red\",L,red lamp,size=2\nwick,W,lamp wick\na,A,a,k=v\n");
        write("negatives.csv", "u1,b,c,d\nu3,d,a,b\n");
    }

    @Test
    void theTemporalProtocolForeseesNewItemsOfKnownCustomers() throws IOException {
        // When
        Map<String, String> figures =
                run("--model item-knn --events events.csv --test-from 2020-02-01 --new-items-only");

        // Then
        assertThat(figures)
                .containsEntry("users", "1")
                .containsEntry("items", "2")
                .containsEntry("pairs", "3")
                .containsEntry("recall20", "1.0000")
                .containsEntry("ndcg100", "1.0000")
                .containsEntry("coverage20", "0.5000")
                .containsKeys("recall50", "se_recall20", "fit_cpu_s", "score_ms_per_user");
    }

    @Test
    void whatListsAreLikeIsToldAfterHowRightTheyAre() throws IOException {
        // When
        Map<String, String> figures =
                run("--model item-knn --events events.csv --test-from 2020-02-01 --new-items-only");

        // Then: one list of one item, which is right
        assertThat(figures).containsEntry("mrr20", "1.0000").containsKeys("se_mrr20", "se_popularity_lift20");
        assertThat(figures.keySet().stream().skip(10))
                .containsExactly(
                        "mrr20",
                        "se_mrr20",
                        "novelty20_bits",
                        "se_novelty20_bits",
                        "diversity20",
                        "se_diversity20",
                        "popularity_lift20",
                        "se_popularity_lift20");
    }

    @Test
    void repeatsCountUnlessOnlyNewItemsAreAsked() throws IOException {
        // When
        Map<String, String> figures = run("--model popularity --events events.csv --test-from 2020-02-01");

        // Then
        assertThat(figures).containsEntry("users", "1").containsEntry("recall20", "1.0000");
        assertThat(figures).containsEntry("coverage20", "1.0000");
    }

    @Test
    void packedFilesAreReadLikePlainOnes() throws IOException {
        // Given
        try (Writer packed = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("events.csv.gz"))), StandardCharsets.UTF_8)) {
            packed.write(EVENTS);
        }

        // When
        Map<String, String> figures =
                run("--model recent-popularity --events events.csv.gz --test-from 2020-02-01 --param days=40");

        // Then
        assertThat(figures).containsEntry("pairs", "3");
    }

    @Test
    void strongGeneralisationFoldsUnknownUsersIn() throws IOException {
        // When
        Map<String, String> figures =
                run("--model item-knn --train train.csv --fold-in fold-in.csv --test test.csv --seed 7");

        // Then
        assertThat(figures).containsEntry("users", "2").containsEntry("pairs", "6");
        assertThat(figures).containsEntry("recall20", "1.0000").containsEntry("ndcg100", "1.0000");
    }

    @Test
    void leaveOneOutRanksThePositiveAmongTheNegatives() throws IOException {
        // When
        Map<String, String> figures = run("--model item-knn --train train.csv --negatives negatives.csv");

        // Then
        assertThat(figures)
                .containsEntry("users", "2")
                .containsEntry("hr10", "1.0000")
                .containsEntry("ndcg10", "1.0000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "als --param factors=2",
                "ease",
                "user-knn",
                "rp3beta",
                "session-knn",
                "buy-again",
                "buy-again --param by=habit",
                "content --items items.csv",
                "hybrid --items items.csv --param taste=.5 --param tune-days=30",
                "trending",
                "new-arrivals --param youngest-days=90"
            })
    void everyModelAnswersInEveryProtocolThatFitsIt(String model) throws IOException {
        assertThat(run("--model " + model + " --events events.csv --test-from 2020-02-01"))
                .containsEntry("users", "1");
        assertThat(run("--model " + model + " --events events.csv --test-from 2020-02-01 --unknown-customers"))
                .containsEntry("users", "1");
        assertThat(run("--model " + model + " --train train.csv --negatives negatives.csv"))
                .containsEntry("users", "2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--events events.csv --test-from 2020-02-01 | option --model is missing",
                "--model magic --events events.csv --test-from 2020-02-01 | known models: als, buy-again, content,"
                        + " ease, hybrid, item-knn, knowledge-graph, new-arrivals, popularity, recent-popularity,"
                        + " rp3beta, session-knn, trending, user-knn",
                "--model content --events events.csv --test-from 2020-02-01 | needs --items",
                "--model buy-again --param by=x --events events.csv --test-from 2020-02-01 | all or habit",
                "--model ease --param most-items=0 --events events.csv --test-from 2020-02-01 | positive whole number",
                "--model popularity | --events or --train is missing",
                "--model popularity --events events.csv | option --test-from is missing",
                "--model popularity --events events.csv --test-from soon | --test-from 'soon' is not a date",
                "--model popularity --events events.csv --test-from 2030-01-01 | no customer has both",
                "--model popularity --events none.csv --test-from 2020-02-01 | none.csv is not a readable file",
                "--model popularity --train train.csv | --train needs --fold-in and --test, or --negatives",
                "--model popularity --train train.csv --negatives negatives.csv --test test.csv | --test does not go"
                        + " with",
                "--model popularity --param k=1 --train train.csv --negatives negatives.csv | has no parameter 'k'; it"
                        + " has: none",
                "--model item-knn --param k=1 --train train.csv --negatives negatives.csv | it has:"
                        + " longest-history, model-half-life-days,",
                "--model item-knn --param neighbours=0 --train train.csv --negatives negatives.csv | positive whole"
                        + " number",
                "--model item-knn --param shrinkage=-1 --train train.csv --negatives negatives.csv | at least 0, not"
                        + " '-1'",
                "--model item-knn --param weighting=x --train train.csv --negatives negatives.csv | binary, log, bm25",
                "--model item-knn --param preset=x --train train.csv --negatives negatives.csv | classic, recent",
                "--model item-knn --param neighbours --train train.csv --negatives negatives.csv | must be name=value"
            })
    void wrongUseIsRefusedInOneLine(String line, String reason) {
        assertThatThrownBy(() -> run(line)).isInstanceOf(UsageException.class).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-01-01,ann | line 1: expected time,customer,item but found 2 columns",
                "2020-01-01,ann,lamp;noon,ann,lamp | line 2: 'noon' is not a time",
                "2020-01-01,ann,lamp,many | line 1: quantity 'many' is not a number",
                "2020-01-01,ann, | line 1: the item is missing",
                "time,customer,item | holds no events"
            })
    void unreadableEventsAreRefusedWithTheirLine(String text, String reason) throws IOException {
        write("bad.csv", text.replace(';', '\n'));

        assertThatThrownBy(() -> run("--model popularity --events bad.csv --test-from 2020-01-01"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "u1 | line 1: expected user,item",
                "u1,a,1;u2,b,x | line 2: weight 'x' is not a number",
                "user,item | holds no choices"
            })
    void unreadableChoicesAreRefusedWithTheirLine(String text, String reason) throws IOException {
        write("bad.csv", text.replace(';', '\n'));

        assertThatThrownBy(() -> run("--model popularity --train bad.csv --negatives negatives.csv"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aPositiveAmongItsNegativesIsRefused() throws IOException {
        write("bad.csv", "u1,a,b,a\n");

        assertThatThrownBy(() -> run("--model popularity --train train.csv --negatives bad.csv"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("both the positive and a negative");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Runs a line whose words ending in .csv or .gz are files of the folder. */
    private Map<String, String> run(String line) throws IOException {
        String[] words = Arrays.stream(line.split(" "))
                .map(word -> word.endsWith(".csv") || word.endsWith(".gz")
                        ? folder.resolve(word).toString()
                        : word)
                .toArray(String[]::new);
        String figures =
                RecommendAccuracy.run(RecommendAccuracy.SYNTAX.parse(words)).line();
        return Arrays.stream(figures.split(" "))
                .map(figure -> figure.split("=", 2))
                .collect(Collectors.toMap(
                        figure -> figure[0], figure -> figure[1], (one, other) -> other, LinkedHashMap::new));
    }
}
