package io.smartcrm.recommend.insight;

import io.agroal.api.AgroalDataSource;
import io.smartcrm.recommend.catalog.DescribedProduct;
import io.smartcrm.recommend.catalog.DescribedProducts;
import io.smartcrm.recommend.content.CategoryClassifier;
import io.smartcrm.recommend.content.TextCluster;
import io.smartcrm.recommend.content.TextClusters;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** Reads the catalogue and says what its texts tell. All methods block: call them on a worker thread. */
@ApplicationScoped
class CatalogueInsights {
    /** The latest products; more would take too long for an answer. */
    private static final int MOST_PRODUCTS = 20_000;

    private static final int MOST_GROUPS = 100;
    private static final int DEFAULT_GROUPS = 20;
    private static final int EXAMPLES = 5;
    private static final int LABELS = 5;
    private static final long SEED = 1;

    private final AgroalDataSource database;

    CatalogueInsights(AgroalDataSource database) {
        this.database = database;
    }

    /** @param groups wanted; 0 for a usual number */
    List<ProductGroup> groups(int groups) {
        if (groups < 0 || groups > MOST_GROUPS) {
            throw Failure.invalid("groups", groups + " is not between 1 and " + MOST_GROUPS);
        }
        List<DescribedProduct> products = products();
        List<String> texts = products.stream().map(DescribedProduct::text).toList();
        return TextClusters.of(texts, groups == 0 ? DEFAULT_GROUPS : groups, LABELS, SEED).stream()
                .map(cluster -> group(cluster, products))
                .toList();
    }

    private static ProductGroup group(TextCluster cluster, List<DescribedProduct> products) {
        return new ProductGroup(
                cluster.label(),
                cluster.texts().size(),
                cluster.cohesion(),
                cluster.texts().stream().limit(EXAMPLES).map(products::get).toList());
    }

    /** Categories for products that have none, surest first. */
    List<CategoryProposal> proposals(double leastProbability, int limit) {
        if (!(leastProbability >= 0 && leastProbability <= 1)) {
            throw Failure.invalid("leastProbability", leastProbability + " is not between 0 and 1");
        }
        List<DescribedProduct> products = products();
        List<DescribedProduct> filed = products.stream()
                .filter(product -> !product.category().isEmpty())
                .toList();
        CategoryClassifier classifier = CategoryClassifier.fit(
                filed.stream().map(DescribedProduct::text).toList(),
                filed.stream().map(DescribedProduct::path).toList());
        return products.stream()
                .filter(product -> product.category().isEmpty())
                .flatMap(product -> classifier.propose(product.text(), 1).stream()
                        .map(proposal -> new CategoryProposal(
                                product,
                                DescribedProduct.levels(proposal.category()),
                                proposal.probability(),
                                proposal.words())))
                .filter(proposal -> proposal.probability() >= leastProbability)
                .sorted(Comparator.comparingDouble(CategoryProposal::probability)
                        .reversed())
                .limit(limit)
                .toList();
    }

    private List<DescribedProduct> products() {
        try (Connection connection = database.getConnection()) {
            return DescribedProducts.read(connection, MOST_PRODUCTS);
        } catch (SQLException failed) {
            throw new IllegalStateException("the catalogue could not be read from the database", failed);
        }
    }
}
