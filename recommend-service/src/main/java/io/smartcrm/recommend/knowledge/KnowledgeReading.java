package io.smartcrm.recommend.knowledge;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.smartcrm.recommend.catalog.CatalogueState;
import io.smartcrm.recommend.catalog.ProductRecord;
import io.smartcrm.recommend.feedback.FeedbackState;
import io.smartcrm.recommend.recognition.EntityType;
import io.smartcrm.recommend.recognition.Fact;
import io.smartcrm.recommend.recognition.Facts;
import io.smartcrm.recommend.recognition.Lexicon;
import io.smartcrm.recommend.recognition.ProductText;
import io.smartcrm.recommend.recognition.Vocabulary;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps the graph up with the catalogue: reads the products that changed, and all of them when so many changed that words
 * must be learned anew; counts what goes together when something was bought. Blocks on the database.
 */
@ApplicationScoped
class KnowledgeReading {
    private static final int PAGE = 2_000;
    private static final long SEED = 1;
    private static final long ALL = -1;

    private final AgroalDataSource database;
    private final KnowledgeConfig config;
    private final Vocabulary vocabulary = Vocabulary.usual();
    /** As of its revision; other instances of the service learn the same from the same catalogue. */
    private Optional<Learned> learned = Optional.empty();

    private record Learned(long revision, Lexicon lexicon) {}

    KnowledgeReading(AgroalDataSource database, KnowledgeConfig config) {
        this.database = database;
        this.config = config;
    }

    void follow() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (isDue(connection) && KnowledgeLock.tryTake(connection)) {
                    readIfDue(connection);
                    relateIfDue(connection);
                }
                connection.commit();
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    private boolean isDue(Connection connection) throws SQLException {
        KnowledgeProgress progress = KnowledgeProgress.read(connection);
        return isReadingDue(CatalogueState.read(connection), progress)
                || isRelatingDue(FeedbackState.read(connection), progress);
    }

    private boolean isReadingDue(CatalogueState catalogue, KnowledgeProgress progress) {
        return catalogue.revision() > progress.readRevision()
                && (isPaused(catalogue.sinceChange()) || progress.sinceRead().compareTo(config.longestDelay()) >= 0);
    }

    private boolean isRelatingDue(FeedbackState feedback, KnowledgeProgress progress) {
        return feedback.revision() > Math.max(0, progress.feedbackRevision())
                && isPaused(feedback.sinceChange())
                && progress.sinceRelated().compareTo(config.relateEvery()) >= 0;
    }

    private boolean isPaused(Duration since) {
        return since.compareTo(config.quietPeriod()) >= 0;
    }

    /** Another instance may have read between the question and the lock. */
    private void readIfDue(Connection connection) throws SQLException {
        KnowledgeProgress progress = KnowledgeProgress.read(connection);
        CatalogueState catalogue = CatalogueState.read(connection);
        if (!isReadingDue(catalogue, progress)) {
            return;
        }
        boolean anew = ProductRecord.shareChanged(connection, progress.learnRevision()) > config.relearnShare();
        long learnRevision = anew ? catalogue.revision() : progress.learnRevision();
        Lexicon lexicon = lexicon(connection, learnRevision);
        int changed = read(connection, new Facts(lexicon), anew ? ALL : progress.readRevision());
        if (anew) {
            EntityTable.putAliases(connection, lexicon.aliases());
        }
        EntityTable.count(connection);
        RelationTable.partOf(connection);
        KnowledgeProgress.wasRead(connection, catalogue.revision(), learnRevision);
        if (changed > 0) {
            FeedbackState.advanceIfAny(connection);
            Log.infof(
                    "Knowledge graph: facts of %d products changed; types found in any text: %s",
                    changed, lexicon.taggedTypes());
        }
    }

    private Lexicon lexicon(Connection connection, long revision) throws SQLException {
        if (learned.isEmpty() || learned.get().revision() != revision) {
            List<ProductText> sample = new ArrayList<>(ProductRecord.sample(connection, config.sample()).stream()
                    .map(this::text)
                    .toList());
            EntityTable.recordedBrands(connection).forEach(brand -> sample.add(only(EntityType.BRAND, brand)));
            learned = Optional.of(new Learned(revision, Lexicon.learn(sample, vocabulary, SEED)));
        }
        return learned.orElseThrow().lexicon();
    }

    private static ProductText only(EntityType type, String value) {
        return new ProductText(List.of(), Map.of(type, List.of(value)), List.of());
    }

    /** Says of how many products the facts are others than before. */
    private int read(Connection connection, Facts facts, long since) throws SQLException {
        int changed = 0;
        List<ProductRecord> page = ProductRecord.changed(connection, since, 0, PAGE);
        while (!page.isEmpty()) {
            SortedMap<Integer, List<Fact>> read = new TreeMap<>();
            page.forEach(product -> read.put(product.number(), facts.of(text(product))));
            EntityTable.put(connection, read.values());
            changed += FactTable.put(connection, read);
            page = ProductRecord.changed(
                    connection, since, page.get(page.size() - 1).number(), PAGE);
        }
        return changed;
    }

    private ProductText text(ProductRecord product) {
        Map<EntityType, List<String>> values = new EnumMap<>(EntityType.class);
        product.attributes()
                .forEach((name, value) -> vocabulary
                        .attribute(name)
                        .ifPresent(type -> values.computeIfAbsent(type, any -> new ArrayList<>())
                                .add(value)));
        if (!product.brand().isBlank()) {
            values.put(EntityType.BRAND, List.of(product.brand()));
        }
        return new ProductText(product.texts(), values, product.category());
    }

    private void relateIfDue(Connection connection) throws SQLException {
        FeedbackState feedback = FeedbackState.read(connection);
        if (isRelatingDue(feedback, KnowledgeProgress.read(connection))) {
            RelationTable.goesWith(connection, config.orders());
            KnowledgeProgress.wasRelated(connection, feedback.revision());
        }
    }
}
