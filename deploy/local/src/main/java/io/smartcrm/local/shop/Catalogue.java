package io.smartcrm.local.shop;

import io.smartcrm.local.shop.Dice.Purpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All products of the shop, with the traits, texts and demand of each drawn from the seed. */
public final class Catalogue {
    private static final double BRAND_FITS_TASTE = 0.7;
    private static final double INTERMITTENT = 0.12;
    private static final double LAUNCHED_LATER = 0.15;

    private final List<Kind> kinds;
    private final List<String> tastes;
    private final List<Product> products;

    Catalogue(long seed, int size, ShopCalendar calendar) {
        kinds = Vocabulary.table("kinds.txt").stream().map(Kind::of).toList();
        List<List<String>> tasteRows = Vocabulary.table("tastes.txt");
        tastes = tasteRows.stream().map(row -> row.get(0)).toList();
        List<Word> phrases = words(tasteRows, 1);
        Palette palette = new Palette(tastes);
        List<Product> drawn = new ArrayList<>(size);
        Set<Traits> taken = new HashSet<>();
        for (int index = 0; index < size; index++) {
            Dice dice = Dice.of(seed, Purpose.PRODUCT, index);
            int taste = index % tastes.size();
            Traits traits = palette.draw(dice, dice.pick(kinds), taste);
            while (!taken.add(traits)) {
                traits = palette.draw(dice, dice.pick(kinds), taste);
            }
            Copywriter copywriter = new Copywriter(traits, phrases.get(taste));
            Dice text = Dice.of(seed, Purpose.TEXT, index);
            drawn.add(new Product(
                    index,
                    Codes.code("P", index + 1, 5),
                    traits,
                    copywriter.english(text),
                    copywriter.chinese(text),
                    PriceList.priceTag(100 * traits.kind().price() * StrictMath.exp(0.35 * dice.normal())),
                    demand(dice, traits.kind(), taste, calendar.days())));
        }
        products = List.copyOf(drawn);
    }

    public List<Product> products() {
        return products;
    }

    public List<Kind> kinds() {
        return kinds;
    }

    /** Names of the taste groups; the group of a person or product is an index into them. */
    public List<String> tastes() {
        return tastes;
    }

    private static Demand demand(Dice dice, Kind kind, int taste, int days) {
        boolean intermittent = dice.chance(INTERMITTENT);
        double weight = StrictMath.exp(0.8 * dice.normal()) * (intermittent ? 0.25 : 1);
        double trend = 0.15 * dice.normal();
        int interval = intermittent ? dice.within(3, 10) : 1;
        int launchDay = dice.chance(LAUNCHED_LATER) ? dice.within(30, days - 60) : 0;
        return new Demand(weight, trend, interval, launchDay, taste, kind.returning() * dice.between(0.7, 1.3));
    }

    private static List<Word> words(List<List<String>> rows, int english) {
        return rows.stream()
                .map(row -> new Word(row.get(english), row.get(english + 1)))
                .toList();
    }

    /** The brands, colours and materials products are made of. */
    private static final class Palette {
        private final List<Word> brands = words(Vocabulary.table("brands.txt"), 0);
        private final List<List<Word>> brandsOfTaste = new ArrayList<>();
        private final List<Word> colours = words(Vocabulary.table("colours.txt"), 0);
        private final Map<String, Word> materials = new HashMap<>();

        Palette(List<String> tastes) {
            for (String taste : tastes) {
                brandsOfTaste.add(words(
                        Vocabulary.table("brands.txt").stream()
                                .filter(row -> row.get(2).equals(taste))
                                .toList(),
                        0));
            }
            Vocabulary.table("materials.txt")
                    .forEach(row -> materials.put(row.get(0), new Word(row.get(1), row.get(2))));
        }

        Traits draw(Dice dice, Kind kind, int taste) {
            Word brand = dice.pick(dice.chance(BRAND_FITS_TASTE) ? brandsOfTaste.get(taste) : brands);
            String key = dice.pick(kind.materials());
            Word material = materials.get(key);
            if (material == null) {
                throw new IllegalStateException("kinds.txt names the unknown material " + key);
            }
            return new Traits(kind, brand, dice.pick(colours), material, dice.pick(kind.sizes()));
        }
    }
}
