package io.smartcrm.recommend.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a product has to do with which entities, by its record and by its texts. Safe for many threads. */
public final class Facts {
    /** Of these a product has one; what its record says is not to be gainsaid by a text. */
    private static final Set<EntityType> SINGLE = EnumSet.of(EntityType.BRAND, EntityType.CATEGORY);

    private static final double SUREST_OF_TEXTS = .99;

    private final Lexicon lexicon;
    private final Recogniser recogniser;

    public Facts(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.recogniser = new Recogniser(lexicon);
    }

    /** One for each entity and relation, surest first. */
    public List<Fact> of(ProductText product) {
        Map<String, Fact> facts = new TreeMap<>();
        ofRecord(product).forEach(fact -> merge(facts, fact));
        Map<EntityType, Boolean> recorded = new TreeMap<>();
        facts.values().forEach(fact -> recorded.put(fact.entity().type(), true));
        for (int text = 0; text < product.texts().size(); text++) {
            ofText(product.texts().get(text), text == 0).stream()
                    .filter(fact -> !SINGLE.contains(fact.entity().type())
                            || fact.relation() == Relation.GOES_WITH
                            || !recorded.containsKey(fact.entity().type()))
                    .forEach(fact -> merge(facts, fact));
        }
        return single(facts.values().stream()
                .sorted(Comparator.comparingDouble(Fact::confidence)
                        .reversed()
                        .thenComparing(fact -> fact.entity().id()))
                .toList());
    }

    private List<Fact> ofRecord(ProductText product) {
        List<Fact> facts = new ArrayList<>();
        for (EntityType type : EntityType.values()) {
            for (Entity entity : lexicon.entities().of(product, type)) {
                facts.add(new Fact(entity, type.relation(), 1, Fact.Evidence.RECORD, entity.name()));
            }
        }
        for (int level = 0; level < product.category().size() - 1; level++) {
            Entity wider = lexicon.entities()
                    .of(EntityType.CATEGORY, product.category().get(level));
            facts.add(new Fact(wider, Relation.PART_OF, 1, Fact.Evidence.RECORD, wider.name()));
        }
        return facts;
    }

    private List<Fact> ofText(String text, boolean isName) {
        List<Mention> mentions = recogniser.read(text);
        Optional<Mention> head = head(text, mentions);
        return mentions.stream()
                .flatMap(mention -> Cues.relation(text, mention).stream()
                        .filter(relation -> relation != Relation.IS_A || (isName && head.equals(Optional.of(mention))))
                        .map(relation -> new Fact(
                                mention.entity(), relation, mention.confidence(), Fact.Evidence.TEXT, mention.words())))
                .toList();
    }

    /** Of all kinds of things a name speaks of, the last that is not for or with another: a mug in "cake and tea mug". */
    private static Optional<Mention> head(String text, List<Mention> mentions) {
        List<Mention> kinds = mentions.stream()
                .filter(mention -> mention.entity().type() == EntityType.CATEGORY)
                .toList();
        Optional<Mention> head =
                kinds.stream().filter(mention -> !Cues.isPurpose(text, mention)).reduce((one, later) -> later);
        return head.isPresent() ? head : kinds.stream().findFirst();
    }

    /** What several texts tell is surer than what one does, and a record surest. */
    private static void merge(Map<String, Fact> facts, Fact fact) {
        facts.merge(fact.relation() + " " + fact.entity().id(), fact, (one, other) -> {
            if (one.evidence() == Fact.Evidence.RECORD) {
                return one;
            }
            double both = 1 - (1 - one.confidence()) * (1 - other.confidence());
            return new Fact(one.entity(), one.relation(), Math.min(SUREST_OF_TEXTS, both), one.evidence(), one.words());
        });
    }

    /** Of two brands that texts name the surer one is the product's. */
    private static List<Fact> single(List<Fact> sorted) {
        Map<Relation, Long> seen = new TreeMap<>();
        return sorted.stream()
                .filter(fact -> !SINGLE.contains(fact.entity().type())
                        || fact.relation() != fact.entity().type().relation()
                        || fact.evidence() == Fact.Evidence.RECORD
                        || seen.merge(fact.relation(), 1L, Long::sum) == 1)
                .collect(Collectors.toList());
    }
}
