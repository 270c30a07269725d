package io.smartcrm.bench.knowledge;

import io.smartcrm.bench.Figures;
import io.smartcrm.local.shop.Mention;
import io.smartcrm.local.shop.Product;
import io.smartcrm.local.shop.ProductText;
import io.smartcrm.recommend.recognition.EntityType;
import io.smartcrm.recommend.recognition.Lexicon;
import io.smartcrm.recommend.recognition.Recogniser;
import java.util.Set;
import java.util.stream.Collectors;

/** How well brands are found that were in no record, no list and no text before, by the words around them alone. */
final class NewBrands {
    private final Recogniser recogniser;
    private final Agreement agreement = new Agreement();

    NewBrands(Lexicon lexicon) {
        this.recogniser = new Recogniser(lexicon);
    }

    void compare(Product product) {
        compare(product.english());
        compare(product.chinese());
    }

    private void compare(ProductText text) {
        for (boolean inName : new boolean[] {true, false}) {
            Set<String> found = recogniser.read(inName ? text.name() : text.description()).stream()
                    .filter(mention -> mention.entity().type() == EntityType.BRAND)
                    .map(mention -> mention.start() + "-" + mention.end())
                    .collect(Collectors.toSet());
            Set<String> truth = text.mentions().stream()
                    .filter(mention -> mention.inName() == inName && mention.entity() == Mention.Entity.BRAND)
                    .map(mention -> mention.start() + "-" + mention.end())
                    .collect(Collectors.toSet());
            agreement.add(found, truth);
        }
    }

    void report(Figures figures) {
        agreement.report("new_brand", figures);
    }
}
