package io.smartcrm.bench.knowledge;

import io.smartcrm.local.shop.Mention;
import io.smartcrm.local.shop.Product;
import io.smartcrm.local.shop.ProductText;
import io.smartcrm.local.shop.Traits;
import io.smartcrm.recommend.recognition.EntityType;
import java.util.List;
import java.util.Map;

/** Products of the simulated shop as the service would know them. */
final class SimulatedTexts {
    private SimulatedTexts() {}

    /** With all that the record says. */
    static io.smartcrm.recommend.recognition.ProductText described(Product product) {
        Traits traits = product.traits();
        return new io.smartcrm.recommend.recognition.ProductText(
                texts(product),
                Map.of(
                        EntityType.BRAND, List.of(traits.brand().english()),
                        EntityType.COLOUR, List.of(traits.colour().english()),
                        EntityType.MATERIAL, List.of(traits.material().english()),
                        EntityType.SIZE, List.of(traits.size())),
                List.of(product.category().split(" > ")));
    }

    /** Nothing but its texts. */
    static io.smartcrm.recommend.recognition.ProductText bare(Product product) {
        return new io.smartcrm.recommend.recognition.ProductText(texts(product), Map.of(), List.of());
    }

    private static List<String> texts(Product product) {
        ProductText english = product.english();
        ProductText chinese = product.chinese();
        return List.of(english.name(), english.description(), chinese.name(), chinese.description());
    }

    static EntityType type(Mention.Entity entity) {
        return switch (entity) {
            case BRAND -> EntityType.BRAND;
            case COLOUR -> EntityType.COLOUR;
            case MATERIAL -> EntityType.MATERIAL;
            case SIZE -> EntityType.SIZE;
            case KIND -> EntityType.CATEGORY;
        };
    }
}
