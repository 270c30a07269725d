package io.smartcrm.local.shop;

import java.util.List;

/**
 * A kind of product and its season.
 *
 * @param price median price in EUR
 * @param strength half the log range of the season, 0 for none
 * @param peakWeek week of the year the season peaks in
 * @param returning factor on the probability of a return, about 1 in the mean
 */
public record Kind(
        Word department,
        Word name,
        double price,
        List<String> materials,
        List<String> sizes,
        double strength,
        int peakWeek,
        double returning) {

    public Kind {
        materials = List.copyOf(materials);
        sizes = List.copyOf(sizes);
    }

    static Kind of(List<String> row) {
        return new Kind(
                new Word(row.get(0), row.get(1)),
                new Word(row.get(2), row.get(3)),
                Double.parseDouble(row.get(4)),
                Vocabulary.words(row.get(5)),
                Vocabulary.words(row.get(6)),
                Double.parseDouble(row.get(7)),
                Integer.parseInt(row.get(8)),
                Double.parseDouble(row.get(9)));
    }

    /** Category path, "Kitchen &gt; Mug". */
    public String category() {
        return department.english() + " > " + name.english();
    }

    public String categoryChinese() {
        return department.chinese() + " > " + name.chinese();
    }

    /** Season factor of a day of the year; its log is a cosine, its mean over a year is not quite 1. */
    public double season(int dayOfYear) {
        double peak = 7.0 * peakWeek - 3;
        return StrictMath.exp(strength * StrictMath.cos(2 * Math.PI * (dayOfYear - peak) / 365.25));
    }
}
