package io.smartcrm.recommend.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {
    private static final List<String> BRANDS = List.of("Nordhal", "Velmora", "Zebrik", "Kubbik");
    private static final List<String> CHINESE_BRANDS = List.of("诺达尔", "薇尔莫", "泽布里", "酷方");
    private static final List<String> CHINESE_TEXTS = List.of("来自%s的好物，第%d款。", "%s出品，第%d款。", "我们喜欢%s。");
    private static final List<String> COLOURS = List.of("sage green", "ivory", "plum");
    private static final List<String> KINDS = List.of("Mug", "Apron", "Photo Frame");
    private static Lexicon lexicon = Lexicon.learn(List.of(), Vocabulary.usual(), 1);

    @BeforeAll
    static void learn() {
        List<ProductText> shop = new ArrayList<>();
        for (int product = 0; product < 72; product++) {
            String brand = BRANDS.get(product % 4);
            String colour = COLOURS.get(product % 3);
            String kind = KINDS.get(product / 12 % 3);
            shop.add(new ProductText(
                    List.of(
                            brand + " " + kind + ", " + colour,
                            "This " + kind.toLowerCase(Locale.ROOT) + " in " + colour + " is made by " + brand + ".",
                            CHINESE_TEXTS.get(product / 4 % 3).formatted(CHINESE_BRANDS.get(product % 4), product)),
                    Map.of(EntityType.BRAND, List.of(brand), EntityType.COLOUR, List.of(colour)),
                    List.of("House", kind)));
        }
        lexicon = Lexicon.learn(shop, Vocabulary.usual(), 1);
    }

    @Test
    void namesInAnotherLanguageAreLearnedFromTheProductsOfAValue() {
        assertThat(lexicon.aliases())
                .filteredOn(alias -> alias.origin() == Alias.Origin.LEARNED)
                .extracting(alias -> alias.words() + " " + alias.entity().id())
                .contains("诺达尔 brand:nordhal", "泽布里 brand:zebrik");
    }

    @Test
    void aThingHasTheShopsNameForIt() {
        assertThat(told("Zebrik Frame, plum"))
                .as("everybody's other word for it")
                .contains("IS_A category:photo-frame");
    }

    @Test
    void aBrandOfNoListIsFoundByTheWordsAroundIt() {
        // When
        List<Mention> mentions = new Recogniser(lexicon).read("This mug in ivory is made by Grindelund.");

        // Then
        assertThat(mentions)
                .extracting(mention -> mention.entity().id())
                .containsExactly("category:mug", "colour:ivory", "brand:grindelund");
    }

    @Test
    void aSlipOfThePenIsLinkedToWhatWasMeant() {
        assertThat(told("This mug in plum is made by Nordahl.")).contains("HAS_BRAND brand:nordhal");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "Bag of faux leather;MADE_OF material:leather",
                "Steel bottle without plastic;MADE_OF material:plastic",
                "Bag, goes with your linen scarf;IS_A category:scarf",
                "Soap, lavender scented;HAS_COLOUR colour:lavender"
            })
    void whatTheWordsAroundDenyIsNoFact(String text, String denied) {
        assertThat(told(text)).isNotEmpty().doesNotContain(denied);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "Wooden picnic basket;MADE_OF material:wood",
                "Bag, goes with your linen scarf;GOES_WITH category:scarf",
                "Hanger for tea towel;IS_A category:hanger",
                "Red tea towel;IS_A category:tea-towel",
                "Candle for your wedding;USED_FOR occasion:wedding",
                "复古花瓶;HAS_STYLE style:vintage",
                "Tin, 20 x 30 cm;HAS_SIZE size:20-x-30-cm"
            })
    void textsTellWhatAProductHasToDoWith(String text, String fact) {
        assertThat(told(text)).contains(fact);
    }

    @Test
    void aRecordIsNotGainsaidByAText() {
        // Given
        ProductText product = new ProductText(
                List.of("Zebrik mug"), Map.of(EntityType.BRAND, List.of("Kubbik")), List.of("House", "Apron"));

        // When
        List<Fact> facts = new Facts(lexicon).of(product);

        // Then
        assertThat(facts)
                .extracting(fact -> fact.relation() + " " + fact.entity().id())
                .containsExactlyInAnyOrder("HAS_BRAND brand:kubbik", "IS_A category:apron", "PART_OF category:house");
        assertThat(facts).allSatisfy(fact -> assertThat(fact.evidence()).isEqualTo(Fact.Evidence.RECORD));
    }

    @Test
    void equalCataloguesGiveEqualWords() {
        // Given
        List<ProductText> shop = List.of(
                new ProductText(List.of("Red oak box"), Map.of(EntityType.MATERIAL, List.of("oak, pine")), List.of()));

        // When
        List<Alias> one = Lexicon.learn(shop, Vocabulary.usual(), 1).aliases();
        List<Alias> other = Lexicon.learn(shop, Vocabulary.usual(), 1).aliases();

        // Then
        assertThat(one).isEqualTo(other);
    }

    private static List<String> told(String text) {
        return new Facts(lexicon)
                .of(new ProductText(List.of(text), Map.of(), List.of())).stream()
                        .map(fact -> fact.relation() + " " + fact.entity().id())
                        .toList();
    }
}
