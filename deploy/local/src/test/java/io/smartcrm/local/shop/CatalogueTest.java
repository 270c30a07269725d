package io.smartcrm.local.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.local.shop.Mention.Entity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Truth TRUTH = new ShopSimulation(Size.MEDIUM, 5).truth();
    private static final List<Product> PRODUCTS = TRUTH.catalogue().products();

    @Test
    void mentionsPointAtTheWordsTheyName() {
        for (Product product : PRODUCTS) {
            for (Mention mention : product.english().mentions()) {
                assertThat(product.english().words(mention).toLowerCase(Locale.ROOT))
                        .isEqualTo(mention.value().toLowerCase(Locale.ROOT));
            }
            for (Mention mention : product.chinese().mentions()) {
                assertThat(product.chinese().words(mention)).isEqualTo(chinese(product.traits(), mention));
            }
        }
    }

    @Test
    void everyTextMentionsEveryTraitInNameAndDescription() {
        for (Product product : PRODUCTS) {
            assertThat(product.english().mentions()).hasSize(2 * Entity.values().length);
            for (ProductText text : List.of(product.english(), product.chinese())) {
                for (Entity entity : Entity.values()) {
                    assertThat(text.mentions())
                            .filteredOn(mention -> mention.entity() == entity)
                            .extracting(Mention::inName)
                            .containsExactly(true, false);
                }
            }
        }
    }

    @Test
    void namesTellProductsApartAndNoSlotIsLeftOpen() {
        assertThat(PRODUCTS).extracting(Product::name).doesNotHaveDuplicates();
        assertThat(PRODUCTS)
                .flatExtracting(product -> List.of(
                        product.name(),
                        product.english().description(),
                        product.chinese().name(),
                        product.chinese().description()))
                .noneMatch(text -> text.contains("{") || text.contains("}"));
    }

    @Test
    void someProductsAreIntermittentAndSomeAreLaunchedLater() {
        assertThat(share(PRODUCTS.stream().filter(product -> product.demand().intermittent())))
                .isBetween(0.08, 0.16);
        assertThat(share(PRODUCTS.stream().filter(product -> product.demand().launchDay() > 0)))
                .isBetween(0.11, 0.19);
    }

    @Test
    void pricesChangeOverTimeAndEndInNine() {
        assertThat(PRODUCTS)
                .allSatisfy(product -> assertThat(TRUTH.prices(product).values())
                        .isNotEmpty()
                        .allMatch(cents -> cents >= 99 && cents % 10 == 9));
        assertThat(share(PRODUCTS.stream()
                        .filter(product -> TRUTH.prices(product).size() > 1)))
                .isGreaterThan(0.8);
    }

    private static String chinese(Traits traits, Mention mention) {
        return switch (mention.entity()) {
            case BRAND -> traits.brand().chinese();
            case COLOUR -> traits.colour().chinese();
            case MATERIAL -> traits.material().chinese();
            case SIZE -> traits.size();
            case KIND -> traits.kind().name().chinese();
        };
    }

    private static double share(Stream<Product> some) {
        return some.count() / (double) PRODUCTS.size();
    }
}
