package io.smartcrm.bench.knowledge;

import io.smartcrm.bench.Figures;
import io.smartcrm.local.shop.Mention;
import io.smartcrm.local.shop.Product;
import io.smartcrm.local.shop.ProductText;
import io.smartcrm.recommend.recognition.Entity;
import io.smartcrm.recommend.recognition.EntityType;
import io.smartcrm.recommend.recognition.Facts;
import io.smartcrm.recommend.recognition.Lexicon;
import io.smartcrm.recommend.recognition.Recogniser;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares what is read with what the simulated shop wrote: every mention by place, type and entity, and every relation. Of
 * styles and occasions the truth does not speak, so what is read of these is not judged.
 */
final class Truth {
    private static final Set<EntityType> JUDGED =
            EnumSet.of(EntityType.BRAND, EntityType.COLOUR, EntityType.MATERIAL, EntityType.SIZE, EntityType.CATEGORY);

    private final Recogniser recogniser;
    private final Facts facts;
    private final Agreement spans = new Agreement();
    private final Agreement linked = new Agreement();
    private final Agreement relations = new Agreement();
    private final Map<String, Agreement> parts = new TreeMap<>();
    private long products;

    Truth(Lexicon lexicon) {
        this.recogniser = new Recogniser(lexicon);
        this.facts = new Facts(lexicon);
    }

    long products() {
        return products;
    }

    void compare(Product product) {
        products++;
        compare(product.english(), "english");
        compare(product.chinese(), "chinese");
        relations.add(
                facts.of(SimulatedTexts.bare(product)).stream()
                        .filter(fact -> JUDGED.contains(fact.entity().type()))
                        .map(fact -> fact.relation() + " " + fact.entity().id())
                        .collect(Collectors.toCollection(TreeSet::new)),
                product.english().mentions().stream()
                        .map(mention -> entity(mention))
                        .map(entity -> entity.type().relation() + " " + entity.id())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private void compare(ProductText text, String language) {
        for (boolean inName : new boolean[] {true, false}) {
            Set<String> places = new TreeSet<>();
            Set<String> entities = new TreeSet<>();
            for (var mention : recogniser.read(inName ? text.name() : text.description())) {
                String place = mention.entity().type() + " " + mention.start() + "-" + mention.end();
                if (JUDGED.contains(mention.entity().type())) {
                    places.add(place);
                    entities.add(place + " " + mention.entity().id());
                }
            }
            Set<String> truePlaces = new TreeSet<>();
            Set<String> trueEntities = new TreeSet<>();
            for (Mention mention : text.mentions()) {
                if (mention.inName() == inName) {
                    Entity entity = entity(mention);
                    String place = entity.type() + " " + mention.start() + "-" + mention.end();
                    truePlaces.add(place);
                    trueEntities.add(place + " " + entity.id());
                }
            }
            spans.add(places, truePlaces);
            linked.add(entities, trueEntities);
            part(language).add(entities, trueEntities);
            for (EntityType type : EntityType.values()) {
                part(type.name().toLowerCase(Locale.ROOT)).add(of(type, entities), of(type, trueEntities));
            }
        }
    }

    private Agreement part(String name) {
        return parts.computeIfAbsent(name, any -> new Agreement());
    }

    private static Set<String> of(EntityType type, Set<String> found) {
        return found.stream().filter(one -> one.startsWith(type + " ")).collect(Collectors.toSet());
    }

    private static Entity entity(Mention mention) {
        return new Entity(SimulatedTexts.type(mention.entity()), mention.value());
    }

    void report(Figures figures) {
        spans.report("span", figures);
        linked.report("entity", figures);
        relations.report("relation", figures);
        parts.forEach((name, agreement) -> {
            if (!Double.isNaN(agreement.recall())) {
                figures.add(name + "_f1", agreement.f1(), 4);
            }
        });
    }
}
